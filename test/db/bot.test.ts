import type { Bot } from '../../bot/bot';
import { startApp, type TestApp } from '../support/app';
import { aBot, aBotKey, fillForBot } from '../support/bot';
import { withDatabase } from '../support/database';
import { startTelegram, type Telegram } from '../support/telegram';
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

const eventsOf = async (telegramId: number): Promise<readonly string[]> =>
  (
    await fixture.db.query(
      `select type from events join users on users.id = "userId" where source = 'app' and "externalId" = $1 order by events."receivedAt"`,
      [`telegram-${telegramId}`],
    )
  ).map(({ type }: { type: string }) => type);

describe('a conversation', () => {
  it('greets, asks for genres and cards, and finds films for a mood and a time, in English', async () => {
    const ann = telegram.talker();
    ann.say('/start');
    await ann.hears('Hello!');
    await ann.press('Comedy');
    await until('the genre is chosen', () => ann.messages().some(({ buttons }) => buttons.flat().some(({ text }) => text === '✅ Comedy')));
    await ann.press('Done', ({ text }) => text.includes('films and series'));
    await ann.hears('Which music');
    await ann.press('Done', ({ text }) => text.includes('music'));
    await ann.hears('Which books');
    await ann.press('Done', ({ text }) => text.includes('books'));
    for (const [number, label] of ['👍 Like', '🤷', '👎'].entries()) {
      await ann.hears(`${number + 1} of 9`);
      await ann.press(label, ({ text }) => text.includes(`${number + 1} of 9`));
    }
    await ann.hears('4 of 9');
    await ann.press('Enough', ({ text }) => text.includes('4 of 9'));
    await ann.hears('Thank you!');
    expect(await eventsOf(ann.id)).toEqual(['LIKE', 'DONT_KNOW', 'DISLIKE']);

    await ann.press('🔎 Search');
    await ann.hears('How do you feel?');
    await ann.press('Joy');
    await ann.press('2 hours');
    await ann.press('🎬 Films');
    await ann.hears('Here you are');
    const cards = ann.messages().filter(({ text, buttons }) => text.includes('⏱') && buttons.flat().length >= 3);
    expect(cards).toHaveLength(3);
    expect(cards[0]?.text).toMatch(/^<b>Comedy \d+<\/b> \(\d{4}\)\nfilm · 1 h 30 min\nComedy, Drama\n⏱ Fits: 1 h 30 min\n<i>.+<\/i>$/);
    await ann.press('👍 Like', ({ id }) => id === cards[0]?.id);
    await until('it counts', async () => (await eventsOf(ann.id)).length === 4);
    expect((await eventsOf(ann.id)).at(-1)).toBe('LIKE');
    await ann.press('🔎 Search again');
    await ann.hears('How do you feel?', cards.at(-1)?.id);
  });
});
