import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey, everyCaller, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { aUser } from '../support/user';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

const PROFILE = 'profile { gender maritalStatus country state city birthYear }';
const SET = `mutation ($input: SetPreferencesInput!) { setPreferences(input: $input) { user { version ${PROFILE} } userErrors { code field expected } } }`;
const NOTHING = { gender: null, maritalStatus: null, country: null, state: null, city: null, birthYear: null };
const ANNS = { gender: 'woman', city: 'Tampere', birthYear: 1984 };

const set = (headers: Headers, input: object) => ask(app.url, SET, { headers, variables: { input } });
const profileOf = async ({ headers }: Viewer) =>
  fieldOf<{ profile: object }>(await ask(app.url, `{ viewer { ${PROFILE} } }`, { headers }), 'viewer').profile;

describe('a profile', () => {
  it('is empty at first, replaced whole, left alone where it is not given, and taken away by null', async () => {
    const ann = await aViewer(app.url);
    expect(await profileOf(ann)).toEqual(NOTHING);
    expect((await set(ann.headers, { profile: ANNS })).data).toMatchObject({
      setPreferences: { user: { version: 1, profile: { ...NOTHING, ...ANNS } }, userErrors: [] },
    });
    await set(ann.headers, { name: 'Ann' });
    expect(await profileOf(ann)).toEqual({ ...NOTHING, ...ANNS });
    await set(ann.headers, { profile: { country: 'Finland', city: null } });
    expect(await profileOf(ann)).toEqual({ ...NOTHING, country: 'Finland' });
    await set(ann.headers, { profile: {} });
    expect(await profileOf(ann)).toEqual(NOTHING);
    await set(ann.headers, { profile: ANNS });
    await set(ann.headers, { profile: null });
    expect(await profileOf(ann)).toEqual(NOTHING);
    const [row] = await fixture.db.query('select profile from users where id = $1', [ann.id]);
    expect(row.profile).toEqual({});
  });

  it('is not kept in part where one field of it will not do', async () => {
    const ann = await aViewer(app.url);
    const { data } = await set(ann.headers, { name: 'Ann', profile: { ...ANNS, city: '' } });
    expect(data).toMatchObject({
      setPreferences: { user: null, userErrors: [{ code: 'BAD_INPUT', field: 'input.profile.city', expected: expect.any(String) }] },
    });
    expect(await profileOf(ann)).toEqual(NOTHING);
    const unknown = await set(ann.headers, { profile: { income: 'much' } });
    expect([unknown.data, codesOf(unknown)]).toEqual([undefined, ['BAD_DOCUMENT']]);
  });

  it('is taken over by a merge where the other has not told that of themselves', async () => {
    const [session, ann] = [await aViewer(app.url), await aViewer(app.url)];
    await set(session.headers, { profile: { city: 'Turku', country: 'Finland' } });
    await set(ann.headers, { profile: ANNS });
    const merge =
      'mutation ($from: ID!, $into: ID!, $token: String) { mergeUsers(fromId: $from, intoId: $into, fromToken: $token) { user { id } } }';
    await ask(app.url, merge, { headers: ann.headers, variables: { from: session.id, into: ann.id, token: session.token } });
    expect(await profileOf(ann)).toEqual({ ...NOTHING, ...ANNS, country: 'Finland' });
  });

  it('is for the person and for those who may look into people, and for no other key that may name them', async () => {
    const { db } = fixture;
    const id = String(await aUser(db));
    const admin = await aKey(db, Scope.ADMIN);
    await set(admin, { userId: id, profile: ANNS });
    const callers: Readonly<Record<string, Headers>> = await everyCaller(db, app.url);
    const read: string[] = [];
    for (const [name, headers] of Object.entries(callers)) {
      const answers = await Promise.all([
        ask(app.url, `query ($id: ID!) { user(id: $id) { ${PROFILE} } }`, { headers, variables: { id } }),
        set(headers, { userId: id, name: 'Ann' }),
      ]);
      if (answers.some(({ text }) => text.includes('Tampere'))) read.push(name);
      for (const answer of answers) if (!answer.text.includes('Tampere')) expect(codesOf(answer)[0]).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
    expect(read).toEqual(['key', 'reader', 'analyst', 'editor', 'admin']);
  });

  it('is told to the audit by its name only', async () => {
    const { db } = fixture;
    const userId = await aUser(db);
    await set(await aKey(db, Scope.EVENTS_WRITE), { userId, profile: ANNS });
    const rows = await db.query(`select before, after from audit where entity = 'user' and "entityId" = $1`, [String(userId)]);
    expect(rows).toEqual([{ before: null, after: { changed: ['profile'] } }]);
  });
});
