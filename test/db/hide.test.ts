import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { mergeTitles } from '../../flow/title-merge';
import { hiddenTitles } from '../../store/hidden-titles';
import { startApp, type TestApp } from '../support/app';
import { aBlend, act, followBlend, listedIn, seenBlend } from '../support/blend';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
const space: number[] = [];
const love: number[] = [];
let show: number;
let episodes: number[];

beforeAll(async () => {
  const vectors = new Map<number, readonly [number, number]>();
  for (let at = 0; at < 12; at++) {
    space.push(await aTitle(fixture.db, { name: `Space ${10 + at}`, genres: ['Space'], certificate: at % 2 === 0 ? 'R' : 'PG' }));
    love.push(await aTitle(fixture.db, { name: `Love ${10 + at}`, genres: ['Love'], certificate: 'PG-13' }));
  }
  for (const [at, id] of space.entries()) vectors.set(id, [1 - at / 100, 0.01]);
  for (const [at, id] of love.entries()) vectors.set(id, [0.01, 1 - at / 100]);
  show = await aTitle(fixture.db, { kind: TitleKind.SHOW, name: 'A show', genres: ['Love'], certificate: 'TV-MA' });
  const episode = (number: number) =>
    aTitle(fixture.db, { kind: TitleKind.EPISODE, name: `Episode ${number}`, parentId: show, season: 1, number });
  episodes = [await episode(1), await episode(2)];
  await aLiveModel(fixture.db, vectors);
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

/** A viewer who rated these titles 5. */
async function aFan(...titleIds: readonly number[]): Promise<Viewer> {
  const viewer = await aViewer(app.url);
  for (const titleId of titleIds) await addInteraction(fixture.db, viewer.id, titleId);
  return viewer;
}

interface Hidden {
  readonly changed: number;
  readonly hiddenCount: number;
  readonly userErrors: readonly { readonly code: string; readonly field: string }[];
}

async function hide(viewer: Viewer, input: string): Promise<Hidden> {
  return fieldOf(await act(app.url, viewer, `hideFromBlends(input: { ${input} })`, 'changed hiddenCount'), 'hideFromBlends');
}

async function hiddenOf(
  viewer: Viewer,
  page = '',
): Promise<{ ids: number[]; totalCount: number; pageInfo: { endCursor: string | null; hasNextPage: boolean } }> {
  const query = `{ hiddenFromBlends${page} { nodes { id } totalCount pageInfo { endCursor hasNextPage } } }`;
  const { nodes, ...rest } = fieldOf<{
    nodes: { id: string }[];
    totalCount: number;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  }>(await ask(app.url, query, { headers: viewer.headers }), 'hiddenFromBlends');
  return { ids: nodes.map(({ id }) => Number(id)), ...rest };
}

const at = (list: readonly number[], place: number): number => list[place] as number;

describe('hiding from blends', () => {
  it('makes a blend as if what is hidden had never been watched, pushes it, and puts it back', async () => {
    const [ann, ben] = [await aFan(at(space, 0), at(love, 0)), await aFan(at(love, 1))];
    const twin = await aFan(at(love, 0));
    const id = await aBlend(app.url, [ann, ben]);
    const tab = await followBlend(app.url, ben, id);
    const before = listedIn(tab.pushes()[0] as never);
    expect(await hide(ann, `titleIds: [${space[0]}]`)).toEqual({ changed: 1, hiddenCount: 1, userErrors: [] });
    const pushed = await until('the blend comes anew', () => tab.pushes()[1]);
    const without = await seenBlend(app.url, ben, await aBlend(app.url, [ben, twin]));
    expect(new Set(listedIn(pushed))).not.toEqual(new Set(before));
    expect(listedIn(pushed)).toEqual(without === null ? [] : listedIn(without));
    expect(pushed.members[0]).toMatchObject({ titleCount: 1 });
    expect(await hide(ann, `titleIds: [${space[0]}], hidden: false`)).toEqual({ changed: 1, hiddenCount: 0, userErrors: [] });
    const back = await until('the blend is as it was', () => tab.pushes()[2]);
    expect(listedIn(back)).toEqual(before);
    tab.close();
  });

  it('leaves no trace in the reasons of others, even where all agree', async () => {
    const [ann, ben] = [await aFan(at(space, 0), at(space, 1)), await aFan(at(space, 2))];
    const id = await aBlend(app.url, [ann, ben]);
    for (const one of [ann, ben]) await act(app.url, one, `agreeInBlend(id: ${id}, agrees: true)`, 'blend { id }');
    const named = async () => {
      const blend = await seenBlend(app.url, ben, id);
      return new Set(blend?.titles.flatMap(({ reasons }) => reasons.map(({ title }) => Number(title?.id))));
    };
    expect((await named()).has(at(space, 0))).toBe(true);
    await hide(ann, `titleIds: [${space[0]}]`);
    expect((await named()).has(at(space, 0))).toBe(false);
    expect((await named()).has(at(space, 1))).toBe(true);
  });

  it('chooses by genre, certificate and time, and only what meets all that is given', async () => {
    const ann = await aFan(...space.slice(0, 4), ...love.slice(0, 2));
    await addInteraction(fixture.db, ann.id, at(love, 5), { at: '2020-05-01T00:00:00Z' } as object);
    expect(await hide(ann, 'genres: ["love"], before: "2021-01-01T00:00:00Z"')).toMatchObject({ changed: 1 });
    expect((await hiddenOf(ann)).ids).toEqual([love[5]]);
    expect(await hide(ann, 'certificate: "r"')).toMatchObject({ changed: 2, hiddenCount: 3 });
    expect((await hiddenOf(ann)).ids).toEqual([love[5], space[0], space[2]]);
    expect(await hide(ann, 'genres: ["Love", "none"]')).toMatchObject({ changed: 2, hiddenCount: 5 });
    expect(await hide(ann, 'certificate: "PG-13"')).toMatchObject({ changed: 0, hiddenCount: 5 });
    expect(await hide(ann, 'before: "2021-01-01T00:00:00Z", hidden: false')).toMatchObject({ changed: 1, hiddenCount: 4 });
    expect(await hide(ann, 'genres: ["LOVE", "SPACE"], hidden: false')).toMatchObject({ changed: 4, hiddenCount: 0 });
  });

  it('takes a show for all its episodes, those to come included, and an episode for its show', async () => {
    const ann = await aFan(at(episodes, 0));
    expect(await hide(ann, 'genres: ["Love"], certificate: "TV-MA"')).toMatchObject({ changed: 1 });
    expect((await hiddenOf(ann)).ids).toEqual([show]);
    expect((await hiddenTitles(fixture.db, [ann.id])).get(ann.id)).toEqual([show, ...episodes].sort((a, b) => a - b));
    expect(await hide(ann, `titleIds: [${episodes[1]}], hidden: false`)).toMatchObject({ changed: 1, hiddenCount: 0 });
  });

  it('goes along when a title is merged into another', async () => {
    const [twin, kept] = [await aTitle(fixture.db, { name: 'Twin' }), await aTitle(fixture.db, { name: 'Kept' })];
    const ann = await aFan(twin);
    await hide(ann, `titleIds: [${twin}]`);
    await mergeTitles(fixture.db, { fromId: twin, intoId: kept, actor: 'system', now: new Date() });
    expect((await hiddenOf(ann)).ids).toEqual([kept]);
    expect((await hiddenTitles(fixture.db, [ann.id])).get(ann.id)).toEqual([twin, kept]);
    expect(await hide(ann, `titleIds: [${kept}], hidden: false`)).toMatchObject({ changed: 1, hiddenCount: 0 });
  });

  it('hides nothing that somebody has not watched, and nothing of anyone else', async () => {
    const [ann, ben] = [await aFan(at(space, 0)), await aFan(at(space, 0))];
    expect(await hide(ann, `titleIds: [${space[1]}]`)).toMatchObject({ changed: 0, hiddenCount: 0 });
    await hide(ann, `titleIds: [${space[0]}]`);
    expect((await hiddenOf(ben)).ids).toEqual([]);
    const asAnn = await ask(app.url, `{ hiddenFromBlends(userId: ${ann.id}) { totalCount } }`, { headers: ben.headers });
    expect(codesOf(asAnn)).toEqual(['FORBIDDEN']);
  });

  it('is paged by name', async () => {
    const ann = await aFan(...space.slice(0, 5));
    await hide(ann, 'genres: ["Space"]');
    const first = await hiddenOf(ann, '(first: 2)');
    expect(first).toMatchObject({ ids: space.slice(0, 2), totalCount: 5, pageInfo: { hasNextPage: true } });
    const second = await hiddenOf(ann, `(first: 5, after: "${first.pageInfo.endCursor}")`);
    expect(second).toMatchObject({ ids: space.slice(2, 5), pageInfo: { hasNextPage: false } });
  });

  it('says what is wrong with a choice, and refuses one that chooses nothing', async () => {
    const ann = await aFan(at(space, 0));
    const faults = [
      ['', 'input'],
      ['hidden: false', 'input'],
      ['titleIds: []', 'input.titleIds'],
      ['titleIds: ["999999"]', 'input.titleIds[0]'],
      ['genres: []', 'input.genres'],
      ['genres: ["\\u0000"]', 'input.genres'],
      ['certificate: "X"', 'input.certificate'],
    ] as const;
    for (const [input, field] of faults)
      expect(await hide(ann, input)).toMatchObject({ changed: 0, hiddenCount: 0, userErrors: [{ field }] });
  });

  it('is done for somebody by a key that may write for others, and audited by how many, never which', async () => {
    const ann = await aFan(at(space, 0), at(love, 0));
    const headers = await aKey(fixture.db, Scope.EVENTS_WRITE);
    const call = `mutation { hideFromBlends(input: { userId: "${ann.id}", genres: ["Space"] }) { changed hiddenCount } }`;
    expect((await ask(app.url, call, { headers })).data).toEqual({ hideFromBlends: { changed: 1, hiddenCount: 1 } });
    const audit = await fixture.db.query(`select action, before, after from audit where entity = 'user' and "entityId" = $1`, [
      String(ann.id),
    ]);
    expect(audit).toEqual([{ action: 'blends.hide', before: { hidden: 0 }, after: { hidden: 1 } }]);
  });
});
