import fc from 'fast-check';
import { button, clip, readData, shortOf, VERBS } from '../../bot/buttons';
import { escaped, placeText, priceText, titleText } from '../../bot/card';
import { readUpdate } from '../../bot/incoming';
import { readSettings } from '../../bot/settings';
import { emptyState, readState, remember } from '../../bot/state';
import { wordsOf } from '../../bot/words/words';
import { faultOf } from '../support/telegram-server';

const GIVEN = { TELEGRAM_BOT_TOKEN: '123:secret-token', KINOGRAPH_URL: 'http://127.0.0.1:4000/', KINOGRAPH_KEY: 'kg_secret' };

describe('the settings of the bot', () => {
  it('need a token, an address and a key, and nothing else', () => {
    expect(readSettings(GIVEN)).toEqual({
      token: '123:secret-token',
      url: 'http://127.0.0.1:4000',
      publicUrl: 'http://127.0.0.1:4000',
      key: 'kg_secret',
      apiRoot: 'https://api.telegram.org',
      webhook: null,
    });
  });

  it('name every fault at once, and repeat no value', () => {
    const wrong = {
      TELEGRAM_BOT_TOKEN: 'my-secret',
      KINOGRAPH_URL: 'ftp://x',
      BOT_WEBHOOK_URL: 'http://secret.example',
      BOT_WEBHOOK_SECRET: 'short',
    };
    let message = '';
    try {
      readSettings(wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const name of [...Object.keys(wrong), 'KINOGRAPH_KEY']) expect(message).toContain(name);
    for (const value of Object.values(wrong)) expect(message).not.toContain(value);
  });

  it('listen for a webhook where one is named', () => {
    const secret = 'x'.repeat(16);
    const webhook = { BOT_WEBHOOK_URL: 'https://bot.example/hook', BOT_WEBHOOK_SECRET: secret, BOT_WEBHOOK_PORT: '9000' };
    expect(readSettings({ ...GIVEN, ...webhook }).webhook).toEqual({
      url: 'https://bot.example/hook',
      secret,
      host: '127.0.0.1',
      port: 9_000,
    });
  });
});

describe('the data of buttons', () => {
  it('comes back as it was made, in at most 64 bytes', () => {
    const part = fc.oneof(fc.nat(), fc.stringMatching(/^[\w-]{1,12}$/));
    fc.assert(
      fc.property(fc.constantFrom(...VERBS), fc.array(part, { maxLength: 3 }), (verb, parts) => {
        const made = button('x', verb, ...parts);
        const data = 'callback_data' in made ? made.callback_data : '';
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(readData(data)).toEqual({ verb, parts: parts.map(String) });
      }),
    );
  });

  it('is read of any text without a fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => void readData(text)));
    for (const wrong of ['', 'zz', 'a:<b>', `a:${'1'.repeat(64)}`, 'a:1:2:3:4:5:6']) expect(readData(wrong)).toBeNull();
  });

  it('names long names by few letters', () => {
    expect([shortOf(''), shortOf('a')]).toEqual([(0x811c9dc5).toString(36), (0xe40c292c).toString(36)]);
    fc.assert(fc.property(fc.string(), (name) => expect(shortOf(name)).toMatch(/^[0-9a-z]{1,7}$/)));
  });
});

describe('what the bot says', () => {
  const nasty = fc.string({ unit: 'binary', maxLength: 3_000 });
  const title = fc.record({
    id: fc.constant('1'),
    kind: fc.constantFrom('MOVIE', 'SHOW', 'BOOK', 'TRACK'),
    name: nasty,
    year: fc.option(fc.integer()),
    genres: fc.array(nasty, { maxLength: 8 }),
    seconds: fc.option(fc.nat()),
    pages: fc.option(fc.nat()),
    posterUrl: fc.constant('/posters/1'),
    posterIsDrawn: fc.boolean(),
    offers: fc.constant([]),
  });
  const fit = fc.record({
    seconds: fc.nat(),
    pages: fc.option(fc.nat()),
    episode: fc.option(fc.record({ name: nasty, season: fc.option(fc.nat()), number: fc.option(fc.nat()) })),
    playlist: fc.option(fc.array(fc.record({ name: nasty }), { maxLength: 30 })),
  });
  const reason = fc.record({
    code: fc.constantFrom('BECAUSE_WATCHED', 'LIKED_GENRE', 'POPULAR'),
    genre: fc.option(nasty),
    title: fc.option(fc.record({ name: nasty })),
  });

  it('is HTML that Telegram takes below a picture, whatever titles are called', () => {
    const place = fc.record({ rank: fc.nat(), title, fit: fc.option(fit), reasons: fc.array(reason, { maxLength: 5 }) });
    fc.assert(
      fc.property(place, fc.constantFrom('en', 'ru'), (each, language) => {
        const words = wordsOf(language);
        expect(faultOf({ photo: 'x', caption: placeText(each as never, words) })).toBeNull();
        expect(faultOf({ photo: 'x', caption: `${titleText(each.title as never, words)}\n\n${words.card(9, 9)}` })).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('keeps to what a picture may have below it where every name is as long as can be', () => {
    const name = '🎬'.repeat(3_000);
    const long = { id: '1', kind: 'TRACK', name, year: 2000, genres: [name, name], seconds: 1, pages: null, offers: [] };
    const playlist = Array.from({ length: 30 }, () => ({ name }));
    const because = [{ code: 'BECAUSE_WATCHED', genre: null, title: { name } }];
    const place = {
      rank: 1,
      title: long,
      fit: { seconds: 1, pages: null, episode: { name, season: 1, number: 1 }, playlist },
      reasons: because,
    };
    const text = placeText(place as never, wordsOf('ru'));
    expect(faultOf({ photo: 'x', caption: text })).toBeNull();
    expect(text.startsWith('<b>🎬')).toBe(true);
  });

  it('escapes what HTML reads, and cuts between characters', () => {
    expect(escaped('<a href="x">&amp;')).toBe('&lt;a href="x"&gt;&amp;amp;');
    expect([clip('👍👍👍', 2), clip('abc', 3)]).toEqual(['👍…', 'abc']);
  });

  it('writes prices as the language does, with the digits of the currency', () => {
    expect([priceText(1_299, 'EUR', 'en'), priceText(1_299, 'JPY', 'en')]).toEqual(['€12.99', '¥1,299']);
    expect(priceText(1_299, 'RUB', 'ru')).toMatch(/^12,99\s₽$/u);
    expect(priceText(150, '??', 'en')).toBe('1.5 ??');
  });
});

describe('an update', () => {
  const from = { id: 7, is_bot: false, first_name: 'A', language_code: 'ru' };
  const message = (text: string, type = 'private', given: object = from) =>
    readUpdate({ update_id: 1, message: { message_id: 1, date: 0, chat: { id: -5, type }, from: given, text } } as never, 'Kino_Bot');

  it('is read by what somebody does', () => {
    expect(message('/start now')?.deed).toEqual({ kind: 'command', name: 'start' });
    expect(message('/Blend@kino_bot', 'supergroup')).toMatchObject({
      isGroup: true,
      language: 'ru',
      deed: { kind: 'command', name: 'blend' },
    });
    expect(message('hello')?.deed).toEqual({ kind: 'text' });
  });

  it.each([
    ['a command for another bot', () => message('/start@other_bot', 'group')],
    ['what people of a group say to each other', () => message('hello', 'group')],
    ['a channel', () => message('/start', 'channel')],
    ['another bot', () => message('/start', 'private', { ...from, is_bot: true })],
    ['something new', () => readUpdate({ update_id: 2, poll: {} } as never, 'kino_bot')],
  ])('is nothing to the bot when it is %s', (_name, read) => {
    expect(read()).toBeNull();
  });

  it('is remembered, the last thirty of a chat', () => {
    const state = emptyState();
    for (let id = 1; id <= 40; id++) remember(state, id);
    expect([state.seen.length, state.seen[0], state.seen.at(-1)]).toEqual([30, 11, 40]);
    expect(readState({ turn: 3 })).toEqual({ ...emptyState(), turn: 3 });
  });
});
