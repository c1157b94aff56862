import { Opinion } from '../../core/interaction';
import { CreditRole, type Title, TitleKind } from '../../core/title';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six'];
let app: TestApp;
let [film, near, far, show, episode]: string[] = [];

interface Shared {
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly people: readonly string[];
}

async function described({ genres, tags, people }: Shared, given: Partial<Title> = {}): Promise<string> {
  const id = await aTitle(fixture.db, { ...given, genres });
  await fixture.db.query(
    `insert into title_tags ("titleId", tag, relevance)
     select $1, tag, 1 - position / 100.0 from unnest($2::text[]) with ordinality given(tag, position)`,
    [id, tags],
  );
  await fixture.db.query(
    `insert into credits ("titleId", role, position, name)
     select $1, $2, position, name from unnest($3::text[]) with ordinality given(name, position)`,
    [id, CreditRole.ACTOR, people],
  );
  return String(id);
}

beforeAll(async () => {
  film = await described({ genres: ['Horror', 'Sci-Fi'], tags: WORDS, people: ['Ridley', 'Sigourney'] });
  near = await described({ genres: ['Action', 'Sci-Fi', 'Horror'], tags: [...WORDS, 'seven'], people: ['Sigourney', 'James'] });
  far = await described({ genres: ['Sci-Fi'], tags: ['two'], people: [] });
  for (let other = 0; other < 40; other++) await described({ genres: ['Sci-Fi'], tags: WORDS, people: ['Sigourney'] });
  show = await described({ genres: ['Drama'], tags: ['slow'], people: ['Ann'] }, { kind: TitleKind.SHOW });
  await described({ genres: ['Drama'], tags: ['slow'], people: ['Ann'] }, { kind: TitleKind.SHOW });
  const parentId = Number(show);
  episode = await described({ genres: [], tags: [], people: [] }, { kind: TitleKind.EPISODE, parentId, season: 1, number: 1 });
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

const QUERY = 'query ($id: ID!, $first: Int!) { title(id: $id) { similar(first: $first) { title { id } shared { genres tags people } } } }';

async function similarTo(id: string | undefined, first = 50): Promise<ReadonlyMap<string, Shared>> {
  const answer = await ask(app.url, QUERY, { variables: { id, first } });
  const { similar } = fieldOf<{ similar: { title: { id: string }; shared: Shared }[] }>(answer, 'title');
  return new Map(similar.map(({ title, shared }) => [title.id, shared]));
}

async function likedBy(people: readonly number[], ...titleIds: readonly (string | undefined)[]): Promise<void> {
  for (const userId of people) for (const id of titleIds) await addInteraction(fixture.db, userId, Number(id));
}

async function audienceOf(id: string | undefined): Promise<ReadonlyMap<string, number | null>> {
  const query = 'query ($id: ID!) { title(id: $id) { similar(first: 50) { title { id } shared { audience } } } }';
  const { similar } = fieldOf<{ similar: { title: { id: string }; shared: { audience: number | null } }[] }>(
    await ask(app.url, query, { variables: { id } }),
    'title',
  );
  return new Map(similar.map(({ title, shared }) => [title.id, shared.audience]));
}

describe('similar titles', () => {
  it('say what they share with the title that was asked about', async () => {
    const found = await similarTo(film);
    expect(found.get(near ?? '')).toEqual({ genres: ['Horror', 'Sci-Fi'], tags: WORDS.slice(0, 5), people: ['Sigourney'] });
    expect(found.get(far ?? '')).toEqual({ genres: ['Sci-Fi'], tags: ['two'], people: [] });
  });

  it('share with an episode what they share with its show', async () => {
    expect([...(await similarTo(episode)).values()]).toEqual([{ genres: ['Drama'], tags: ['slow'], people: ['Ann'] }]);
  });

  it('cost the same number of SQL statements however many they are', async () => {
    const statements = async (first: number): Promise<number> => {
      const spy = jest.spyOn(app.house.database.db, 'query');
      await similarTo(film, first);
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return length;
    };
    await statements(40);
    expect(await statements(40)).toBe(await statements(2));
  });
});

describe('the audience that similar titles share', () => {
  it('counts who liked both, also by an episode of a show, and never tells of fewer than five', async () => {
    const people: number[] = [];
    for (let at = 0; at < 6; at++) people.push(await addUser(fixture.db));
    await likedBy(people, film, near, show);
    await likedBy(people.slice(0, 4), far);
    await addInteraction(fixture.db, await addUser(fixture.db), Number(near));
    await addInteraction(fixture.db, await addUser(fixture.db), Number(near), { rating: null, opinion: Opinion.DISLIKE });
    await fixture.db.query(`update interactions set rating = 1 where "userId" = $1 and "titleId" = $2`, [people[0], near]);
    const shared = await audienceOf(film);
    expect([shared.get(near ?? ''), shared.get(far ?? '')]).toEqual([5, null]);
    const other = String(await aTitle(fixture.db, { kind: TitleKind.SHOW, genres: ['Drama'] }));
    const its = await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: Number(other), season: 1, number: 1 });
    await likedBy(people, String(its));
    app.house.recommender.onNotice({ topic: 'titles', ids: [Number(other), its] });
    await app.house.recommender.local.settled();
    expect((await audienceOf(episode)).get(other)).toBe(6);
  });
});
