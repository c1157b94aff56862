import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { below, seeded } from '../core/random';
import { migrate, openDatabase } from '../store/database';
import { type Embedded, startEmbedded } from '../store/embedded/server';
import { fillForBot } from '../test/support/bot';
import { buttonsOf, type Call, serveBotApi } from '../test/support/telegram-server';
import { commit, machine, percentile } from './machine';
import { addSyntheticModel, fillCrowd } from './people-and-films';
import { processorTime } from './processor';
import { type BenchServer, startServer } from './server';

const PEOPLE = 200;
const SEARCHES = 2;
const CARDS = 4;
/** Between an answer and what a person does next, in milliseconds: quicker than people read. */
const THINK_MS = [1_000, 3_000] as const;
const WARM_UP = 10;
const BAR_MS = 200;
const TOKEN = '1:bench';
const SECRET = 'a secret of this benchmark alone';
const K = 64;
const CROWD = { films: 2_000, people: 500, interactions: 50 };

type Update = { readonly update_id: number };
/** The newest buttons of each kind that a person sees, by the first word of their data. */
type Seen = Map<string, { readonly messageId: number; readonly data: readonly string[] }>;

interface Chat {
  readonly id: number;
  readonly seen: Seen;
  /** Called whenever the bot does something in this chat. */
  changed: () => void;
}

/**
 * Measures how long the bot takes from an update to its first answer while 200 people talk with it: the first questions, cards, and lists by mood and
 * time, over 2,000 films with a model of k = 64, some books and tracks. Server, PostgreSQL and bot are processes of their own; the stand-in of
 * Telegram is this one, and the way to Telegram is not in it.
 */
export async function benchBot(print: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-bench-'));
  const postgres = await startEmbedded({ directory, log: pino({ level: 'warn' }) });
  try {
    await fill(postgres);
    const secrets = { SESSION_SECRET: SECRET, ADDRESS_SECRET: SECRET };
    const server = await startServer({ DATABASE_URL: postgres.url, ...secrets, REQUESTS_PER_MINUTE: '100000000' });
    const telegram = await aTelegram();
    await talk({ server, telegram }, print).finally(async () => {
      await telegram.stop();
      await server.stop();
    });
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function fill({ url }: Embedded): Promise<void> {
  const database = await openDatabase(url, { connections: 2 });
  try {
    await migrate(database);
    const { films } = await fillCrowd(database.db, CROWD, seeded(1));
    await addSyntheticModel(database.db, films, { k: K, random: seeded(K) });
    await fillForBot(database.db);
  } finally {
    await database.close();
  }
}

type Telegram = Awaited<ReturnType<typeof aTelegram>>;

async function talk({ server, telegram }: { server: BenchServer; telegram: Telegram }, print: (line: string) => void): Promise<void> {
  const make = 'mutation { createApiKey(input: { kind: SERVER, name: "bot", scopes: [SESSIONS_WRITE] }) { secret } }';
  const { createApiKey } = await server.ask<{ createApiKey: { secret: string } }>(make);
  const settings = { TELEGRAM_BOT_TOKEN: TOKEN, KINOGRAPH_URL: server.url, KINOGRAPH_KEY: createApiKey.secret, BOT_API_ROOT: telegram.url };
  const env = { ...process.env, ...settings, LOG_LEVEL: 'error' };
  const bot = spawn(process.execPath, ['--import', 'tsx', 'bot/main.ts'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve) => bot.once('exit', resolve));
  try {
    print(`the bot: ${PEOPLE} people at once, each on ${THINK_MS.join(' to ')} ms after an answer, at ${commit()} on ${machine()}`);
    print('  command: npm run bench -- bot');
    await Promise.all(Array.from({ length: WARM_UP }, (_, at) => person(telegram, telegram.chat(10_000 + at), seeded(at), 0.2)));
    const [began, worked] = [performance.now(), processorTime(Number(bot.pid))];
    const times = await Promise.all(Array.from({ length: PEOPLE }, (_, at) => person(telegram, telegram.chat(1 + at), seeded(at))));
    const seconds = (performance.now() - began) / 1_000;
    const all = times.flat();
    const shares = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${percentile(all, share).toFixed(0)} ms`).join(', ');
    const each = (processorTime(Number(bot.pid)) - worked) / all.length;
    print(`  the bot’s own processor time: ${each.toFixed(1)} ms an update`);
    print(
      `  ${all.length} updates in ${seconds.toFixed(0)} s, ${(all.length / seconds).toFixed(0)} a second: first answer after ${shares} (bar ${BAR_MS})`,
    );
  } finally {
    bot.kill('SIGTERM');
    await ended;
  }
}

/** One conversation; answers how long each first answer took. */
async function person(telegram: Telegram, chat: Chat, random: () => number, pace = 1): Promise<readonly number[]> {
  const times: number[] = [];
  const think = () => new Promise((resolve) => setTimeout(resolve, pace * (THINK_MS[0] + random() * (THINK_MS[1] - THINK_MS[0]))));
  await think();

  /** Waits for buttons, thinks, and presses one of them. */
  async function press(verb: string, choose = (data: readonly string[]) => data[below(random, data.length)]): Promise<void> {
    while (!chat.seen.has(verb)) await new Promise<void>((resolve) => onChange(chat, resolve));
    await think();
    const { messageId, data } = chat.seen.get(verb) as { messageId: number; data: readonly string[] };
    // An older question’s buttons hold no more.
    if (verb !== 'a') chat.seen.clear();
    else chat.seen.delete(verb);
    times.push(await telegram.press(chat, messageId, choose(data) ?? ''));
  }

  times.push(await telegram.say(chat, '/start'));
  for (let kind = 0; kind < 3; kind++) {
    await press('g');
    await press('gd');
  }
  for (let card = 0; card < CARDS; card++) await press('c');
  await press('ce');
  for (let search = 0; search < SEARCHES; search++) {
    await press('mn', (data) => data.find((each) => each === 'mn:s'));
    await press('m');
    await press('t');
    await press('w');
    // Where nothing fits there is no card to answer.
    while (!chat.seen.has('mn')) await new Promise<void>((resolve) => onChange(chat, resolve));
    if (chat.seen.has('a')) await press('a');
  }
  return times;
}

function onChange(chat: Chat, told: () => void): void {
  const before = chat.changed;
  chat.changed = () => {
    before();
    told();
  };
}

async function aTelegram() {
  const chats = new Map<number, Chat>();
  const askers = new Map<string, Chat>();
  let waiting: Update[] = [];
  let arrived = (): void => undefined;
  let [updateId, messageId, query] = [1, 1, 0];

  function seen(fields: Call['fields']): { result: unknown } {
    const chat = chats.get(Number(fields.chat_id));
    const id = Number(fields.message_id ?? messageId++);
    for (const { data } of buttonsOf(fields.reply_markup).flat()) {
      const verb = data?.split(':')[0];
      // Of a card that was answered.
      if (!chat || !data || !verb || data.startsWith('c:0:')) continue;
      const before = chat.seen.get(verb);
      chat.seen.set(verb, { messageId: id, data: before?.messageId === id ? [...before.data, data] : [data] });
    }
    changed(chat);
    return { result: { message_id: id, date: 0, chat: { id: chat?.id } } };
  }

  function changed(chat: Chat | undefined): void {
    const told = chat?.changed;
    if (chat) chat.changed = () => undefined;
    told?.();
  }

  const server = await serveBotApi({
    token: TOKEN,
    methods: {
      getMe: () => ({ result: { id: 1, is_bot: true, first_name: 'Bot', username: 'bench_bot' } }),
      deleteWebhook: () => ({ result: true }),
      setMyCommands: () => ({ result: true }),
      sendMessage: seen,
      sendPhoto: seen,
      editMessageText: seen,
      editMessageReplyMarkup: seen,
      answerCallbackQuery({ text, callback_query_id: id }) {
        if (text) changed(askers.get(String(id)));
        return { result: true };
      },
      async getUpdates({ offset, timeout }) {
        waiting = waiting.filter(({ update_id }) => update_id >= Number(offset ?? 0));
        if (waiting.length === 0 && Number(timeout) > 0)
          await new Promise<void>((resolve) => {
            arrived = resolve;
          });
        return { result: waiting.slice(0, 100) };
      },
    },
    called: () => undefined,
    refusal: () => null,
  });

  /** Brings an update; resolves with how long it took until the bot did something in the chat. */
  function bring(chat: Chat, update: object): Promise<number> {
    return new Promise((resolve) => {
      const began = performance.now();
      onChange(chat, () => resolve(performance.now() - began));
      waiting.push({ update_id: updateId++, ...update });
      arrived();
    });
  }

  const whole = (chat: Chat) => ({
    from: { id: chat.id, is_bot: false, first_name: 'A', language_code: 'en' },
    chat: { id: chat.id, type: 'private' },
  });
  return {
    url: server.url,
    stop: () => {
      arrived();
      return server.stop();
    },
    chat(id: number): Chat {
      const chat = { id, seen: new Map(), changed: () => undefined };
      chats.set(id, chat);
      return chat;
    },
    say: (chat: Chat, text: string) => bring(chat, { message: { message_id: messageId++, date: 0, ...whole(chat), text } }),
    press(chat: Chat, message: number, data: string) {
      const id = String(++query);
      askers.set(id, chat);
      const { from, chat: where } = whole(chat);
      return bring(chat, {
        callback_query: { id, chat_instance: '1', from, message: { message_id: message, date: 0, chat: where }, data },
      });
    },
  };
}

if (require.main === module) void benchBot(console.log);
