import { ApiKeyKind } from '../../core/api-key';
import type { Actor } from '../../core/audit';
import { Role, Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { type AuditFilter, auditPage, auditWords, countAudit, writeAudit } from '../../store/audit';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { type Answer, ask, codesOf, fieldOf } from '../support/graphql';
import { aStaff, signedIn } from '../support/operators';

const fixture = withDatabase();

const entry = (entityId: string, rest: { actor?: Actor; action?: string; entity?: string } = {}) => ({
  actor: 'operator:3' as const,
  action: 'title.save',
  entity: 'title',
  entityId,
  before: { name: 'Heat', genres: ['Crime'] },
  after: null,
  ...rest,
});
const page = { first: 100, after: null, offset: null };
const idsOf = async (filter: AuditFilter) => (await auditPage(fixture.db, { ...filter, page })).edges.map(({ node }) => node.entityId);

/** Of 40,000, for a page of 20. */
const MOST_ROWS = 100;

describe('the audit', () => {
  it('tells the changes of one thing, newest first, page after page, each once', async () => {
    for (const id of ['1', '2', '1', '1']) await writeAudit(fixture.db, entry(id));
    const first = await auditPage(fixture.db, { entity: 'title', entityId: '1', page: { first: 2, after: null, offset: null } });
    const second = await auditPage(fixture.db, {
      entity: 'title',
      entityId: '1',
      page: { first: 2, after: first.edges[1]?.cursor ?? null, offset: null },
    });
    const ids = [...first.edges, ...second.edges].map((edge) => edge.node.id);
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect(await countAudit(fixture.db, { entity: 'title', entityId: '1' })).toBe(3);
    expect(first.edges[0]?.node).toMatchObject(entry('1'));
  });

  it('turns pages through changes of one moment, as a transaction makes them, each once', async () => {
    await fixture.db.transaction(async (db) => {
      for (let id = 0; id < 7; id += 1) await writeAudit(db, entry(`same-${id}`, { actor: 'operator:77' }));
    });
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, hasNextPage } = await auditPage(fixture.db, { actor: 'operator:77', page: { first: 3, after, offset: null } });
      seen.push(...edges.map(({ node }) => node.entityId));
      after = edges.at(-1)?.cursor ?? null;
      if (!hasNextPage) break;
    }
    expect(seen).toEqual(['same-6', 'same-5', 'same-4', 'same-3', 'same-2', 'same-1', 'same-0']);
  });

  it('forgets a change that was rolled back', async () => {
    const change = fixture.db.transaction(async (db) => {
      await writeAudit(db, entry('77'));
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    expect(await idsOf({ entity: 'title', entityId: '77' })).toEqual([]);
  });

  it('is filtered by any of its columns, by all of them, and by time', async () => {
    await writeAudit(fixture.db, entry('a', { actor: 'key:9', action: 'lamp.light', entity: 'lamp' }));
    await writeAudit(fixture.db, entry('b', { actor: 'key:9', action: 'lamp.dim', entity: 'lamp' }));
    await writeAudit(fixture.db, entry('a', { actor: 'operator:9', action: 'door.open', entity: 'door' }));
    expect(await idsOf({ actor: 'key:9' })).toEqual(['b', 'a']);
    expect(await idsOf({ action: 'lamp.light' })).toEqual(['a']);
    expect(await idsOf({ entity: 'lamp', actor: 'key:9', action: 'lamp.dim', entityId: 'b' })).toEqual(['b']);
    expect(await idsOf({ entityId: 'a' })).toEqual(['a', 'a']);
    expect(await idsOf({ entity: 'lamp', actor: 'operator:9' })).toEqual([]);
    await fixture.db.query(`update audit set at = '2001-02-03T04:05:06Z' where action = 'door.open'`);
    const [since, until] = [new Date('2001-02-03T04:05:06Z'), new Date('2001-02-03T04:05:07Z')];
    expect(await idsOf({ since, until })).toEqual(['a']);
    expect(await idsOf({ since: until, until: new Date('2001-02-04T00:00:00Z') })).toEqual([]);
    expect(await countAudit(fixture.db, { since, until })).toBe(1);
    const { entities, actions } = await auditWords(fixture.db);
    expect([entities, actions]).toEqual([expect.arrayContaining(['door', 'lamp']), expect.arrayContaining(['door.open', 'lamp.dim'])]);
    expect(entities).toEqual([...new Set(entities)].sort());
  });

  it('reads a page of any filter by an index, however long it is', async () => {
    const { db } = fixture;
    await db.query(
      `insert into audit (actor, action, entity, "entityId", at)
       select 'operator:' || (n % 40), 'thing' || (n % 20) || '.do', 'thing' || (n % 20), n, now() - n * interval '1 minute'
       from generate_series(1, 40000) n`,
    );
    await db.query('analyze audit');
    const at = new Date(Date.now() - 20_000 * 60_000);
    const filters: AuditFilter[] = [
      {},
      { entity: 'thing3' },
      { action: 'thing3.do' },
      { actor: 'operator:3' },
      { actor: 'operator:3', entity: 'thing3' },
      { actor: 'operator:3', action: 'thing3.do' },
      { entity: 'thing3', entityId: '3' },
      { entityId: '3' },
      { until: at },
      { since: new Date(at.getTime() - 600_000), until: at },
      { actor: 'operator:3', until: at },
    ];
    for (const filter of filters) {
      const rows = await rowsRead(filter);
      expect({ filter, rows: rows < MOST_ROWS ? 'few' : rows }).toEqual({ filter, rows: 'few' });
    }
  });
});

/** How many rows of the audit PostgreSQL touches for a page of 20. */
async function rowsRead(filter: AuditFilter): Promise<number> {
  const asked: { sql: string; values: unknown[] }[] = [];
  const listening = {
    query: async (sql: string, values: unknown[]) => {
      asked.push({ sql, values });
      return [];
    },
  };
  await auditPage(listening as never, { ...filter, page: { first: 20, after: null, offset: null } });
  const [statement] = asked;
  const [plan] = await fixture.db.query(`explain (analyze, format json) ${statement?.sql}`, statement?.values);
  return touched(plan['QUERY PLAN'][0].Plan);
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

function touched(plan: Plan): number {
  const own = plan['Node Type'].includes('Scan') ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'] : 0;
  return own + (plan.Plans ?? []).reduce((sum, below) => sum + touched(below), 0);
}

describe('the audit of the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(fixture.url, { TRUST_PROXY: 'true' });
  });
  afterAll(() => app.stop());

  it('names who did it, offers names to filter by, and still takes its first two arguments', async () => {
    const [analyst, admin] = [await aStaff(fixture.db, Role.ANALYST), await aStaff(fixture.db)];
    const headers = await signedIn(app.url, analyst);
    const as = (query: string, variables = {}): Promise<Answer> => ask(app.url, query, { headers, variables });
    const input = { kind: ApiKeyKind.SERVER, name: 'Shop of Ada', scopes: [Scope.CATALOGUE_WRITE] };
    const { key } = await createApiKey(fixture.db, input, { actor: `operator:${Number(admin.id)}`, now: new Date() });
    await writeAudit(fixture.db, entry('film', { actor: `key:${key.id}` }));
    const query =
      'query ($filter: AuditFilterInput) { audit(filter: $filter, first: 1) { nodes { actorName action entityId } totalCount } }';
    const by = async (actor: string) => fieldOf<{ nodes: object[] }>(await as(query, { filter: { actor } }), 'audit').nodes[0];
    expect(await by(`operator:${admin.id}`)).toEqual({ actorName: admin.email, action: 'apiKey.create', entityId: String(key.id) });
    expect(await by(`key:${key.id}`)).toEqual({ actorName: 'Shop of Ada', action: 'title.save', entityId: 'film' });
    await writeAudit(fixture.db, entry('gone', { actor: 'key:999999' }));
    expect(await by('key:999999')).toMatchObject({ actorName: null });
    expect((await as('{ auditActors(search: "of ada") { actor name } }')).data).toEqual({
      auditActors: [{ actor: `key:${key.id}`, name: 'Shop of Ada' }],
    });
    const old = await as('{ audit(entity: "title", entityId: "film", first: 5) { nodes { entityId } } }');
    expect(old.data).toEqual({ audit: { nodes: [{ entityId: 'film' }] } });
    const wrong = await as(query, { filter: { since: '2026-01-02T00:00:00Z', until: '2026-01-01T00:00:00Z' } });
    expect(codesOf(wrong)).toEqual(['BAD_INPUT']);
  });

  it('leaves as CSV by a signed address, filtered, and no cell of it is a formula', async () => {
    const analyst = await aStaff(fixture.db, Role.ANALYST);
    const headers = await signedIn(app.url, analyst);
    await writeAudit(fixture.db, entry('=1+1', { actor: `operator:${Number(analyst.id)}`, action: 'sheet.save' }));
    const query = 'mutation ($filter: AuditFilterInput) { exportAudit(filter: $filter) { download { url } userErrors { field } } }';
    const offer = async (filter: object) =>
      fieldOf<{ download: { url: string } }>(await ask(app.url, query, { headers, variables: { filter } }), 'exportAudit');
    const { download } = await offer({ action: 'sheet.save', since: '2026-01-01T00:00:00Z' });
    const answer = await fetch(app.url + download.url);
    expect(answer.headers.get('content-disposition')).toContain('audit.csv');
    const [header, row, ...rest] = (await answer.text()).split('\n');
    expect(header).toBe('at,actor,actor_name,action,entity,entity_id,before,after');
    expect(row).toContain(`operator:${analyst.id},${analyst.email},sheet.save,title,'=1+1,"{""name"":""Heat""`);
    expect(rest).toEqual(['']);
    expect(await offer({ since: '2026-01-02T00:00:00Z', until: '2026-01-01T00:00:00Z' })).toEqual({
      download: null,
      userErrors: [{ field: 'filter.until' }],
    });
  });
});
