import { startApp } from '../support/app';
import { withDatabase } from '../support/database';
import { type DemoApp, startDemoApp } from '../support/demo-app';
import { ask, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { aUser } from '../support/user';

const fixture = withDatabase();
const QUERY = '{ demo { people { user { id source externalId } titles genres } } }';
let app: DemoApp;

interface Person {
  readonly user: { readonly id: string; readonly source: string; readonly externalId: string };
  readonly titles: number;
  readonly genres: readonly string[];
}

beforeAll(async () => {
  app = await startDemoApp();
}, 60_000);
afterAll(() => app.stop());

const people = async (): Promise<readonly Person[]> => fieldOf<{ people: Person[] }>(await ask(app.url, QUERY), 'demo').people;

/** Nine people who rated ninety films, and liked the ten of their own three genres. */
async function addPeople(): Promise<void> {
  const { db } = app.house.database;
  const genres = Array.from({ length: 9 }, (_, at) => [`A${at}`, `B${at}`, `C${at}`]);
  const films: number[][] = [];
  for (const names of genres) {
    const shelf: number[] = [];
    for (let film = 0; film < 10; film++) shelf.push(await aTitle(db, { genres: names }));
    films.push(shelf);
  }
  for (const [at, liked] of films.entries()) {
    const person = await aUser(db, { source: 'movielens', externalId: String(at + 1) });
    const others = films.flat().filter((film) => !liked.includes(film));
    for (const film of liked) await addInteraction(db, person, film, { rating: 5 });
    for (const film of others) await addInteraction(db, person, film, { rating: 2 });
  }
}

describe('the people of the demo', () => {
  it('are nobody until the demo is loaded, then eight of different tastes, who can be signed in as', async () => {
    expect(await people()).toEqual([]);
    await addPeople();
    const found = await people();
    expect(found).toHaveLength(8);
    expect(found.every(({ titles, user }) => titles === 90 && user.source === 'movielens')).toBe(true);
    for (const { user, genres } of found) {
      const at = Number(user.externalId) - 1;
      expect([...genres].sort()).toEqual([`A${at}`, `B${at}`, `C${at}`]);
    }
    const [first] = found;
    const signIn = `mutation { demoSignIn(userId: "movielens:${first?.user.externalId}") { user { id } userErrors { code } } }`;
    expect((await ask(app.url, signIn)).data).toEqual({ demoSignIn: { user: { id: first?.user.id }, userErrors: [] } });
  });

  it('are read once', async () => {
    const before = await people();
    const spy = jest.spyOn(app.house.database.db, 'query');
    expect(await people()).toEqual(before);
    expect(spy.mock.calls.filter(([statement]) => String(statement).includes('interactions'))).toEqual([]);
    spy.mockRestore();
  });

  it('have nothing to show but what the list says', async () => {
    const { errors, data } = await ask(app.url, '{ demo { people { user { id profile { city } } } } }');
    expect([data, errors[0]?.extensions?.code]).toEqual([{ demo: null }, 'FORBIDDEN']);
  });

  it('are not there in production', async () => {
    const production = await startApp(fixture.url);
    await aUser(fixture.db, { source: 'movielens', externalId: '1' });
    expect((await ask(production.url, QUERY)).data).toEqual({ demo: null });
    await production.stop();
  });
});
