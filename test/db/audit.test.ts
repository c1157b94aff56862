import { auditPage, countAudit, writeAudit } from '../../store/audit';
import { withDatabase } from '../support/database';

const fixture = withDatabase();

const entry = (entityId: string) => ({
  actor: 'operator:3' as const,
  action: 'title.save',
  entity: 'title',
  entityId,
  before: { name: 'Heat', genres: ['Crime'] },
  after: null,
});

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

  it('forgets a change that was rolled back', async () => {
    const change = fixture.db.transaction(async (db) => {
      await writeAudit(db, entry('77'));
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    const page = await auditPage(fixture.db, { entity: 'title', entityId: '77', page: { first: 5, after: null, offset: null } });
    expect(page.edges).toEqual([]);
  });
});
