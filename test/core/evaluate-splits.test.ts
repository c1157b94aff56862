import fc from 'fast-check';
import { givenSplit } from '../../core/evaluate/given-split';
import { compacted } from '../../core/evaluate/matrix-part';
import { type EvaluationCase, withFewerCases } from '../../core/evaluate/split';
import { byTime, lastFifth, leaveLastOut } from '../../core/evaluate/timed-split';
import { rowCounts, type TimedMatrix } from '../../core/interaction-matrix';
import { timedMatrix } from '../support/timed-matrix';

const columnsOf = ({ start, column }: TimedMatrix, row: number): number[] => [...column.subarray(start[row], start[row + 1])];
const asked = (cases: readonly EvaluationCase[]) => cases.map(({ user, relevant }) => ({ user, relevant: [...relevant] }));

const people = fc.array(
  fc.uniqueArray(
    fc.record({
      column: fc.integer({ min: 0, max: 29 }),
      time: fc.integer({ min: 0, max: 20 }),
      preference: fc.constantFrom<0 | 1>(0, 1, 1),
    }),
    { selector: ({ column }) => column, maxLength: 25 },
  ),
  { minLength: 1, maxLength: 8 },
);

describe('the newest fifth of each person', () => {
  it('is held out, whatever the order of entries', () => {
    const times = [5, 3, 9, 1, 7, 2, 8, 4, 10, 6];
    const { train, cases } = lastFifth(timedMatrix([times.map((time, column) => ({ column, time }))], 10));
    expect(asked(cases)).toEqual([{ user: 0, relevant: [2, 8] }]);
    expect(columnsOf(train, 0)).toEqual([0, 1, 3, 4, 5, 6, 7, 9]);
    expect([...train.time]).toEqual([5, 3, 1, 7, 2, 8, 4, 6]);
  });

  it('takes at least one of five and nothing of four', () => {
    const entries = (count: number) => Array.from({ length: count }, (_, column) => ({ column, time: column }));
    const { train, cases } = lastFifth(timedMatrix([entries(4), entries(5), entries(6)], 6));
    expect([...rowCounts(train)]).toEqual([4, 4, 4]);
    expect(asked(cases)).toEqual([
      { user: 1, relevant: [4] },
      { user: 2, relevant: [4, 5] },
    ]);
  });

  it('asks for nothing that was not liked, or liked less than it says', () => {
    const row = [0, 1, 2, 3, 4, 5, 6, 7].map((column) => ({ column, time: column }));
    const disliked = row.map((entry) => (entry.column === 6 ? { ...entry, preference: 0 as const } : entry));
    const weak = row.map((entry) => (entry.column === 6 ? { ...entry, weight: 0.2 } : entry));
    expect(asked(lastFifth(timedMatrix([disliked], 8)).cases)).toEqual([{ user: 0, relevant: [7] }]);
    expect(asked(lastFifth(timedMatrix([weak], 8), { likedFrom: 1 }).cases)).toEqual([{ user: 0, relevant: [7] }]);
    expect(asked(lastFifth(timedMatrix([weak], 8)).cases)).toEqual([{ user: 0, relevant: [6, 7] }]);
  });

  it('falls by seeded chance where no times are known', () => {
    const matrix = timedMatrix([Array.from({ length: 50 }, (_, column) => ({ column, time: 0 }))], 50);
    const relevant = (seed: number): number[] => [...(lastFifth(matrix, { seed }).cases[0]?.relevant ?? [])];
    expect(relevant(1)).toHaveLength(10);
    expect(relevant(1)).toEqual(relevant(1));
    expect(relevant(1)).not.toEqual(relevant(2));
    expect(relevant(1)).not.toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
  });

  it('parts every matrix: nothing is in both parts, nothing held out is older than what is kept', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const matrix = timedMatrix(rows, 30);
        const { train, cases } = lastFifth(matrix);
        for (const { user, relevant } of cases) {
          const kept = columnsOf(train, user);
          expect(relevant.some((column) => kept.includes(column))).toBe(false);
          const timeOf = new Map(rows[user]?.map(({ column, time }) => [column, time]));
          const newest = Math.max(...kept.map((column) => timeOf.get(column) ?? 0));
          for (const column of relevant) expect(timeOf.get(column)).toBeGreaterThanOrEqual(newest);
        }
        rows.forEach((row, user) => {
          const gone = row.length - columnsOf(train, user).length;
          expect(gone).toBe(row.length < 5 ? 0 : Math.ceil(row.length / 5));
        });
      }),
    );
  });
});

describe('a moment for everybody', () => {
  const rows = [
    [1, 2, 3, 4].map((time, column) => ({ column, time })),
    [9, 10].map((time, column) => ({ column, time })),
    [5, 6, 7, 8].map((time, column) => ({ column, time })),
  ];

  it('holds out what came from it on, and asks only about people with a past', () => {
    const { train, cases, parameters } = byTime(timedMatrix(rows, 4), { moment: 8 });
    expect(asked(cases)).toEqual([{ user: 2, relevant: [3] }]);
    expect([...rowCounts(train)]).toEqual([4, 0, 3]);
    expect(parameters.moment).toBe(8);
  });

  it('can be named by the share of what came after it', () => {
    expect(byTime(timedMatrix(rows, 4), { share: 0.3 }).parameters.moment).toBe(8);
  });
});

describe('the last one of each person', () => {
  it('is the last liked one, and nothing after it is kept', () => {
    const row = [
      { column: 3, time: 4, preference: 0 as const },
      { column: 2, time: 3 },
      { column: 1, time: 2 },
      { column: 0, time: 1 },
    ];
    const { train, cases } = leaveLastOut(timedMatrix([row, [{ column: 0, time: 1 }]], 200));
    expect(asked(cases)).toEqual([{ user: 0, relevant: [2] }]);
    expect(columnsOf(train, 0)).toEqual([1, 0]);
    expect(columnsOf(train, 1)).toEqual([0]);
  });

  it('stands among 99 different titles that the person has no entry for', () => {
    fc.assert(
      fc.property(people, fc.integer(), (rows, seed) => {
        const matrix = timedMatrix(rows, 150);
        for (const { user, negatives } of leaveLastOut(matrix, { seed }).cases) {
          expect(new Set(negatives).size).toBe(99);
          const seen = columnsOf(matrix, user);
          expect([...(negatives ?? [])].some((column) => seen.includes(column))).toBe(false);
        }
      }),
    );
  });

  it('takes all the rest where there are no 99, and every title where none are asked for', () => {
    const matrix = timedMatrix([[0, 1, 2].map((column) => ({ column, time: column }))], 6);
    expect([...(leaveLastOut(matrix).cases[0]?.negatives ?? [])].sort()).toEqual([3, 4, 5]);
    expect(leaveLastOut(matrix, { negatives: 0 }).cases[0]?.negatives).toBeNull();
  });

  it('draws the same for the same seed', () => {
    const matrix = timedMatrix([[0, 1, 2].map((column) => ({ column, time: 0 }))], 400);
    expect(leaveLastOut(matrix, { seed: 5 })).toEqual(leaveLastOut(matrix, { seed: 5 }));
    expect(leaveLastOut(matrix, { seed: 5 }).cases).not.toEqual(leaveLastOut(matrix, { seed: 6 }).cases);
  });
});

describe('parts that were given', () => {
  const at = (time: number, ...columns: number[]) => columns.map((column) => ({ column, time }));

  it('are asked as they are, and pairs in both are left out and told', () => {
    const train = timedMatrix([at(1, 0, 1), at(1, 2)], 5);
    const { cases, warnings } = givenSplit({ train, test: timedMatrix([at(2, 1, 3), []], 5) });
    expect(asked(cases)).toEqual([{ user: 0, relevant: [3] }]);
    expect(warnings).toEqual(['In both parts, and so not asked for: 1 liked pair.']);
  });

  it('are refused when they are one and the same', () => {
    const train = timedMatrix([at(1, 0, 1)], 5);
    expect(() => givenSplit({ train, test: train })).toThrow('Everything liked in the test part stands in the train part too: 2 pairs.');
  });

  it('are refused when they look swapped, by size or by time', () => {
    const small = timedMatrix([at(9, 4)], 5);
    const large = timedMatrix([at(1, 0, 1, 2)], 5);
    expect(() => givenSplit({ train: small, test: large })).toThrow('The test part has 3 pairs, the train part only 1: they look swapped.');
    const late = timedMatrix([at(9, 3, 4)], 5);
    expect(() => givenSplit({ train: late, test: timedMatrix([at(1, 0, 1)], 5) })).toThrow('older than the train part: they look swapped');
  });

  it('are refused when nobody is in both', () => {
    const parts = { train: timedMatrix([at(1, 0, 1), []], 5), test: timedMatrix([[], at(2, 3)], 5) };
    expect(() => givenSplit(parts)).toThrow('Nobody in the test part has anything in the train part.');
  });

  it('count people without a past, who get what is popular', () => {
    const { cases, warnings } = givenSplit({ train: timedMatrix([at(1, 0, 1), []], 5), test: timedMatrix([at(2, 3), at(2, 3)], 5) });
    expect(cases).toHaveLength(2);
    expect(warnings).toEqual(['For people without a past in the train part, who get what is popular: 1 list.']);
  });

  it('rank a title among its negatives, itself once', () => {
    const parts = { train: timedMatrix([at(1, 0)], 5), test: timedMatrix([at(2, 3)], 5) };
    const { cases } = givenSplit({ ...parts, negatives: [{ user: 0, item: 3, negatives: Int32Array.of(2, 3, 4, 2) }] });
    expect(cases.map(({ relevant, negatives }) => [[...relevant], [...(negatives ?? [])]])).toEqual([[[3], [2, 4]]]);
  });
});

describe('a matrix without what is empty', () => {
  it('is what training would get had the rest never been', () => {
    const { matrix, columns, placeOf } = compacted(
      timedMatrix([[], [4, 1].map((column) => ({ column, time: 0 })), [], [{ column: 4, time: 0 }]], 6),
    );
    expect([...columns]).toEqual([1, 4]);
    expect([...placeOf]).toEqual([-1, 0, -1, -1, 1, -1]);
    expect(matrix).toMatchObject({ rows: 2, columns: 2 });
    expect([...matrix.start]).toEqual([0, 2, 3]);
    expect([...matrix.column]).toEqual([1, 0, 1]);
  });
});

describe('a split with fewer cases', () => {
  it('keeps some by chance, in their order', () => {
    const rows = Array.from({ length: 40 }, () => [0, 1, 2, 3, 4].map((column) => ({ column, time: column })));
    const split = lastFifth(timedMatrix(rows, 5));
    const users = withFewerCases(split, 10, 1).cases.map(({ user }) => user);
    expect(users).toHaveLength(10);
    expect(users).toEqual([...users].sort((a, b) => a - b));
    expect(users).not.toEqual(withFewerCases(split, 10, 2).cases.map(({ user }) => user));
    expect(withFewerCases(split, 40, 1)).toBe(split);
  });
});
