import type { Bot } from '../../bot/bot';
import { startApp, type TestApp } from '../support/app';
import { aBot, aBotKey, fillForBot } from '../support/bot';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { startTelegram, type Telegram } from '../support/telegram';
import type { SeenMessage } from '../support/telegram-server';
import { until } from '../support/until';

const fixture = withDatabase();
let app: TestApp;
let telegram: Telegram;
let bot: Bot;
let key: string;

beforeAll(async () => {
  await fillForBot(fixture.db);
  app = await startApp(fixture.url);
  telegram = await startTelegram();
  key = await aBotKey(fixture.db);
  bot = await aBot(telegram, app.url, key);
});
afterAll(async () => {
  await bot.stop();
  await telegram.stop();
  await app.stop();
});

const GROUP = -1_001_234_567_890;

/** The shortest time between two changes of a message, in milliseconds. */
const shortest = ({ edits }: SeenMessage): number => Math.min(...edits.slice(1).map((at, index) => at - Number(edits[index])));

describe('a blend of a group', () => {
  it('is begun, joined, voted on and changed live, at most every two seconds, and lives on after a restart', async () => {
    const [ann, bob, eve] = ['en', 'ru', 'en'].map((language) => telegram.talker({ language, groupId: GROUP }));
    if (!ann || !bob || !eve) throw new Error('Three are needed.');
    ann.say('what shall we watch?');
    ann.say('/blend@other_bot');
    ann.say('/blend@Kinograph_bot');
    const list = await ann.hears('A list for one of you so far');
    expect(ann.messages()).toHaveLength(1);
    await bob.press('Join');
    await until('he is told in his language', () => bob.notes.includes('Вы в деле: список учитывает и вас.'));
    await bob.press('1 👍');
    await ann.press('1 👍');
    await ann.press('2 🚫');
    await eve.press('1 👎');
    await until('a stranger is told', () => eve.notes.includes('Join first, then vote.'));
    await until('both votes are seen', () => list.text.includes('A list for 2 of you') && list.text.includes('👍2'));
    expect(list.text).not.toContain('👎1');
    await bot.stop();
    bot = await aBot(telegram, app.url, key);
    bob.pressData(list.id, String(list.buttons[2]?.[0]?.data));
    await until('a vote after the restart is seen', () => list.text.includes('👍1'));
    expect(list.edits.length).toBeGreaterThanOrEqual(2);
    await bob.press('Leave');
    await until('he is out', () => list.text.includes('A list for one of you so far'));
    expect(ann.messages()).toHaveLength(1);
  });

  it('changes its message at most once in two seconds however many vote', async () => {
    const ann = telegram.talker({ groupId: GROUP - 1 });
    ann.say('/blend');
    const list = await ann.hears('A list for one of you so far');
    const ups = list.buttons.slice(0, 5).map(([up]) => String(up?.data));
    for (const data of ups) ann.pressData(list.id, data);
    await until('all votes are noted', () => ann.notes.length === 5);
    await until('the last is seen', () => list.text.split('👍1').length === 6);
    expect(list.edits.length).toBeLessThanOrEqual(3);
    if (list.edits.length > 1) expect(shortest(list)).toBeGreaterThanOrEqual(1_900);
  });

  it('keeps nobody’s rights but each person’s own: the bot’s key names nobody itself', async () => {
    const headers = { authorization: `Bearer ${key}` };
    const { data, errors } = await ask(app.url, '{ blends(userId: "app:telegram-1") { totalCount } }', { headers });
    expect([data, errors[0]?.extensions?.code]).toEqual([null, 'FORBIDDEN']);
    const own = await ask(app.url, '{ chatSessions(startsWith: "-") { nodes { id userId } } }', { headers });
    const { nodes } = fieldOf<{ nodes: readonly { id: string; userId: string | null }[] }>(own, 'chatSessions');
    expect(nodes.map(({ id }) => id)).toContain(String(GROUP));
    expect(nodes.every(({ userId }) => userId !== null)).toBe(true);
  });

  it('is over where it was begun anew, and is for groups only', async () => {
    const ann = telegram.talker({ groupId: GROUP - 2 });
    ann.say('/blend');
    const first = await ann.hears('A list for one');
    ann.say('/blend');
    await ann.hears('A list for one', first.id);
    ann.pressData(first.id, 'bj');
    await until('the first is over', () => ann.notes.includes('This list is over. Say /blend to begin a new one.'));
    const alone = telegram.talker();
    alone.say('/blend');
    await alone.hears('A blend is for groups');
  });
});
