import { ChangeSetKind } from '../../core/change-set';
import { TitleKind, TitleState } from '../../core/title';
import { undoChangeSet } from '../../flow/change-set';
import { saveTitle } from '../../flow/title';
import { mergeTitles } from '../../flow/title-merge';
import { revertTitle } from '../../flow/title-revert';
import { beginChangeSet, lockChangeSet, writeAudits } from '../../store/change-sets';
import { lockTitles, updateTitle } from '../../store/title-save';
import { wholeTitles } from '../../store/title-whole';
import { titlesByIds } from '../../store/titles';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const now = new Date('2026-03-01T00:00:00Z');
const actor = 'operator:1' as const;

/** Renames titles under one change set, as an import would, and writes down others as made. */
async function changed(names: ReadonlyMap<number, string>, made: readonly number[] = []): Promise<number> {
  return fixture.db.transaction(async (db) => {
    const id = await beginChangeSet(db, { actor, kind: 'IMPORT' });
    const before = await wholeTitles(db, await lockTitles(db, [...names.keys()]));
    const entry = { actor, action: 'title.import', entity: 'title' };
    for (const title of before) {
      const after = await updateTitle(db, { id: title.id, title: { ...title, name: names.get(title.id) ?? '' }, now });
      const whole = (await wholeTitles(db, [after]))[0];
      await writeAudits(db, [{ ...entry, entityId: String(title.id), before: title, after: whole }], id);
    }
    const added = await wholeTitles(db, await titlesByIds(db, made));
    await writeAudits(
      db,
      added.map((after) => ({ ...entry, entityId: String(after.id), before: null, after })),
      id,
    );
    return id;
  });
}

const nameOf = async (id: number) => (await titlesByIds(fixture.db, [id]))[0]?.name;
const save = (id: number, expectedVersion: number, input: Parameters<typeof saveTitle>[1]['input']) =>
  saveTitle(fixture.db, { actor, id, expectedVersion, input, now });

describe('a change set', () => {
  it('is undone as one: titles get their names back, and what was made goes', async () => {
    const [one, two, made] = [
      await aTitle(fixture.db, { name: 'One' }),
      await aTitle(fixture.db, { name: 'Two' }),
      await aTitle(fixture.db),
    ];
    const names = new Map([
      [one, 'Uno'],
      [two, 'Due'],
    ]);
    const id = await changed(names, [made]);
    expect(await lockChangeSet(fixture.db, id)).toMatchObject({ kind: ChangeSetKind.IMPORT, titles: 3, undoneAt: null });
    const undone = await undoChangeSet(fixture.db, { actor: 'operator:2', id, now });
    expect(undone).toMatchObject({ restored: 3, kept: [] });
    expect(await titlesByIds(fixture.db, [one, two, made])).toMatchObject([
      { name: 'One', version: 3 },
      { name: 'Two', version: 3 },
      { state: TitleState.REMOVED },
    ]);
    expect(await lockChangeSet(fixture.db, id)).toMatchObject({ undoneAt: now, undoneBy: 'operator:2' });
    await expect(undoChangeSet(fixture.db, { actor, id, now })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is found again by search under its old name', async () => {
    const one = await aTitle(fixture.db, { name: 'Amélie' });
    await undoChangeSet(fixture.db, { actor, id: await changed(new Map([[one, 'Le fabuleux destin']])), now });
    const [row] = await fixture.db.query('select "searchName" from titles where id = $1', [one]);
    expect(row.searchName).toBe('amelie');
  });

  it('leaves alone what somebody changed since, and says so', async () => {
    const [one, two, three] = [await aTitle(fixture.db), await aTitle(fixture.db), await aTitle(fixture.db)];
    const id = await changed(new Map([one, two, three].map((each) => [each, 'Renamed'])));
    await save(one, 2, { year: 1999 });
    await mergeTitles(fixture.db, { actor, fromId: two, intoId: three, now });
    const { restored, kept } = await undoChangeSet(fixture.db, { actor, id, now });
    expect(restored).toBe(1);
    expect(kept).toEqual([
      { titleId: one, why: 'It was changed since.' },
      { titleId: two, why: `It was merged into title ${three}.` },
    ]);
    expect(await nameOf(one)).toBe('Renamed');
    expect(await nameOf(three)).toBe('Film');
  });

  it('can be undone and redone', async () => {
    const one = await aTitle(fixture.db, { name: 'One' });
    const undone = await undoChangeSet(fixture.db, { actor, id: await changed(new Map([[one, 'Uno']])), now });
    await undoChangeSet(fixture.db, { actor, id: undone.changeSetId, now });
    expect(await nameOf(one)).toBe('Uno');
  });

  it('counts once for a job whose worker died after it', async () => {
    const one = await aTitle(fixture.db, { name: 'One' });
    const id = await changed(new Map([[one, 'Uno']]));
    const first = await undoChangeSet(fixture.db, { actor, id, now, runId: 41 });
    expect(await undoChangeSet(fixture.db, { actor, id, now, runId: 41 })).toEqual(first);
  });

  it('is one transaction: what is stopped changes nothing', async () => {
    const one = await aTitle(fixture.db, { name: 'One' });
    const id = await changed(new Map([[one, 'Uno']]));
    await expect(undoChangeSet(fixture.db, { actor, id, now, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    expect(await nameOf(one)).toBe('Uno');
    await expect(undoChangeSet(fixture.db, { actor, id: 987_654, now })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('reverting one change of a title', () => {
  const lastAudit = async (id: number): Promise<number> => {
    const [row] = await fixture.db.query(`select max(id) as id from audit where entity = 'title' and "entityId" = $1`, [String(id)]);
    return row.id;
  };
  const film = {
    kind: TitleKind.MOVIE,
    name: 'Up',
    externalIds: [{ source: 'imdb', value: 'tt1049413' }],
    tags: [{ tag: 'house', relevance: 1 }],
  };
  const made = () => saveTitle(fixture.db, { actor, id: null, expectedVersion: null, input: film, now });

  it('puts back what that change changed, and keeps what came after', async () => {
    const { id } = await made();
    await save(id, 1, { name: 'Down', tags: [], externalIds: [] });
    const renaming = await lastAudit(id);
    await save(id, 2, { year: 2009 });
    const title = await revertTitle(fixture.db, { actor, auditId: renaming, expectedVersion: 3, now });
    expect(title).toMatchObject({ name: 'Up', year: 2009, version: 4 });
    expect((await wholeTitles(fixture.db, [title]))[0]).toMatchObject({ tags: film.tags, externalIds: film.externalIds });
    await expect(revertTitle(fixture.db, { actor, auditId: renaming, expectedVersion: 3, now })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const again = await revertTitle(fixture.db, { actor, auditId: await lastAudit(id), expectedVersion: 4, now });
    expect(again).toMatchObject({ name: 'Down', year: 2009 });
    const other = await made();
    await expect(revertTitle(fixture.db, { actor, auditId: renaming, expectedVersion: 5, now })).rejects.toMatchObject({
      message: expect.stringContaining(`imdb:tt1049413 is title ${other.id} now.`),
    });
    await fixture.db.query('delete from external_ids');
  });

  it('refuses a merge and what is no change of a title', async () => {
    const [from, into] = [await aTitle(fixture.db), await aTitle(fixture.db)];
    await mergeTitles(fixture.db, { actor, fromId: from, intoId: into, now });
    const auditId = await lastAudit(from);
    await expect(revertTitle(fixture.db, { actor, auditId, expectedVersion: 2, now })).rejects.toMatchObject({ field: 'input.auditId' });
    await expect(revertTitle(fixture.db, { actor, auditId: 987_654, expectedVersion: 1, now })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
