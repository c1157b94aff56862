import type { TimedMatrix } from '../../core/interaction-matrix';
import type { NamedMatrix } from '../../engine/training/matrix-rows';
import { matrixRows } from '../../engine/training/matrix-rows';
import { somePeople } from '../../engine/training/people-sample';
import { reweighed } from '../../engine/training/reweighed';
import { testSplit } from '../../engine/training/test-split';

type Said = readonly [userId: number, titleId: number, weight: number, time: number];

function named(said: readonly Said[]): NamedMatrix {
  const rows = matrixRows(said.length);
  for (const [userId, titleId, weight, time] of said) rows.add(userId, titleId, { weight, preference: 1 }, time);
  return rows.end();
}

function pairsOf({ start, column, weight }: TimedMatrix, { userIds, titleIds }: NamedMatrix): unknown[] {
  return userIds.flatMap((userId, row) =>
    Array.from(column.subarray(start[row], start[row + 1]), (at, place) => [userId, titleIds[at], weight[(start[row] ?? 0) + place]]),
  );
}

/** So many people with ten titles each; person p has seen title t at `timeOf`. */
function people(count: number, timeOf: (person: number, title: number) => number): NamedMatrix {
  const said: Said[] = [];
  for (let person = 1; person <= count; person++)
    for (let title = 1; title <= 10; title++) said.push([person, 100 + ((person + title) % 20), 1, timeOf(person, title)]);
  return named(said);
}

describe('the split that settings are measured by', () => {
  it('is by time where the newest fifth is of many people', () => {
    const { split } = testSplit(people(30, (_, title) => title));
    expect(split).toMatchObject({ name: 'time', warnings: [] });
    expect(split.cases).toHaveLength(30);
  });

  it('is the newest fifth of each person where the newest fifth of all is of few', () => {
    const { split } = testSplit(people(300, (person, title) => 100 * person + title));
    expect(split.name).toBe('last-fifth');
    expect(split.cases).toHaveLength(300);
  });
});

describe('some people', () => {
  const all = people(100, (person, title) => person * title);

  it('are all of them, as they are, where they have no more than may be', () => {
    expect(somePeople(all, 1_000, 1)).toBe(all);
  });

  it('are whole people, the same for the same seed', () => {
    const some = somePeople(all, 300, 1);
    expect(some.matrix.rows).toBeGreaterThan(15);
    expect(some.matrix.rows).toBeLessThan(50);
    expect(somePeople(all, 300, 1)).toEqual(some);
    expect(somePeople(all, 300, 2)).not.toEqual(some);
    const kept = new Set(some.userIds);
    const expected = pairsOf(all.matrix, all).filter((pair) => kept.has((pair as [number])[0]));
    expect(pairsOf(some.matrix, some)).toEqual(expected);
    expect(some.matrix.columns).toBe(all.matrix.columns);
  });
});

describe('a split under another reading', () => {
  it('asks the same and learns the same pairs, as the other reading weighs them, without those that it does not know', () => {
    const one = people(30, (_, title) => title);
    const { split } = testSplit(one);
    const backwards = pairsOf(one.matrix, one).reverse() as [number, number, number][];
    const other = named(backwards.filter(([, titleId]) => titleId !== 105).map(([user, title]) => [user, title, user + title / 1000, 0]));
    const { train, cases } = reweighed(split, one, other);
    expect(cases).toBe(split.cases);
    const expected = (pairsOf(split.train, one) as [number, number, number][])
      .filter(([, titleId]) => titleId !== 105)
      .map(([user, title]) => [user, title, Math.fround(user + title / 1000)]);
    expect(pairsOf(train, one)).toEqual(expected);
    expect([train.rows, train.columns]).toEqual([split.train.rows, split.train.columns]);
  });
});
