import type { Bot } from '../../bot/bot';
import { TitleKind } from '../../core/title';
import { startApp, type TestApp } from '../support/app';
import { aBot, aBotKey, fillForBot } from '../support/bot';
import { withDatabase } from '../support/database';
import { BROWSER } from '../support/shop';
import { startTelegram, type Telegram } from '../support/telegram';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
let app: TestApp;
let telegram: Telegram;
let bot: Bot;
let key: string;

beforeAll(async () => {
  await fillForBot(fixture.db);
  await aShowAtAShop();
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

/** The only series of the catalogue, with a name that looks like HTML, a poster of its own, and an offer. */
async function aShowAtAShop(): Promise<void> {
  const { db } = fixture;
  const name = '<b>R&B</b> *_[hostile](tg://user?id=1)_* '.repeat(20);
  const poster = { posterSource: 'https://pictures.example/a.jpg' };
  const titleId = await aTitle(db, { kind: TitleKind.SHOW, name, genres: ['<i>'], ...poster });
  const [shop] = await db.query(`insert into shops (name, currency) values ('Kino & Co', 'EUR') returning id`);
  await db.query(
    `insert into offers ("shopId", sku, "titleId", url, price, currency, availability, hash)
     values ($1, 'x', $2, 'https://shop.example/x', 999, 'EUR', 'IN_STOCK', 'x')`,
    [shop.id, titleId],
  );
}

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

  it('is held in Russian with whoever speaks it, and changes genres later', async () => {
    const bob = telegram.talker({ language: 'ru-RU' });
    bob.say('привет');
    await bob.hears('Привет!');
    for (const asked of ['фильмы и сериалы', 'музыка', 'книги']) {
      await bob.hears(asked);
      await bob.press('Готово', ({ text }) => text.includes(asked));
    }
    await bob.hears('1 из 9');
    await bob.press('Хватит');
    await bob.hears('Спасибо!');
    await bob.press('⚙️ Настройки');
    await bob.press('📚 Книги');
    const settings = await bob.hears('Что изменить?');
    await bob.press('Novel', ({ id }) => id > settings.id);
    await until('it is liked', async () => {
      const [user] = await fixture.db.query(`select preferences from users where "externalId" = $1`, [`telegram-${bob.id}`]);
      return user.preferences.genres?.BOOK?.Novel === 1;
    });
    await bob.press('Готово', ({ buttons }) => buttons.flat().some(({ text }) => text === '✅ Novel'));
    const saved = await bob.hears('Сохранено.');
    await bob.press('Назад', ({ id }) => id === saved.id);
    await bob.hears('Что будем делать?', saved.id);
    await bob.press('💡 Подробнее');
    await bob.hears('Скажите, какое у вас настроение');
    await bob.press('🔎 Поиск');
    await bob.press('Любое настроение');
    await bob.press('1 час');
    await bob.press('✨ Всего понемногу');
    const end = await bob.hears('Поискать ещё?');
    const cards = bob.messages().filter(({ text }) => text.includes('⏱ Подойдёт'));
    expect(cards.map(({ text }) => /\n(фильм|книга|трек)/.exec(text)?.[1])).toEqual(['книга', 'книга', 'книга', 'трек', 'трек', 'трек']);
    expect(cards.at(-1)?.text).toContain('Плейлист на это время:\n1. Pop');
    await bob.press('ℹ️ О боте', ({ id }) => id === end.id);
    await bob.hears('больше ничего о вас');
  });

  it('shows a poster, where a title can be had, and names that look like HTML as they are', async () => {
    const cid = telegram.talker();
    cid.say('/search');
    await cid.press('Any mood');
    await cid.press('As long as');
    await cid.press('📺 Series');
    await cid.hears('Something else');
    const [card] = cid.messages().filter(({ photo }) => photo !== null);
    expect(card?.photo).toBe('https://pictures.example/a.jpg');
    expect(card?.text).toContain('&lt;b&gt;R&amp;B&lt;/b&gt; *_[hostile]');
    const link = card?.buttons.flat().find(({ url }) => url !== null);
    expect(link?.text).toBe('🛒 Kino & Co, €9.99');
    expect(link?.url).toMatch(/^https:\/\/kino\.example\/go\/\d+\?t=/);
    const path = String(link?.url).replace('https://kino.example', app.url);
    expect((await fetch(path, { redirect: 'manual', headers: BROWSER })).headers.get('location')).toContain('https://shop.example/x');
    const [action] = await fixture.db.query('select "userId", "recommendationId" from shop_actions');
    expect(action.recommendationId).not.toBeNull();
    telegram.refuse(({ method }) => method === 'sendPhoto', { code: 400, description: 'Bad Request: wrong type of the web page content' });
    const after = cid.messages().at(-1)?.id ?? 0;
    cid.say('/search');
    await cid.press('Any mood', ({ id }) => id > after);
    await cid.press('As long as');
    await cid.press('📺 Series');
    const asText = await cid.hears('&lt;b&gt;R&amp;B', after);
    expect(asText.photo).toBeNull();
  });
});
