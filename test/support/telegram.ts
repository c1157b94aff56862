import { buttonsOf, type Call, faultOf, type Refusal, type SeenButton, type SeenMessage, serveBotApi } from './telegram-server';
import { until } from './until';

type Update = Readonly<Record<string, unknown>> & { readonly update_id: number };
type Fields = Readonly<Record<string, unknown>>;

/** Somebody in a chat with the bot. */
export interface Talker {
  readonly id: number;
  readonly chatId: number;
  /** The bot's messages in this chat, oldest first. */
  messages(): readonly SeenMessage[];
  /** What passing texts the person was shown. */
  readonly notes: string[];
  /** Says a text; answers the update, so that it may be brought again. */
  say(text: string): Update;
  /** Presses the newest button whose label begins like this; waits until there is one. */
  press(label: string, which?: (message: SeenMessage) => boolean): Promise<Update>;
  /** Presses whatever data of a message. */
  pressData(messageId: number, data: string): Update;
  /** Waits for a message of the bot that holds this; `after` skips those of before. */
  hears(text: string | RegExp, after?: number): Promise<SeenMessage>;
}

/** A stand-in of Telegram for one bot. */
export interface Telegram {
  readonly url: string;
  readonly token: string;
  readonly calls: readonly Call[];
  /** Somebody who talks with the bot alone, in a language; or in a group, whose id is negative. */
  talker(given?: { readonly id?: number; readonly language?: string; readonly groupId?: number }): Talker;
  /** Brings an update again, or one of the test's own. */
  bring(update: Update): void;
  /** Refuses the next calls that this finds, as often as said. */
  refuse(found: (call: Call) => boolean, refusal: Refusal, times?: number): void;
  /** Tells the bot that somebody blocked it. */
  block(talker: Talker): void;
  /** Where updates are brought to instead of waiting to be fetched; null: they wait. */
  webhook: { readonly url: string; readonly secret: string } | null;
  /** Updates that no bot has confirmed. */
  waiting(): number;
  nextUpdateId(): number;
  stop(): Promise<void>;
}

const TOKEN = '123456:AAF-test_token';
const BOT = { id: 123_456, is_bot: true, first_name: 'Kinograph', username: 'kinograph_bot' };
let people = 1_000;

export async function startTelegram(): Promise<Telegram> {
  const calls: Call[] = [];
  const messages: SeenMessage[] = [];
  const talkers: Talker[] = [];
  const pressed = new Map<string, Talker>();
  const refusals: { found: (call: Call) => boolean; refusal: Refusal; times: number }[] = [];
  let updates: Update[] = [];
  let arrived = (): void => undefined;
  let [messageId, updateId, callback] = [1, 500, 0];

  const find = (fields: Fields): SeenMessage | undefined =>
    messages.find(({ id, chatId }) => id === Number(fields.message_id) && chatId === Number(fields.chat_id));

  function post(fields: Fields) {
    const fault = faultOf(fields);
    if (fault) return fault;
    const message: SeenMessage = {
      id: messageId++,
      chatId: Number(fields.chat_id),
      text: String(fields.text ?? fields.caption ?? ''),
      photo: fields.photo === undefined ? null : String(fields.photo),
      buttons: buttonsOf(fields.reply_markup),
      edits: [],
    };
    messages.push(message);
    const photo = message.photo === null ? {} : { photo: [{ file_id: `file-${message.photo}`, width: 1, height: 1 }] };
    return { result: { message_id: message.id, date: 0, chat: { id: message.chatId, type: 'private' }, ...photo } };
  }

  function edit(fields: Fields) {
    const message = find(fields);
    if (!message) return { code: 400, description: 'Bad Request: message to edit not found' };
    if (fields.text !== undefined && message.photo !== null)
      return { code: 400, description: 'Bad Request: there is no text in the message to edit' };
    const fault = fields.text === undefined ? null : faultOf(fields);
    if (fault) return fault;
    const [text, buttons] = [String(fields.text ?? message.text), buttonsOf(fields.reply_markup)];
    if (text === message.text && JSON.stringify(buttons) === JSON.stringify(message.buttons))
      return { code: 400, description: 'Bad Request: message is not modified' };
    Object.assign(message, { text, buttons });
    message.edits.push(performance.now());
    return { result: true };
  }

  async function getUpdates(fields: Fields) {
    const offset = Number(fields.offset ?? 0);
    updates = updates.filter(({ update_id }) => update_id >= offset);
    if (updates.length === 0 && Number(fields.timeout ?? 0) > 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Number(fields.timeout) * 1_000).unref();
        arrived = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    return { result: updates.filter(({ update_id }) => update_id >= offset).slice(0, Number(fields.limit ?? 100)) };
  }

  const server = await serveBotApi({
    token: TOKEN,
    methods: {
      getMe: () => ({ result: BOT }),
      deleteWebhook: () => ({ result: true }),
      setWebhook: () => ({ result: true }),
      setMyCommands: () => ({ result: true }),
      getUpdates,
      sendMessage: post,
      sendPhoto: post,
      editMessageText: edit,
      editMessageReplyMarkup: edit,
      answerCallbackQuery(fields) {
        const talker = pressed.get(String(fields.callback_query_id));
        if (!talker) return { code: 400, description: 'Bad Request: query is too old and response timeout expired or query ID is invalid' };
        if (fields.text) talker.notes.push(String(fields.text));
        return { result: true };
      },
    },
    called: (call) => calls.push(call),
    refusal(call) {
      const next = refusals.find(({ found, times }) => times > 0 && found(call));
      if (!next) return null;
      next.times--;
      return next.refusal;
    },
  });

  const telegram: Telegram = {
    url: server.url,
    token: TOKEN,
    calls,
    webhook: null,

    bring(update) {
      if (telegram.webhook !== null) {
        const { url, secret } = telegram.webhook;
        const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
        void fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
        return;
      }
      updates.push(update);
      arrived();
    },

    refuse(found, refusal, times = 1) {
      refusals.push({ found, refusal, times });
    },

    talker({ id = people++, language = 'en', groupId } = {}) {
      const chatId = groupId ?? id;
      const from = { id, is_bot: false, first_name: `Person ${id}`, language_code: language };
      const chat = groupId === undefined ? { id: chatId, type: 'private' } : { id: chatId, type: 'supergroup', title: 'Friends' };
      const bring = (rest: Fields): Update => {
        const update = { update_id: updateId++, ...rest };
        telegram.bring(update);
        return update;
      };
      const talker: Talker = {
        id,
        chatId,
        notes: [],
        messages: () => messages.filter((message) => message.chatId === chatId),
        say: (text) => bring({ message: { message_id: messageId++, date: 0, chat, from, text } }),
        async press(label, which = () => true) {
          const [message, button] = await until(`there is a button ${label}`, () => newest(talker.messages().filter(which), label));
          return talker.pressData(message.id, String(button.data));
        },
        pressData(message, data) {
          const query = String(++callback);
          pressed.set(query, talker);
          return bring({ callback_query: { id: query, chat_instance: '1', from, message: { message_id: message, date: 0, chat }, data } });
        },
        hears: (text, after = 0) =>
          until(`the bot says ${text}`, () =>
            talker
              .messages()
              .find((message) => message.id > after && (typeof text === 'string' ? message.text.includes(text) : text.test(message.text))),
          ),
      };
      talkers.push(talker);
      return talker;
    },

    block({ id, chatId }) {
      const chat = { id: chatId, type: 'private' };
      const status = (word: string) => ({ status: word, user: BOT });
      const from = { id, is_bot: false, first_name: 'Gone' };
      telegram.bring({
        update_id: updateId++,
        my_chat_member: { chat, from, date: 0, old_chat_member: status('member'), new_chat_member: status('kicked') },
      });
    },

    waiting: () => updates.length,
    nextUpdateId: () => updateId++,
    stop: server.stop,
  };
  return telegram;
}

/** The newest message with such a button, and the button. */
function newest(messages: readonly SeenMessage[], label: string): readonly [SeenMessage, SeenButton] | null {
  for (const message of [...messages].reverse()) {
    const button = message.buttons.flat().find(({ text, data }) => text.startsWith(label) && data !== null);
    if (button) return [message, button];
  }
  return null;
}
