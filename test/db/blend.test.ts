import { startApp, type TestApp } from '../support/app';
import { aBlend, act, agreeAll, listedIn, type SeenBlend, seenBlend } from '../support/blend';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
const space: number[] = [];
const love: number[] = [];
/** What lies between the two. */
const both: number[] = [];
let unknown: number;

beforeAll(async () => {
  const vectors = new Map<number, readonly [number, number]>();
  for (let at = 0; at < 15; at++) {
    space.push(await aTitle(fixture.db, { name: `Space ${at}`, genres: ['Space'], certificate: 'R', seconds: 9_000 }));
    love.push(await aTitle(fixture.db, { name: `Love ${at}`, genres: ['Love'], certificate: 'PG', seconds: 6_000 }));
    both.push(await aTitle(fixture.db, { name: `Both ${at}`, genres: ['Space', 'Love'], certificate: 'PG-13', seconds: 5_000 }));
  }
  for (const [at, id] of space.entries()) vectors.set(id, [1 - at / 100, 0.01]);
  for (const [at, id] of love.entries()) vectors.set(id, [0.01, 1 - at / 100]);
  for (const [at, id] of both.entries()) vectors.set(id, [0.7 - at / 100, 0.7 - at / 100]);
  await aLiveModel(fixture.db, vectors);
  unknown = await aTitle(fixture.db, { name: 'Nobody knows' });
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

/** A viewer who rated these titles 5. */
async function aFan(titleIds: readonly number[]): Promise<Viewer> {
  const viewer = await aViewer(app.url);
  for (const titleId of titleIds) await addInteraction(fixture.db, viewer.id, titleId);
  return viewer;
}

async function seenBy(viewer: Viewer, id: string): Promise<SeenBlend> {
  const blend = await seenBlend(app.url, viewer, id);
  if (blend === null) throw new Error('The blend is not there.');
  return blend;
}

const userErrorsOf = (data: unknown): unknown => JSON.parse(JSON.stringify(Object.values(data ?? {})[0])).userErrors;

describe('a blend of two with disjoint histories', () => {
  let ann: Viewer;
  let ben: Viewer;
  beforeAll(async () => {
    ann = await aFan(space.slice(0, 3));
    ben = await aFan(love.slice(0, 3));
  });

  it('begins with what suits both, says how well and by whom, and lists what nobody has seen', async () => {
    const blend = await seenBy(ann, await aBlend(app.url, [ann, ben], 'strategy: LEAST_MISERY'));
    const listed = listedIn(blend);
    expect(both).toContain(listed[0]);
    expect(listed.slice(0, 15).every((id) => both.includes(id))).toBe(true);
    for (const seen of [...space.slice(0, 3), ...love.slice(0, 3)]) expect(listed).not.toContain(seen);
    expect(blend.titles[0]?.satisfactions.map(({ userId }) => Number(userId))).toEqual([ann.id, ben.id]);
    for (const { value } of blend.titles[0]?.satisfactions ?? []) expect(value).toBeGreaterThan(0);
    expect(blend).toMatchObject({ byTaste: true, tagSource: null, sharedCount: null, allAgree: false });
    expect(blend.members).toMatchObject([
      { userId: String(ann.id), isYou: true, titleCount: 3 },
      { userId: String(ben.id), isYou: false, titleCount: 3 },
    ]);
  });

  it('tells who gives way where a title suits one of them far better', async () => {
    const blend = await seenBy(ann, await aBlend(app.url, [ann, ben], 'strategy: MOST_PLEASURE'));
    const first = blend.titles[0];
    const isSpace = space.includes(Number(first?.title.id));
    expect(first?.givesWayId).toBe(String(isSpace ? ben.id : ann.id));
  });

  it('lets each choose in turn', async () => {
    const blend = await seenBy(ann, await aBlend(app.url, [ann, ben], 'strategy: FAIR_TURNS'));
    const kinds = listedIn(blend)
      .slice(0, 2)
      .map((id) => (space.includes(id) ? 'space' : 'love'));
    expect(kinds).toEqual(['space', 'love']);
  });

  it('holds what fits the youngest of them and the time they have', async () => {
    const young = listedIn(await seenBy(ann, await aBlend(app.url, [ann, ben], 'certificate: "PG"')));
    expect(young.length).toBeGreaterThan(0);
    expect(young.every((id) => love.includes(id))).toBe(true);
    const short = listedIn(await seenBy(ann, await aBlend(app.url, [ann, ben], 'seconds: 5400')));
    expect(short.every((id) => both.includes(id))).toBe(true);
  });

  it('names to each only what that one watched, until both agree', async () => {
    const id = await aBlend(app.url, [ann, ben]);
    const namedTo = async (viewer: Viewer): Promise<number[]> => {
      const { titles } = await seenBy(viewer, id);
      return [...new Set(titles.flatMap(({ reasons }) => reasons.flatMap(({ title }) => (title === null ? [] : [Number(title.id)]))))];
    };
    expect((await namedTo(ann)).every((titleId) => space.includes(titleId))).toBe(true);
    expect((await namedTo(ben)).every((titleId) => love.includes(titleId))).toBe(true);
    await act(app.url, ann, `agreeInBlend(id: ${id}, agrees: true)`, 'blend { allAgree }');
    expect((await namedTo(ben)).every((titleId) => love.includes(titleId))).toBe(true);
    await act(app.url, ben, `agreeInBlend(id: ${id}, agrees: true)`, 'blend { allAgree }');
    expect((await namedTo(ben)).some((titleId) => space.includes(titleId))).toBe(true);
    const { titles, members } = await seenBy(ben, id);
    expect(JSON.stringify(titles)).toContain('Because someone here watched Space');
    expect(members[0]?.unscored).toEqual([]);
    await act(app.url, ann, `agreeInBlend(id: ${id}, agrees: false)`, 'blend { allAgree }');
    expect((await namedTo(ben)).every((titleId) => love.includes(titleId))).toBe(true);
  });

  it('hears votes and vetoes, the newest of each, and takes them back', async () => {
    const id = await aBlend(app.url, [ann, ben], 'strategy: LEAST_MISERY');
    const [first = 0, second = 0] = listedIn(await seenBy(ann, id));
    await act(app.url, ben, `voteInBlend(id: ${id}, titleId: ${first}, vote: VETO)`, 'blend { id }');
    expect(listedIn(await seenBy(ann, id))).not.toContain(first);
    await act(app.url, ben, `voteInBlend(id: ${id}, titleId: ${first}, vote: DOWN)`, 'blend { id }');
    const down = await seenBy(ann, id);
    expect(listedIn(down)[0]).toBe(second);
    expect(listedIn(down)).toContain(first);
    expect(down.votes).toEqual([{ userId: String(ben.id), vote: 'DOWN', title: { id: String(first) } }]);
    await act(app.url, ben, `voteInBlend(id: ${id}, titleId: ${first}, vote: null)`, 'blend { id }');
    expect(listedIn(await seenBy(ann, id))[0]).toBe(first);
  });

  it('forgets all that a member brought once they leave', async () => {
    const id = await aBlend(app.url, [ann, ben]);
    await act(app.url, ben, `voteInBlend(id: ${id}, titleId: ${both[4]}, vote: VETO)`, 'blend { id }');
    const left = await act(app.url, ben, `leaveBlend(id: ${id})`, 'left');
    expect(left.data).toEqual({ leaveBlend: { left: true, userErrors: [] } });
    const alone = await seenBy(ann, id);
    expect(alone.members).toHaveLength(1);
    expect(alone.votes).toEqual([]);
    expect(listedIn(alone)).toContain(both[4]);
    expect(listedIn(alone)).toEqual(listedIn(await seenBy(ann, await aBlend(app.url, [ann]))));
    expect(await seenBlend(app.url, ben, id)).toBeNull();
  });
});

describe('a blend', () => {
  it('of one is a list of their own', async () => {
    const ann = await aFan(space.slice(0, 3));
    const blend = await seenBy(ann, await aBlend(app.url, [ann]));
    const LIST = '{ recommendations(input: { kinds: [MOVIE], explorationShare: 0 }) { items(first: 100) { nodes { title { id } } } } }';
    const own = fieldOf<{ items: { nodes: { title: { id: string } }[] } }>(
      await ask(app.url, LIST, { headers: ann.headers }),
      'recommendations',
    );
    const scored = own.items.nodes.map(({ title }) => Number(title.id)).filter((id) => id !== unknown);
    expect(listedIn(blend).filter((id) => id !== unknown)).toEqual(scored);
    expect(blend.titles.every(({ givesWayId }) => givesWayId === null)).toBe(true);
  });

  it('of the same history twice is as that of one, and says what they share', async () => {
    const [ann, twin] = [await aFan(space.slice(0, 4)), await aFan(space.slice(0, 4))];
    for (const strategy of ['AVERAGE', 'LEAST_MISERY', 'MOST_PLEASURE', 'FAIR_TURNS', 'ORIGINAL']) {
      const id = await aBlend(app.url, [ann, twin], `strategy: ${strategy}`);
      expect((await seenBy(ann, id)).sharedCount).toBeNull();
      await agreeAll(app.url, [ann, twin], id);
      const together = await seenBy(ann, id);
      const alone = await seenBy(ann, await aBlend(app.url, [ann], `strategy: ${strategy}`));
      expect(listedIn(together)).toEqual(listedIn(alone));
      expect(together.sharedCount).toBe(4);
    }
  });

  it('lets what some have seen come again where somebody may rewatch, but not what all have', async () => {
    const [ann, ben] = [await aFan([...both.slice(0, 2)]), await aFan([both[0] ?? 0, love[0] ?? 0])];
    const listed = listedIn(await seenBy(ann, await aBlend(app.url, [ann, ben], 'rewatch: true')));
    expect(listed).toContain(both[1]);
    expect(listed).toContain(love[0]);
    expect(listed).not.toContain(both[0]);
  });

  it('goes along without whom nothing is known, hears their votes all the same, and says so', async () => {
    const [ann, stranger] = [await aFan(space.slice(0, 3)), await aViewer(app.url)];
    const id = await aBlend(app.url, [ann, stranger]);
    const blend = await seenBy(ann, id);
    expect(blend.members[1]).toMatchObject({ titleCount: 0 });
    expect(blend.titles[0]?.satisfactions[1]).toEqual({ userId: String(stranger.id), value: null });
    expect(space).toContain(listedIn(blend)[0]);
    await act(app.url, stranger, `voteInBlend(id: ${id}, titleId: ${listedIn(blend)[0]}, vote: DOWN)`, 'blend { id }');
    expect(listedIn(await seenBy(ann, id))[0]).not.toBe(listedIn(blend)[0]);
  });

  it('of people of whom nothing is known is of what most people like, and says so', async () => {
    const [ann, ben] = [await aViewer(app.url), await aViewer(app.url)];
    const blend = await seenBy(ann, await aBlend(app.url, [ann, ben]));
    expect(blend.byTaste).toBe(false);
    expect(blend.titles.length).toBeGreaterThan(0);
    expect(blend.titles.flatMap(({ satisfactions }) => satisfactions.map(({ value }) => value)).every((value) => value === null)).toBe(
      true,
    );
  });

  it('leaves out of everything what somebody hides', async () => {
    const [ann, ben] = [await aFan([...space.slice(0, 3), love[9] ?? 0]), await aFan([love[9] ?? 0, love[8] ?? 0])];
    await fixture.db.query('insert into hidden_titles ("userId", "titleId") values ($1, $2)', [ann.id, love[9]]);
    const id = await aBlend(app.url, [ann, ben], 'rewatch: true');
    const blend = await seenBy(ann, id);
    expect(blend.members[0]?.titleCount).toBe(3);
    expect(JSON.stringify(blend.titles.map(({ reasons }) => reasons.map(({ title }) => title)))).not.toContain(`"${love[9]}"`);
    await agreeAll(app.url, [ann, ben], id);
    expect((await seenBy(ann, id)).sharedCount).toBe(0);
  });

  it('is nothing to a stranger with a guessed id, and an invitation that is none lets nobody in', async () => {
    const [ann, stranger] = [await aFan(space.slice(0, 2)), await aViewer(app.url)];
    const id = await aBlend(app.url, [ann]);
    expect(await seenBlend(app.url, stranger, id)).toBeNull();
    expect(await seenBlend(app.url, stranger, '987654321')).toBeNull();
    for (const call of [
      `leaveBlend(id: ${id})`,
      `inviteToBlend(id: ${id})`,
      `voteInBlend(id: ${id}, titleId: ${space[5]}, vote: VETO)`,
      `agreeInBlend(id: ${id}, agrees: true)`,
      `saveBlend(input: { id: ${id}, version: 1, rewatch: true })`,
      'joinBlend(token: "guessed")',
    ]) {
      const { data } = await act(app.url, stranger, call, '');
      expect(userErrorsOf(data)).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    const asAnn = await ask(app.url, `{ blend(id: ${id}, userId: ${ann.id}) { id } }`, { headers: stranger.headers });
    expect(codesOf(asAnn)).toEqual(['FORBIDDEN']);
  });

  it('takes eight, and no ninth; whoever left takes the invitations along', async () => {
    const viewers = await Promise.all(Array.from({ length: 9 }, () => aViewer(app.url)));
    const [first, second] = viewers as [Viewer, Viewer, ...Viewer[]];
    const id = await aBlend(app.url, viewers.slice(0, 8) as [Viewer, ...Viewer[]]);
    const tokenOf = async (viewer: Viewer): Promise<string> =>
      fieldOf<{ token: string }>(await act(app.url, viewer, `inviteToBlend(id: ${id})`, 'token'), 'inviteToBlend').token;
    const [token, fromSecond] = [await tokenOf(first), await tokenOf(second)];
    const ninth = viewers[8] as Viewer;
    const full = await act(app.url, ninth, `joinBlend(token: "${token}")`, 'blend { id }');
    expect(userErrorsOf(full.data)).toMatchObject([{ code: 'CONFLICT' }]);
    await act(app.url, second, `leaveBlend(id: ${id})`, 'left');
    const gone = await act(app.url, ninth, `joinBlend(token: "${fromSecond}")`, 'blend { id }');
    expect(userErrorsOf(gone.data)).toMatchObject([{ code: 'NOT_FOUND' }]);
    const joined = await act(app.url, ninth, `joinBlend(token: "${token}")`, 'blend { id }');
    expect(joined.data).toMatchObject({ joinBlend: { blend: { id } } });
  });
});
