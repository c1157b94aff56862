import { type ConfidenceOptions, confidenceOf } from '../../core/confidence';
import { ConfidencePreset } from '../../core/model';
import { TitleKind } from '../../core/title';
import { readSnapshot } from '../../engine/training/snapshot';
import { interactionOf, TOLD, type Told } from '../../store/told-interaction';
import { withDatabase } from '../support/database';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const asOf = new Date('2026-06-01T12:00:00Z');
const options: ConfidenceOptions = { preset: ConfidencePreset.COVERAGE, halfLifeDays: null, asOf };

/** One person of every kind of facts; titles are made as needed. */
async function everyKind(): Promise<void> {
  const rows = [
    `'{}', null, 0, 0, 0, 4.5, '2026-01-01', null, null, 0`,
    `'{}', null, 0, 0, 0, 1, '2026-01-01', null, null, 0`,
    `'{}', null, 0, 0, 0, 5, '2026-01-01', 'DISLIKE', '2026-02-01', 0`,
    `'{}', null, 0, 2, 0, null, null, 'LIKE', '2026-02-01 10:00:00.123456', 0`,
    `'{}', null, 0, 0, 3, null, null, null, null, 0`,
    `'{}', null, 0, 9, 0, null, null, null, null, 9`,
    `'{[0,10),[20,4000),[5000,5001)}', 900.5, 1234.25, 1, 0, null, null, null, null, 2.75`,
    `'{[0,1)}', null, 700, 0, 0, null, null, null, null, 0.1`,
    `'{}', null, 0, 0, 0, null, null, null, null, 0`,
  ];
  const person = await addUser(fixture.db);
  for (const row of rows) {
    const title = await aTitle(fixture.db);
    await fixture.db.query(`insert into interactions ("userId", "titleId", covered, "mediaSeconds", "secondsPlayed", clicks, completions,
      rating, "ratedAt", opinion, "opinionAt", "classicScore", "firstAt", "lastAt")
      values (${person}, ${title}, ${row}, '2026-01-01', '2026-03-01 08:00:01.999999')`);
  }
}

describe('a snapshot', () => {
  it('is empty of nothing', async () => {
    const { matrix, userIds, titleIds } = await readSnapshot(fixture.url, options);
    expect(matrix).toMatchObject({ rows: 0, columns: 0 });
    expect([...matrix.start]).toEqual([0]);
    expect([userIds, titleIds]).toEqual([[], []]);
  });

  it.each(Object.values(ConfidencePreset))('weighs every kind of interaction under %s as a request does', async (preset) => {
    await everyKind();
    const weighing = { preset, halfLifeDays: 90, asOf };
    const { matrix, userIds, titleIds } = await readSnapshot(fixture.url, weighing);
    const rows: { userId: number; told: string }[] = await fixture.db.query(
      `select "userId", ${TOLD} as told from interactions order by "userId", "titleId"`,
    );
    const expected = rows.flatMap(({ userId, told }) => {
      const interaction = interactionOf(JSON.parse(told) as Told);
      const said = confidenceOf(interaction, weighing);
      return said ? [[userId, interaction.titleId, said.preference, Math.fround(said.weight), seconds(interaction.lastAt)]] : [];
    });
    const found = userIds.flatMap((userId, row) =>
      [...matrix.column.subarray(matrix.start[row], matrix.start[row + 1])].map((column, index) => {
        const at = (matrix.start[row] ?? 0) + index;
        return [userId, titleIds[column], matrix.preference[at], matrix.weight[at], matrix.time[at]];
      }),
    );
    expect(found).toEqual(expected);
    expect(matrix).toMatchObject({ rows: userIds.length, columns: titleIds.length });
  });

  it('counts an episode for its show and a merged title for the one that stands for it; the surest speaks, the last time counts', async () => {
    const { db } = fixture;
    const show = await aTitle(db, { kind: TitleKind.SHOW });
    const first = await aTitle(db, { kind: TitleKind.EPISODE, parentId: show });
    const second = await aTitle(db, { kind: TitleKind.EPISODE, parentId: show });
    const copy = await aTitle(db);
    await db.query(`update titles set state = 'MERGED', "mergedIntoId" = $1 where id = $2`, [show, copy]);
    const person = await addUser(db);
    await addInteraction(db, person, first, { rating: 4 });
    await addInteraction(db, person, second, { rating: 5 });
    await addInteraction(db, person, copy, { rating: 3 });
    await db.query(`update interactions set "lastAt" = '2026-05-05T00:00:00Z' where "titleId" = $1`, [first]);
    const { matrix, userIds, titleIds } = await readSnapshot(fixture.url, options);
    const row = userIds.indexOf(person);
    expect([...matrix.column.subarray(matrix.start[row], matrix.start[row + 1])]).toEqual([titleIds.indexOf(show)]);
    const at = matrix.start[row] ?? 0;
    expect([matrix.weight[at], matrix.time[at]]).toEqual([2.5, seconds(new Date('2026-05-05T00:00:00Z'))]);
  });

  it('has one hash for the same interactions and clock, and another once anything of it is another', async () => {
    const { hash } = await readSnapshot(fixture.url, options);
    expect(hash).toMatch(/^[\da-f]{64}$/);
    expect((await readSnapshot(fixture.url, { ...options, asOf: new Date() })).hash).toBe(hash);
    const fading = { ...options, halfLifeDays: 30 };
    const faded = (await readSnapshot(fixture.url, fading)).hash;
    expect((await readSnapshot(fixture.url, fading)).hash).toBe(faded);
    expect((await readSnapshot(fixture.url, { ...fading, asOf: new Date('2026-07-01T00:00:00Z') })).hash).not.toBe(faded);
    await addInteraction(fixture.db, await addUser(fixture.db), await aTitle(fixture.db));
    expect((await readSnapshot(fixture.url, options)).hash).not.toBe(hash);
  });

  it('ends with the reason that it was aborted with, and with what the server says', async () => {
    const reason = new Error('Enough.');
    await fixture.db.query(`insert into interactions ("userId", "titleId", clicks, "firstAt", "lastAt")
      select user_number, title_number, 1, now(), now() from generate_series(900001, 900600) user_number, generate_series(1, 500) title_number`);
    await expect(readSnapshot(fixture.url, options, AbortSignal.abort(reason))).rejects.toBe(reason);
    await expect(readSnapshot(`${fixture.url}_none`, options)).rejects.toThrow('does not exist');
  });
});

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);
