import { randomUUID } from 'node:crypto';
import { Role } from '../../core/caller';
import { hashPassword } from '../../flow/password';
import { insertOperator } from '../../store/operators';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { type Answer, ask, codesOf, fieldOf } from '../support/graphql';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const PASSWORD = randomUUID();
const ROLES = [Role.READER, Role.ANALYST, Role.EDITOR, Role.ADMIN] as const;
type Staff = (typeof ROLES)[number];
interface Operator {
  readonly actor: string;
  readonly headers: Readonly<Record<string, string>>;
}
let app: TestApp;
let staff: Readonly<Record<Staff, Operator>>;

beforeAll(async () => {
  app = await startApp(fixture.url);
  staff = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await anOperator(role)]))) as typeof staff;
});
afterAll(() => app.stop());

/** Signed in as the console does it. */
async function anOperator(role: Role): Promise<Operator> {
  const email = `${role.toLowerCase()}@example.com`;
  const { id } = await insertOperator(fixture.db, { email, name: null, role, passwordHash: await hashPassword(PASSWORD) });
  const signIn = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { operator { role } } }';
  const answer = await ask(app.url, signIn, { variables: { email, password: PASSWORD } });
  expect(answer.data).toEqual({ signIn: { operator: { role } } });
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { actor: `operator:${id}`, headers: { cookie, 'x-kinograph-console': '1' } };
}

const as = (role: Staff, query: string, variables = {}): Promise<Answer> =>
  ask(app.url, query, { headers: staff[role].headers, variables });

interface Entry {
  readonly actor: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What the audit says of one thing, the newest first. */
async function auditOf(entity: string, entityId: string): Promise<readonly Entry[]> {
  const query = 'query ($entity: String, $id: ID) { audit(entity: $entity, entityId: $id) { nodes { actor action before after } } }';
  return fieldOf<{ nodes: Entry[] }>(await as(Role.ANALYST, query, { entity, id: entityId }), 'audit').nodes;
}

const SAVE_TITLE = `mutation ($input: SaveTitleInput!) {
  saveTitle(input: $input) { title { id name year version state } userErrors { code field expected } } }`;
const PLACE = `mutation ($input: SavePlacementInput!) {
  savePlacement(input: $input) { placement { name description version } userErrors { code field } } }`;
const REMOVE = 'mutation ($ids: [ID!]!) { removeTitles(ids: $ids) { removed userErrors { code field } } }';
const MERGE = 'mutation ($from: ID!, $into: ID!) { mergeTitles(fromId: $from, intoId: $into) { title { id } userErrors { code } } }';
const UNMERGE = 'mutation ($from: ID!) { unmergeTitles(fromId: $from) { title { id } userErrors { code } } }';
const KEY = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { secret key { id name } userErrors { code field } } }`;
const START = 'mutation ($name: String!) { startJob(name: $name) { job { id name state } userErrors { code field expected } } }';
const PROMOTE = 'mutation ($id: ID!) { promoteModel(id: $id) { model { id state } userErrors { code field } } }';
const PLAIN_KEY = { input: { name: 'app', scopes: ['EVENTS_WRITE'] } };

describe('an operator', () => {
  it('makes and changes a title; a stale save is answered with the row that is newer, and the audit has before and after', async () => {
    const made = await as(Role.EDITOR, SAVE_TITLE, { input: { kind: 'MOVIE', name: 'Fargo', year: 1995 } });
    const { title } = fieldOf<{ title: { id: string; version: number } }>(made, 'saveTitle');
    const changed = await as(Role.EDITOR, SAVE_TITLE, { input: { id: title.id, version: 1, year: 1996 } });
    expect(changed.data).toMatchObject({ saveTitle: { title: { name: 'Fargo', year: 1996, version: 2 }, userErrors: [] } });
    const stale = await as(Role.ADMIN, SAVE_TITLE, { input: { id: title.id, version: 1, name: 'Fargo!' } });
    expect(stale.data).toEqual({
      saveTitle: {
        title: { id: title.id, name: 'Fargo', year: 1996, version: 2, state: 'LISTED' },
        userErrors: [{ code: 'CONFLICT', field: 'input.version', expected: 'version 2' }],
      },
    });
    const [change, making, ...rest] = await auditOf('title', title.id);
    const by = { actor: staff.EDITOR.actor, action: 'title.save' };
    expect(making).toMatchObject({ ...by, before: null, after: { name: 'Fargo', year: 1995 } });
    expect(change).toMatchObject({ ...by, before: { year: 1995, version: 1 }, after: { year: 1996, version: 2 } });
    expect(rest).toEqual([]);
  });

  it('removes titles, and merges and unmerges them, each with its audit', async () => {
    const [gone, twin, film] = await Promise.all([1, 2, 3].map(async () => String(await aTitle(fixture.db))));
    expect((await as(Role.EDITOR, REMOVE, { ids: [gone] })).data).toEqual({ removeTitles: { removed: 1, userErrors: [] } });
    expect((await as(Role.EDITOR, REMOVE, { ids: ['4711'] })).data).toMatchObject({ removeTitles: { removed: 0, userErrors: [{}] } });
    expect(await auditOf('title', gone ?? '')).toMatchObject([
      { actor: staff.EDITOR.actor, action: 'title.remove', before: { state: 'LISTED' }, after: { state: 'REMOVED' } },
    ]);
    const merged = await as(Role.EDITOR, MERGE, { from: twin, into: film });
    expect(merged.data).toEqual({ mergeTitles: { title: { id: film }, userErrors: [] } });
    expect((await as(Role.EDITOR, MERGE, { from: film, into: film })).data).toMatchObject({ mergeTitles: { title: null } });
    expect((await as(Role.EDITOR, UNMERGE, { from: twin })).data).toEqual({ unmergeTitles: { title: { id: twin }, userErrors: [] } });
    const actions = (await auditOf('title', twin ?? '')).map(({ action, before, after }) => [action, before !== null, after !== null]);
    expect(actions).toEqual([
      ['title.unmerge', true, true],
      ['title.merge', true, true],
    ]);
  });

  it('decides what a placement means; a stale save is answered with the row that is newer', async () => {
    const saved = (version: number | null, description: string) =>
      as(Role.EDITOR, PLACE, { input: { name: 'late', description, version } });
    expect((await saved(null, 'Late')).data).toEqual({
      savePlacement: { placement: { name: 'late', description: 'Late', version: 1 }, userErrors: [] },
    });
    await saved(1, 'Later');
    expect((await saved(1, 'Latest')).data).toEqual({
      savePlacement: {
        placement: { name: 'late', description: 'Later', version: 2 },
        userErrors: [{ code: 'CONFLICT', field: 'input.version' }],
      },
    });
    expect(await auditOf('placement', 'late')).toMatchObject([
      { before: { description: 'Late' }, after: { description: 'Later' } },
      { before: null, after: { description: 'Late' } },
    ]);
  });

  it('makes a key whose secret works and stands in no audit', async () => {
    const { key, secret } = fieldOf<{ key: { id: string }; secret: string }>(await as(Role.ADMIN, KEY, PLAIN_KEY), 'createApiKey');
    expect((await ask(app.url, '{ popular { id } }', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
    const [entry] = await auditOf('apiKey', key.id);
    expect(entry).toMatchObject({ actor: staff.ADMIN.actor, before: null, after: { name: 'app' } });
    expect(JSON.stringify(entry)).not.toContain(secret);
  });

  it('starts a job, and is told which ones there are', async () => {
    const { job } = fieldOf<{ job: { id: string } }>(await as(Role.ANALYST, START, { name: 'replay' }), 'startJob');
    expect(job).toMatchObject({ name: 'replay', state: 'QUEUED' });
    expect(await auditOf('job', job.id)).toMatchObject([{ actor: staff.ANALYST.actor, action: 'job.start', after: { name: 'replay' } }]);
    const unknown = await as(Role.ANALYST, START, { name: 'dance' });
    expect(unknown.data).toMatchObject({ startJob: { job: null, userErrors: [{ code: 'BAD_INPUT', field: 'name' }] } });
  });

  it('promotes an earlier model', async () => {
    const film = await aTitle(fixture.db);
    const [earlier, live] = [
      await aLiveModel(fixture.db, new Map([[film, [1, 0]]])),
      await aLiveModel(fixture.db, new Map([[film, [0, 1]]])),
    ];
    const promoted = await as(Role.ADMIN, PROMOTE, { id: String(earlier) });
    expect(promoted.data).toEqual({ promoteModel: { model: { id: String(earlier), state: 'LIVE' }, userErrors: [] } });
    expect(await auditOf('model', String(earlier))).toMatchObject([{ before: { live }, after: { live: earlier } }]);
    expect((await as(Role.ADMIN, PROMOTE, { id: '4711' })).data).toMatchObject({ promoteModel: { userErrors: [{ code: 'NOT_FOUND' }] } });
  });

  it.each([
    ['titles', SAVE_TITLE, { input: { kind: 'MOVIE', name: 'Film' } }, [Role.READER, Role.ANALYST]],
    ['removals', REMOVE, { ids: ['1'] }, [Role.READER, Role.ANALYST]],
    ['merges', MERGE, { from: '1', into: '2' }, [Role.READER, Role.ANALYST]],
    ['placements', PLACE, { input: { name: 'mine' } }, [Role.READER, Role.ANALYST]],
    ['jobs', START, { name: 'replay' }, [Role.READER]],
    ['keys', KEY, PLAIN_KEY, [Role.READER, Role.ANALYST, Role.EDITOR]],
    ['models', PROMOTE, { id: '1' }, [Role.READER, Role.ANALYST, Role.EDITOR]],
    ['the audit', '{ audit { nodes { id } } }', {}, [Role.READER, Role.EDITOR]],
  ] as const)('touches %s only with the right role, and a refusal changes nothing', async (_, query, variables, refused) => {
    const entries = async () => (await fixture.db.query('select count(*) as count from audit'))[0].count;
    const before = await entries();
    for (const role of refused) expect(codesOf(await as(role, query, variables))).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask(app.url, query, { variables }))).toEqual(['UNAUTHENTICATED']);
    expect(await entries()).toBe(before);
    for (const role of ROLES.filter((each) => !refused.some((other) => other === each)))
      expect(codesOf(await as(role, query, variables))).toEqual([]);
  });
});
