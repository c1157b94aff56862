import { randomUUID } from 'node:crypto';
import { TitleState } from '../../core/title';
import { undoChangeSet } from '../../flow/change-set';
import { changeTitles } from '../../flow/title-bulk';
import { publish } from '../../store/notices';
import { tagsOf } from '../../store/tags';
import { titlesByIds } from '../../store/titles';
import { startApp, type TestApp } from '../support/app';
import { everyCaller, type Headers, ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const now = new Date();
const actor = 'operator:1' as const;
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;

beforeAll(async () => {
  await aTitle(fixture.db);
  app = await startApp(fixture.url, { JWT_ISSUERS: JSON.stringify([ISSUER]), JOBS: 'true' });
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

/** Titles of a shelf of their own. */
async function aShelf(size: number): Promise<{ readonly category: string; readonly ids: readonly number[] }> {
  const category = randomUUID();
  const ids: number[] = [];
  for (let i = 0; i < size; i++) ids.push(await aTitle(fixture.db, { category, genres: ['Drama'], attributes: { ratingCount: 1e6 } }));
  return { category, ids };
}

const CHANGE = `mutation ($input: ChangeTitlesInput!) { changeTitles(input: $input) {
  count sample { id } changeSet { id kind titles } job { id } userErrors { code field } } }`;
interface Changed {
  readonly count: number | null;
  readonly sample: readonly { readonly id: string }[];
  readonly changeSet: { readonly id: string; readonly kind: string; readonly titles: number } | null;
  readonly job: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string }[];
}
const change = async (input: object): Promise<Changed> =>
  fieldOf(await ask(app.url, CHANGE, { variables: { input }, headers: callers.editor }), 'changeTitles');
const UNDO =
  'mutation ($id: ID!) { undoChangeSet(id: $id) { restored kept { titleId why } changeSet { kind } job { id } userErrors { code } } }';
const undo = async (id: string): Promise<object> =>
  fieldOf(await ask(app.url, UNDO, { variables: { id }, headers: callers.editor }), 'undoChangeSet');

describe('a change of many titles by a filter', () => {
  it('is counted first, then made with that count, and undone', async () => {
    const { category, ids } = await aShelf(12);
    const asked = { filter: { category }, change: { addGenres: ['Noir'], certificate: 'R' } };
    const preview = await change({ ...asked, dryRun: true });
    expect(preview).toMatchObject({ count: 12, changeSet: null, userErrors: [] });
    expect(preview.sample).toHaveLength(10);
    const made = await change({ ...asked, expectedCount: 12 });
    expect(made).toMatchObject({ count: 12, changeSet: { kind: 'BULK', titles: 12 } });
    expect(
      (await titlesByIds(fixture.db, ids)).every(({ genres, certificate }) => genres.join() === 'Drama,Noir' && certificate === 'R'),
    ).toBe(true);
    expect(await undo(made.changeSet?.id ?? '')).toMatchObject({ restored: 12, kept: [], changeSet: { kind: 'UNDO' } });
    expect((await titlesByIds(fixture.db, ids)).every(({ genres, certificate }) => genres.join() === 'Drama' && certificate === null)).toBe(
      true,
    );
    expect(await undo(made.changeSet?.id ?? '')).toMatchObject({ restored: 0, userErrors: [{ code: 'CONFLICT' }] });
  });

  it('is refused where a title has come or gone, with how many there are now', async () => {
    const { category } = await aShelf(2);
    await aTitle(fixture.db, { category });
    const made = await change({ filter: { category }, change: { state: 'HIDDEN' }, expectedCount: 2 });
    expect(made).toMatchObject({ count: 3, changeSet: null, userErrors: [{ code: 'CONFLICT', field: 'input.expectedCount' }] });
    expect(await change({ filter: { category }, change: { state: 'HIDDEN' } })).toMatchObject({
      userErrors: [{ field: 'input.expectedCount' }],
    });
    expect(await change({ filter: {}, ids: [], change: { state: 'HIDDEN' }, expectedCount: 0 })).toMatchObject({
      userErrors: [{ field: 'input.ids' }],
    });
    expect(await change({ filter: { category }, change: {}, dryRun: true })).toMatchObject({ userErrors: [{ field: 'input.change' }] });
  });

  it('hides at once: lists follow', async () => {
    const { ids } = await aShelf(3);
    await publish(fixture.db, [{ topic: 'titles', ids }]);
    const listed = async () => {
      const { nodes } = fieldOf<{ nodes: readonly { id: string }[] }>(
        await ask(app.url, '{ titles(first: 50) { nodes { id } } }'),
        'titles',
      );
      const popular = fieldOf<readonly { id: string }[]>(await ask(app.url, '{ popular(first: 50) { id } }'), 'popular');
      return [nodes, popular].map((list) => list.filter(({ id }) => ids.includes(Number(id))).length);
    };
    await until('they are listed', async () => (await listed()).join() === '3,3');
    const made = await change({ ids, change: { state: 'HIDDEN' }, expectedCount: 3 });
    await until('they are hidden', async () => (await listed()).join() === '0,0');
    await undo(made.changeSet?.id ?? '');
    await until('they are listed', async () => (await listed()).join() === '3,3');
  });

  it('adds and removes tags, and brings them back', async () => {
    const { ids } = await aShelf(2);
    await fixture.db.query(`insert into title_tags select id, 'old', 0.5 from unnest($1::bigint[]) id`, [ids]);
    const made = await change({ ids, change: { addTags: [{ tag: 'new', relevance: 0.8 }], removeTags: ['old'] }, expectedCount: 2 });
    expect([...(await tagsOf(fixture.db, ids)).values()].flat().map(({ tag }) => tag)).toEqual(['new', 'new']);
    await undo(made.changeSet?.id ?? '');
    expect([...(await tagsOf(fixture.db, ids)).values()].flat()).toEqual([1, 1].map(() => ({ tag: 'old', relevance: 0.5 })));
  });

  it('writes down every title that it changed, and none that was so already', async () => {
    const { category, ids } = await aShelf(3);
    await fixture.db.query(`update titles set state = 'HIDDEN' where id = $1`, [ids[0]]);
    const states = [TitleState.HIDDEN, TitleState.LISTED];
    const { changed, changeSetId } = await changeTitles(fixture.db, {
      actor,
      filter: { category, states },
      change: { state: TitleState.HIDDEN },
      expectedCount: 3,
      now,
    });
    expect(changed).toBe(2);
    const rows = await fixture.db.query('select "entityId", actor, action, before, after from audit where "changeSetId" = $1 order by id', [
      changeSetId,
    ]);
    expect(rows).toEqual(
      ids.slice(1).map((id) => ({
        entityId: String(id),
        actor,
        action: 'title.change',
        before: { state: 'LISTED', version: 1 },
        after: { state: 'HIDDEN', version: 2 },
      })),
    );
  });

  it('of thousands is a job, which tells how far it is; so is its undoing', async () => {
    const category = randomUUID();
    await fixture.db.query(
      `insert into titles (kind, name, "searchName", category) select 'MOVIE', 'Film', 'film', $1 from generate_series(1, 2500)`,
      [category],
    );
    const { job, changeSet } = await change({ filter: { category }, change: { state: 'HIDDEN' }, expectedCount: 2500 });
    expect(changeSet).toBeNull();
    const result = async (id: string | undefined): Promise<{ changed: number; changeSetId: number; restored: number }> => {
      await until(
        'the job is done',
        async () => (await fixture.db.query('select 1 from job_runs where id = $1 and state = $2', [id, 'SUCCEEDED'])).length === 1,
        20,
      );
      return (await fixture.db.query('select result from job_runs where id = $1', [id]))[0].result;
    };
    const { changed, changeSetId } = await result(job?.id);
    expect(changed).toBe(2500);
    const undone = (await undo(String(changeSetId))) as { job: { id: string } };
    expect((await result(undone.job.id)).restored).toBe(2500);
    expect(await fixture.db.query('select count(*) from titles where category = $1 and state = $2', [category, 'LISTED'])).toEqual([
      { count: 2500 },
    ]);
  });

  it('goes wrong for all or for none', async () => {
    const { category, ids } = await aShelf(2);
    await fixture.db.query('update titles set genres = $2 where id = $1', [ids[1], Array.from({ length: 50 }, (_, i) => `g${i}`)]);
    expect(await change({ filter: { category }, change: { addGenres: ['Noir'] }, expectedCount: 2 })).toMatchObject({
      userErrors: [{ field: 'input.change.addGenres' }],
    });
    expect((await titlesByIds(fixture.db, ids))[0]?.genres).toEqual(['Drama']);
    const signal = AbortSignal.abort(new Error('no'));
    await expect(
      changeTitles(fixture.db, { actor, filter: { category }, change: { certificate: 'R' }, expectedCount: 2, now, signal }),
    ).rejects.toThrow('no');
  });
});

describe('change sets and history', () => {
  it('are listed for operators, newest first, and a title tells its own', async () => {
    const { ids } = await aShelf(1);
    const made = await change({ ids, change: { certificate: 'R' }, expectedCount: 1 });
    const answer = await ask(app.url, '{ changeSets(first: 1) { nodes { id kind actor details undoneAt } totalCount } }', {
      headers: callers.reader,
    });
    expect(fieldOf(answer, 'changeSets')).toMatchObject({
      nodes: [{ id: made.changeSet?.id, details: { change: { certificate: 'R' } }, undoneAt: null }],
    });
    const history = `{ title(id: ${ids[0]}) { version history(first: 5) { nodes { id action before after changeSetId } } } }`;
    expect((await ask(app.url, history)).data).toMatchObject({ title: { history: null } });
    const told = fieldOf<{ version: number; history: { nodes: readonly { id: string }[] } }>(
      await ask(app.url, history, { headers: callers.editor }),
      'title',
    );
    expect(told.history.nodes).toMatchObject([{ action: 'title.change', before: { certificate: null }, changeSetId: made.changeSet?.id }]);
    const revert = `mutation { revertTitle(input: { auditId: ${told.history.nodes[0]?.id}, version: ${told.version} }) { title { certificate } userErrors { code } } }`;
    expect((await ask(app.url, revert, { headers: callers.editor })).data).toEqual({
      revertTitle: { title: { certificate: null }, userErrors: [] },
    });
    expect((await ask(app.url, revert, { headers: callers.editor })).data).toMatchObject({
      revertTitle: { userErrors: [{ code: 'CONFLICT' }] },
    });
    expect(await undoChangeSet(fixture.db, { actor, id: Number(made.changeSet?.id), now })).toMatchObject({
      restored: 0,
      kept: [{ titleId: ids[0] }],
    });
  });
});
