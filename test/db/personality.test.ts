import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { groupPersonalities } from '../../jobs/group-personalities';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { aJobContext } from '../support/job-context';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let metrics: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startApp(fixture.url);
  metrics = await aKey(fixture.db, Scope.METRICS_READ);
});
afterAll(() => app.stop());

/** Rates so many new titles of these genres. */
async function rate(userId: number, count: number, genres: readonly string[], rating = 4): Promise<void> {
  for (let made = 0; made < count; made++) await addInteraction(fixture.db, userId, await aTitle(fixture.db, { genres }), { rating });
}

const run = (given: Partial<Parameters<typeof groupPersonalities.run>[0]> = {}) =>
  groupPersonalities.run(aJobContext<'group-personalities'>(fixture.database, {}, given));

async function groups(first = 20) {
  const answer = await ask(app.url, `{ personalityGroups(first: ${first}) { key genres people share groupedAt } }`, { headers: metrics });
  return fieldOf<{ key: string; genres: string[]; people: number; share: number; groupedAt: string }[]>(answer, 'personalityGroups');
}

describe('personality groups', () => {
  it('count people by the genres they rate highly, largest first, again with every run; a stopped run changes nothing', async () => {
    expect(await groups()).toEqual([]);
    const [ann, ben, cid, dot, eve] = [
      await addUser(fixture.db),
      await addUser(fixture.db),
      await addUser(fixture.db),
      await addUser(fixture.db),
      await addUser(fixture.db),
    ];
    for (const person of [ann, ben]) await rate(person, 6, ['War', 'Drama']);
    const show = await aTitle(fixture.db, { kind: TitleKind.SHOW, genres: ['Comedy'] });
    for (let made = 0; made < 6; made++)
      await addInteraction(fixture.db, cid, await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show }), { rating: 5 });
    await rate(dot, 6, ['Drama'], 3.5);
    await rate(eve, 5, ['Drama']);
    const messages: string[] = [];
    expect(await run({ progress: async (_, message) => void messages.push(message) })).toEqual({ people: 4, groups: 3 });
    expect(messages.at(-1)).toBe('4 people in 3 groups');
    const counted = await groups();
    expect(counted).toMatchObject([
      { key: 'Drama|War', genres: ['Drama', 'War'], people: 2, share: 0.5 },
      { key: '', genres: [], people: 1, share: 0.25 },
      { key: 'Comedy', people: 1 },
    ]);
    expect(await groups(1)).toHaveLength(1);
    await rate(eve, 1, ['Drama']);
    await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await groups()).toEqual(counted);
    await run();
    expect((await groups()).map(({ key }) => key)).toEqual(['Drama|War', '', 'Comedy', 'Drama']);
    expect(codesOf(await ask(app.url, '{ personalityGroups(first: 0) { key } }', { headers: metrics }))).toEqual(['BAD_INPUT']);
  });

  it('tell a person’s own to themselves and to operators only, also before they were counted', async () => {
    const ann = await aViewer(app.url);
    const query = '{ viewer { personality { key genres people } } }';
    const own = async () => fieldOf<{ personality: unknown }>(await ask(app.url, query, { headers: ann.headers }), 'viewer').personality;
    expect(await own()).toBeNull();
    await rate(ann.id, 6, ['Western']);
    expect(await own()).toEqual({ key: 'Western', genres: ['Western'], people: null });
    await run();
    expect(await own()).toMatchObject({ people: 1 });
    const lists = await aKey(fixture.db, Scope.RECOMMENDATIONS_READ);
    const all = await aKey(fixture.db, Scope.ADMIN);
    const of = `{ user(id: ${ann.id}) { personality { key } } }`;
    expect(fieldOf<object>(await ask(app.url, of, { headers: all }), 'user')).toEqual({ personality: { key: 'Western' } });
    expect(codesOf(await ask(app.url, of, { headers: lists }))).toEqual(['FORBIDDEN']);
  });
});
