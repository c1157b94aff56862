import { TitleKind } from '../../core/title';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aLiveModel } from '../support/factors';
import { ask, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
const { MOVIE, BOOK, TRACK } = TitleKind;
/** Four of each kind, the best liked first. */
let films: number[];
let books: number[];
let tracks: number[];
let app: TestApp;

beforeAll(async () => {
  const { db } = fixture;
  films = await fourOf((at) => ({ kind: MOVIE, genres: at % 2 === 0 ? ['Comedy'] : ['Horror'], seconds: 5_000 + 1_000 * at }));
  books = await fourOf((at) => ({ kind: BOOK, genres: ['Classics'], attributes: { rating: 3, ratingCount: 4_000 - 1_000 * at } }));
  tracks = await fourOf((at) => ({ kind: TRACK, genres: ['Pop'], attributes: { ratingCount: 400 - 100 * at }, seconds: 200 }));
  await aTitle(db, { kind: BOOK, genres: ['Classics'], attributes: { rating: 5, ratingCount: 1 } });
  await aLiveModel(db, new Map(films.map((id) => [id, [1, 0]])), (id) => 2_000 - 100 * films.indexOf(id));
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

async function fourOf(facts: (at: number) => Parameters<typeof aTitle>[1]): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < 4; at++) ids.push(await aTitle(fixture.db, facts(at)));
  return ids;
}

const LIST = `query ($input: RecommendationsInput!) { recommendations(input: $input) { items(first: 50) { nodes {
  title { id kind } reasons { code } } } } }`;
interface Place {
  readonly title: { readonly id: string; readonly kind: TitleKind };
  readonly reasons: readonly { readonly code: string }[];
}
async function listOf({ headers }: Viewer, input: object): Promise<readonly Place[]> {
  const answer = await ask(app.url, LIST, { headers, variables: { input: { explorationShare: 0, ...input } } });
  return fieldOf<{ items: { nodes: readonly Place[] } }>(answer, 'recommendations').items.nodes;
}
const idsOf = (places: readonly Place[], kind: TitleKind): number[] =>
  places.filter(({ title }) => title.kind === kind).map(({ title }) => Number(title.id));

describe('a list for somebody of whom nothing is known', () => {
  it('holds the three of each kind that most people liked, or that most rated elsewhere, and says so', async () => {
    const list = await listOf(await aViewer(app.url), { kinds: [MOVIE, BOOK, TRACK], perKind: 3 });
    expect(idsOf(list, MOVIE)).toEqual(films.slice(0, 3));
    expect(idsOf(list, BOOK)).toEqual(books.slice(0, 3));
    expect(idsOf(list, TRACK)).toEqual(tracks.slice(0, 3));
    expect(new Set(list.flatMap(({ reasons }) => reasons.map(({ code }) => code)))).toEqual(new Set(['POPULAR']));
  });

  it('leaves out what was shown before where one asks for that, request by request', async () => {
    const ann = await aViewer(app.url);
    const input = { kinds: [TRACK], perKind: 3 };
    expect(idsOf(await listOf(ann, input), TRACK)).toEqual(tracks.slice(0, 3));
    await until('what was shown is known', async () => {
      const list = await listOf(ann, { kinds: [TRACK], perKind: 1, excludeServed: true, excludeTitleIds: tracks.slice(3).map(String) });
      return list.length === 0;
    });
    expect(idsOf(await listOf(ann, { ...input, excludeServed: true }), TRACK)).toEqual(tracks.slice(3));
    expect(idsOf(await listOf(ann, { ...input, excludeServed: false }), TRACK)).toEqual(tracks.slice(0, 3));
    expect(idsOf(await listOf(ann, input), TRACK)).toEqual(tracks.slice(0, 3));
  });

  it('keeps to genres, kinds, mood and time together, and to what was seen and disliked', async () => {
    const ann = await aViewer(app.url);
    const asked = { kinds: [MOVIE, BOOK], genres: ['Comedy'], mood: 'joyful', availableSeconds: 7_000 };
    expect(idsOf(await listOf(ann, asked), MOVIE).sort()).toEqual([films[0], films[2]]);
    expect(await listOf(ann, { ...asked, availableSeconds: 4_999 })).toEqual([]);
    expect(await listOf(ann, { ...asked, kinds: [BOOK] })).toEqual([]);
    await addInteraction(fixture.db, Number(ann.id), films[0] as number);
    await ask(app.url, 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }', {
      headers: ann.headers,
      variables: { events: [anEvent({ type: 'DISLIKE', titleId: String(films[2]) })] },
    });
    expect(await listOf(ann, asked)).toEqual([]);
  });
});
