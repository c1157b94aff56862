import type { Bot } from '../../bot/bot';
import type { State } from '../../bot/state';
import { startApp, type TestApp } from '../support/app';
import { aBot, aBotKey, fillForBot } from '../support/bot';
import { withDatabase } from '../support/database';
import { aGate, type Gate } from '../support/gate';
import { startTelegram, type Talker, type Telegram } from '../support/telegram';
import { until } from '../support/until';

const fixture = withDatabase();
let app: TestApp;
let gate: Gate;
let telegram: Telegram;
let bot: Bot;
let key: string;

beforeAll(async () => {
  await fillForBot(fixture.db);
  app = await startApp(fixture.url);
  gate = await aGate(app.url);
  telegram = await startTelegram();
  key = await aBotKey(fixture.db);
  bot = await aBot(telegram, gate.url, key);
});
afterAll(async () => {
  await bot.stop();
  await telegram.stop();
  await gate.stop();
  await app.stop();
});

async function stateOf({ chatId }: Talker): Promise<State | undefined> {
  const [row] = await fixture.db.query('select state from chat_sessions where id = $1', [String(chatId)]);
  return row?.state;
}

/** Somebody whose first questions are over. */
async function aRegular(language = 'en'): Promise<Talker> {
  const talker = telegram.talker({ language });
  const blank = JSON.stringify({ registered: true });
  await fixture.db.query(`insert into chat_sessions ("keyId", id, state) select id, $1, $2 from api_keys where starts_with($3, prefix)`, [
    String(talker.chatId),
    blank,
    key,
  ]);
  return talker;
}

const answersTo = ({ chatId }: Talker, method: string) =>
  telegram.calls.filter((call) => call.method === method && String(call.fields.chat_id) === String(chatId));

describe('the bot', () => {
  it('goes on where it was after a restart, even between two buttons', async () => {
    const ann = await aRegular();
    ann.say('/search');
    await ann.press('Joy');
    await ann.hears('How much time');
    await until('it is kept', async () => (await stateOf(ann))?.mood);
    await bot.stop();
    await ann.press('1 hour');
    bot = await aBot(telegram, gate.url, key);
    await ann.hears('What shall it be?');
    await ann.press('🎵 Music');
    await ann.hears('Here you are');
    expect((await stateOf(ann))?.mood).toBe('joyful');
  });

  it('answers an update once, however often it is brought', async () => {
    const bob = await aRegular();
    const update = bob.say('/start');
    await bob.hears('What would you like to do?');
    await until('it is kept', async () => (await stateOf(bob))?.seen?.length);
    await bot.stop();
    telegram.bring(update);
    bot = await aBot(telegram, gate.url, key);
    bob.say('/settings');
    await bob.hears('What do you want to change?');
    expect(bob.messages()).toHaveLength(2);
  });

  it('answers an old button kindly, and data that no button of it has', async () => {
    const cid = await aRegular();
    cid.say('/search');
    const first = await cid.hears('How do you feel?');
    cid.say('/search');
    await cid.hears('How do you feel?', first.id);
    const data = String(first.buttons[0]?.[0]?.data);
    const odd = [
      '',
      'm',
      'zz:1',
      'm:99999999999999999999:x',
      "a:1';drop table users:1:l",
      'x'.repeat(500),
      'bj',
      'a:999999999:1:1:l',
      data,
    ];
    for (const each of odd) cid.pressData(first.id, each);
    await until('all are answered', () => answersTo(cid, 'sendMessage').length === 2 && cid.notes.length >= odd.length);
    expect(cid.notes.at(-1)).toBe('That button is from before. The newest message has the ones that work.');
    expect(cid.messages()).toHaveLength(2);
  });

  it('waits as long as Telegram says after a 429, while others are served', async () => {
    const [dan, eve] = [await aRegular(), await aRegular()];
    const isToDan = ({ method, fields }: { method: string; fields: Readonly<Record<string, unknown>> }) =>
      method === 'sendMessage' && fields.chat_id === dan.chatId;
    telegram.refuse(isToDan, { code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 0.7 });
    dan.say('/start');
    await until('it was refused', () => answersTo(dan, 'sendMessage').length === 1);
    eve.say('/start');
    await eve.hears('What would you like to do?');
    expect(dan.messages()).toEqual([]);
    await dan.hears('What would you like to do?');
    const [refused, sent] = answersTo(dan, 'sendMessage');
    expect(Number(sent?.at) - Number(refused?.at)).toBeGreaterThanOrEqual(690);
  });

  it('tries again after faults of the way', async () => {
    const fay = await aRegular();
    telegram.refuse(({ method, fields }) => method === 'sendMessage' && fields.chat_id === fay.chatId, {
      code: 502,
      description: 'Bad Gateway',
    });
    fay.say('/start');
    await fay.hears('What would you like to do?');
    expect(answersTo(fay, 'sendMessage')).toHaveLength(2);
  });

  it('says nothing more to who blocked it, until they come back', async () => {
    const gil = await aRegular();
    const forbidden = { code: 403, description: 'Forbidden: bot was blocked by the user' };
    telegram.refuse(({ method, fields }) => method.startsWith('send') && fields.chat_id === gil.chatId, forbidden);
    gil.say('/start');
    await until('it is known', async () => (await stateOf(gil))?.blocked);
    expect(answersTo(gil, 'sendMessage')).toHaveLength(1);
    gil.say('/start');
    await gil.hears('What would you like to do?');
    await until('they are heard again', async () => (await stateOf(gil))?.blocked === false);
    telegram.block(gil);
    await until('it is known from Telegram', async () => (await stateOf(gil))?.blocked);
  });

  it('says in their language that Kinograph is away, once, and answers as soon as it is back', async () => {
    const [hal, ida] = [await aRegular(), await aRegular('ru')];
    gate.isOpen = false;
    for (const talker of [hal, ida]) talker.say('/start');
    await hal.hears('I cannot reach Kinograph');
    await ida.hears('не могу связаться');
    const events = hal.say('/settings');
    gate.isOpen = true;
    await hal.hears('What would you like to do?');
    await ida.hears('Что будем делать?');
    await hal.hears('What do you want to change?');
    expect(hal.messages()).toHaveLength(3);
    expect(events.update_id).toBeGreaterThan(0);
  });

  it('leaves to the next bot what it could not answer', async () => {
    const jan = await aRegular();
    gate.isOpen = false;
    jan.say('/start');
    await jan.hears('I cannot reach Kinograph');
    await bot.stop();
    expect(telegram.waiting()).toBe(1);
    gate.isOpen = true;
    bot = await aBot(telegram, gate.url, key);
    await jan.hears('What would you like to do?');
  });

  it('begins a session anew where its token is not believed any more', async () => {
    const kim = await aRegular();
    kim.say('/settings');
    await kim.press('🎬 Films');
    await kim.hears('Which films and series');
    await app.stop();
    app = await startApp(fixture.url, { PORT: new URL(app.url).port, SESSION_SECRET: 'another secret of sessions, thirty-two' });
    await kim.press('Comedy');
    await until('it is chosen', () => kim.messages().some(({ buttons }) => buttons.flat().some(({ text }) => text === '✅ Comedy')));
  });

  it('takes updates by webhook in any order, each once, and only from who knows the secret', async () => {
    await bot.stop();
    const secret = 'a_secret_of_a_webhook';
    const webhook = { url: 'https://bot.example/hook', secret, host: '127.0.0.1', port: 0 };
    bot = await aBot(telegram, gate.url, key, { webhook });
    telegram.webhook = { url: `http://127.0.0.1:${bot.port}/`, secret };
    expect(telegram.calls.find(({ method }) => method === 'setWebhook')?.fields).toMatchObject({ url: webhook.url, secret_token: secret });
    const lee = await aRegular();
    const post = async (body: string, token: string): Promise<number> => {
      const headers = { 'x-telegram-bot-api-secret-token': token };
      return (await fetch(String(telegram.webhook?.url), { method: 'POST', headers, body })).status;
    };
    const late = telegram.nextUpdateId();
    const update = lee.say('/start');
    await lee.hears('What would you like to do?');
    const body = JSON.stringify({ ...update, update_id: late });
    for (const wrong of ['', 'a_secret_of_a_webhoox', `${secret}x`]) expect(await post(body, wrong)).toBe(401);
    expect(await post('{', secret)).toBe(400);
    expect(await post('[]', secret)).toBe(400);
    expect(await post(`{"update_id":1,"x":"${'x'.repeat(1_000_001)}"}`, secret)).toBe(400);
    expect(await post(JSON.stringify(update), secret)).toBe(200);
    expect(lee.messages()).toHaveLength(1);
    expect(await post(body, secret)).toBe(200);
    expect(lee.messages()).toHaveLength(2);
    await bot.stop();
    telegram.webhook = null;
    bot = await aBot(telegram, gate.url, key);
  });

  it('does not start with a key that does not do, and says which setting it is', async () => {
    await expect(aBot(telegram, gate.url, 'kg_wrong')).rejects.toThrow('KINOGRAPH_KEY does not do');
  });
});
