import { randomUUID } from 'node:crypto';
import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aLiveModel } from '../support/factors';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { openSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
const clock = { ahead: 0 };
const DAY_MS = 86_400_000;
let app: TestApp;
let films: number[];
let book: number;

beforeAll(async () => {
  films = await Promise.all(Array.from({ length: 8 }, (_, at) => aTitle(fixture.db, { name: `Film ${at}`, genres: ['Drama'] })));
  book = await aTitle(fixture.db, { kind: TitleKind.BOOK, name: 'Book', genres: ['History'] });
  const vectors = new Map(films.map((id, at) => [id, at % 2 === 0 ? ([1, 0.1 * at] as const) : ([0.1 * at, 1] as const)]));
  await aLiveModel(fixture.db, vectors, (id) => 2_000 - id);
  app = await startApp(fixture.url, {}, () => new Date(Date.now() + clock.ahead));
});
afterAll(() => app.stop());

const CARDS = 'query ($input: TasteCardsInput!) { tasteCards(input: $input) { gain reason title { id name kind } } }';
interface Card {
  readonly gain: number | null;
  readonly reason: string;
  readonly title: { readonly id: string; readonly kind: string };
}
const askedOf = (viewer: Viewer, input: object = {}) => ask(app.url, CARDS, { headers: viewer.headers, variables: { input } });
const cardsOf = async (viewer: Viewer, input: object = {}): Promise<readonly Card[]> => fieldOf(await askedOf(viewer, input), 'tasteCards');
const answer = (viewer: Viewer, type: string, titleId: string) =>
  ask(app.url, 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }', {
    headers: viewer.headers,
    variables: { events: [anEvent({ id: randomUUID(), type, titleId })] },
  });

describe('taste cards', () => {
  it('ask about each title once, whatever the answer was, until nothing is left', async () => {
    const ann = await aViewer(app.url);
    const asked: string[] = [];
    for (const type of ['LIKE', 'DISLIKE', 'DONT_KNOW', 'DONT_KNOW', 'LIKE', 'DONT_KNOW', 'DONT_KNOW', 'DISLIKE', 'DONT_KNOW']) {
      const [card] = await cardsOf(ann, { first: 1 });
      asked.push(card?.title.id ?? '');
      await answer(ann, type, card?.title.id ?? '');
    }
    expect([...asked].sort()).toEqual([...films, book].map(String).sort());
    expect(await cardsOf(ann)).toEqual([]);
    // Another person is asked all the same.
    expect(await cardsOf(await aViewer(app.url), { first: 20 })).toHaveLength(9);
  });

  it('ask again after a year about what somebody did not know', async () => {
    const ann = await aViewer(app.url);
    await answer(ann, 'DONT_KNOW', String(book));
    // A key, since nobody's token holds for a year.
    const headers = await aKey(fixture.db, Scope.RECOMMENDATIONS_READ);
    const variables = { input: { userId: ann.id, kinds: ['BOOK'] } };
    const asked = async (): Promise<number> => fieldOf<Card[]>(await ask(app.url, CARDS, { headers, variables }), 'tasteCards').length;
    expect(await asked()).toBe(0);
    clock.ahead = 366 * DAY_MS;
    expect(await asked()).toBe(1);
    clock.ahead = 0;
  });

  it('are of the kinds asked for, leave out what is named, and say whether a model chose them', async () => {
    const ann = await aViewer(app.url);
    const books = await cardsOf(ann, { kinds: ['BOOK'] });
    expect(books).toEqual([{ gain: null, reason: 'KNOWN', title: expect.objectContaining({ id: String(book) }) }]);
    const left = await cardsOf(ann, { kinds: ['MOVIE'], first: 20, excludeTitleIds: films.slice(1).map(String) });
    expect(left.map(({ title, reason }) => [title.id, reason])).toEqual([[String(films[0]), 'LEARNS']]);
    expect(left[0]?.gain).toBeGreaterThan(0);
    expect(await cardsOf(ann, { kinds: ['SHOW'] })).toEqual([]);
  });

  it('change the list at once, in every open tab', async () => {
    const ann = await aViewer(app.url);
    const tab = await openSocket(app.url, { params: ann.headers });
    tab.subscribe('1', 'subscription { recommendationsChanged(input: { kinds: [MOVIE] }) { items { nodes { title { id } } } } }');
    await tab.next('next');
    const [card] = await cardsOf(ann, { kinds: ['MOVIE'], first: 1 });
    const id = card?.title.id ?? '';
    await answer(ann, 'DISLIKE', id);
    const newest = (): string => JSON.stringify(tab.messages.filter(({ type }) => type === 'next').at(-1)?.payload);
    await until('it is gone', () => !newest().includes(`"id":"${id}"`));
    tab.close();
    await until('nobody listens', () => app.house.live.subscribers === 0);
  });

  it('refuse a number that means nothing, a title that there is not, and another person’s name', async () => {
    const ann = await aViewer(app.url);
    for (const first of [0, 21, -5]) expect(codesOf(await askedOf(ann, { first }))).toEqual(['BAD_INPUT']);
    expect(codesOf(await askedOf(ann, { excludeTitleIds: ['999999999'] }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await askedOf(ann, { userId: 'app:somebody' }))).toEqual(['FORBIDDEN']);
  });
});
