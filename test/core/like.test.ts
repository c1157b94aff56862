import fc from 'fast-check';
import { Opinion } from '../../core/interaction';
import { boost, boostedScores } from '../../core/like/boost';
import { featuresOf, likeFacts, shareAt, trainingFeatures } from '../../core/like/features';
import { judged } from '../../core/like/judged';
import { likedBy } from '../../core/like/liked';
import { evaluateLikes } from '../../core/like/measure';
import { likeMetrics, meanPrecision, rocAuc } from '../../core/like/metrics';
import { logistic, logLoss, pairsOf, pairwise } from '../../core/like/objective';
import type { LikeRows } from '../../core/like/rows';
import { splitByPersonAndTime } from '../../core/like/split';
import { learnLikes, likeChances } from '../../core/like/stored';
import { binned, growTree, treeValue } from '../../core/like/tree';
import { seeded } from '../../core/random';

const rowsOf = (rows: readonly (readonly [person: number, title: number, liked: number])[]): LikeRows => ({
  person: Int32Array.from(rows, ([person]) => person),
  title: Int32Array.from(rows, ([, title]) => title),
  liked: Uint8Array.from(rows, ([, , liked]) => liked),
});

/** Even people like drama, odd ones comedies. */
const splitTastes = (people = 40, each = 20) => {
  const titles = Array.from({ length: 60 }, (_, at) => ({ id: 100 + at, genres: [at % 2 === 0 ? 'Drama' : 'Comedy'], year: 1990 }));
  const random = seeded(7);
  const judgments = Array.from({ length: people * each }, (_, row) => {
    const [userId, title] = [Math.floor(row / each), Math.floor(random() * 60)];
    return { userId, titleId: 100 + title, liked: title % 2 === userId % 2, at: row };
  });
  return { titles, judgments };
};

describe('what counts as a like', () => {
  const said = { rating: null, ratedAt: null, opinion: null, opinionAt: null };
  it('is a rating of 3.5 and more, or a Like; what was said last holds', () => {
    expect(likedBy({ ...said, rating: 3.5, ratedAt: new Date(5) })).toEqual({ liked: true, at: 5 });
    expect(likedBy({ ...said, rating: 3, ratedAt: new Date(5) })).toEqual({ liked: false, at: 5 });
    expect(likedBy({ rating: 5, ratedAt: new Date(5), opinion: Opinion.DISLIKE, opinionAt: new Date(6) })).toEqual({ liked: false, at: 6 });
    expect(likedBy({ rating: 5, ratedAt: new Date(7), opinion: Opinion.DISLIKE, opinionAt: new Date(6) })).toEqual({ liked: true, at: 7 });
    expect(likedBy(said)).toBeNull();
  });
});

describe('the metrics of likes', () => {
  it('are those of an example by hand', () => {
    // Chances .9 .6 .4 .2 of likes 1 0 1 0: two right of four; TP 1, FP 1, FN 1; three of four pairs in order.
    const rows = rowsOf([
      [0, 0, 1],
      [0, 1, 0],
      [0, 2, 1],
      [0, 3, 0],
    ]);
    const metrics = likeMetrics(rows, Float64Array.of(0.9, 0.6, 0.4, 0.2), { isChance: true });
    expect(metrics.accuracy).toBe(0.5);
    expect(metrics.f1).toBe(0.5);
    expect(metrics.rocAuc).toBe(0.75);
    expect(metrics.rmse).toBeCloseTo(Math.sqrt((0.01 + 0.36 + 0.36 + 0.04) / 4), 12);
    // Likes stand first and third: (1/1 + 2/3) / 2.
    expect(metrics.mapAt3).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });

  it('count equal scores half, and leave out people who have too few rows to be put in order', () => {
    expect(rocAuc(Uint8Array.of(1, 0), Float64Array.of(1, 1))).toBe(0.5);
    expect(rocAuc(Uint8Array.of(1, 1), Float64Array.of(1, 2))).toBeNaN();
    expect(meanPrecision(rowsOf([[0, 0, 1]]), Float64Array.of(1), 3)).toBeNaN();
  });

  it('never see more in a guess after it was stretched, for an order is all that AUC reads', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.boolean()), { minLength: 2 }), (rows) => {
        const liked = Uint8Array.from(rows, ([, one]) => (one ? 1 : 0));
        const scores = Float64Array.from(rows, ([score]) => score);
        expect(rocAuc(liked, scores)).toEqual(
          rocAuc(
            liked,
            scores.map((score) => 3 * score + 1),
          ),
        );
      }),
    );
  });
});

describe('the split of likes', () => {
  it('asks for the last fifth of each person, and for nobody with fewer than five', () => {
    const person = Int32Array.from([0, 0, 0, 0, 0, 1, 1]);
    const at = Float64Array.from([5, 1, 2, 3, 4, 9, 8]);
    expect(splitByPersonAndTime({ person, at })).toEqual({ learned: [1, 2, 3, 4, 5, 6], asked: [0] });
  });

  it('lets no person’s future into what is learned', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(100)), { maxLength: 60 }), (rows) => {
        const person = Int32Array.from(rows, ([who]) => who);
        const at = Float64Array.from(rows, ([, time]) => time);
        const { learned, asked } = splitByPersonAndTime({ person, at });
        expect([...learned, ...asked].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
        for (const one of asked)
          for (const other of learned) if (person[one] === person[other]) expect(at[one]).toBeGreaterThanOrEqual(at[other] as number);
      }),
    );
  });
});

describe('boosted trees', () => {
  it('give leaves of -G / (H + lambda), by hand', () => {
    const data = { width: 1, values: Float32Array.of(1, 2, 3, 4) };
    const [gradient, hessian] = [Float64Array.of(-1, -1, 1, 1), Float64Array.of(1, 1, 1, 1)];
    const tree = growTree(binned(data), { gradient, hessian }, { depth: 1, regularization: 2, leastHessian: 1 });
    expect([0, 1, 2, 3].map((row) => treeValue(tree, data, row))).toEqual([0.5, 0.5, -0.5, -0.5]);
  });

  it('have the derivatives of their losses', () => {
    const liked = Uint8Array.of(1, 0, 0);
    const scores = Float64Array.of(0.3, -0.2, 1);
    const [gradient, hessian] = [new Float64Array(3), new Float64Array(3)];
    logistic(liked).derive(scores, gradient, hessian);
    const step = 1e-5;
    const loss = (by: number) => 3 * logLoss(Float64Array.of(0.3 + by, -0.2, 1), liked);
    expect(gradient[0]).toBeCloseTo((loss(step) - loss(-step)) / (2 * step), 6);
    expect(hessian[0]).toBeCloseTo((loss(step) - 2 * loss(0) + loss(-step)) / step ** 2, 4);
    pairwise({ liked: Int32Array.of(0), other: Int32Array.of(1) }).derive(Float64Array.of(2, 2, 0), gradient, hessian);
    expect([...gradient]).toEqual([-0.5, 0.5, 0]);
    expect([...hessian]).toEqual([0.25, 0.25, 0]);
  });

  it('pair rows of one person only', () => {
    const rows = rowsOf([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 1],
      [2, 0, 0],
    ]);
    expect(pairsOf(rows, 1)).toEqual({ liked: Int32Array.of(0), other: Int32Array.of(1) });
  });

  it('learn what no line can, the same each time, and stop where held-out rows stop to gain', () => {
    const random = seeded(3);
    const make = (rows: number) => {
      const values = Float32Array.from({ length: 2 * rows }, () => random());
      const liked = Uint8Array.from(
        { length: rows },
        (_, row) => Number((values[2 * row] as number) > 0.5) ^ Number((values[2 * row + 1] as number) > 0.5),
      );
      return { features: { width: 2, values }, liked };
    };
    const [grown, held] = [make(2_000), make(500)];
    const train = () =>
      boost(grown.features, logistic(grown.liked), { held: { features: held.features, lossOf: (scores) => logLoss(scores, held.liked) } });
    const model = train();
    expect(rocAuc(held.liked, boostedScores(model, held.features))).toBeGreaterThan(0.95);
    expect(train()).toEqual(model);
  });
});

describe('the features of likes', () => {
  it('tell nothing of a row by the row itself', () => {
    const titles = { genres: [[0], [1]], genreCount: 2, year: Float64Array.of(2000, Number.NaN) };
    const random = seeded(5);
    const rows = rowsOf(Array.from({ length: 50 }, (_, row) => [row % 5, row % 2, random() < 0.5 ? 1 : 0] as const));
    const settings = { people: 5, seed: 9 };
    const before = trainingFeatures(rows, titles, settings);
    for (let row = 0; row < 50; row++) {
      const turned = { ...rows, liked: rows.liked.map((one, at) => (at === row ? 1 - one : one)) };
      const after = trainingFeatures(turned, titles, settings);
      const own = ({ values, width }: typeof after) => [...values.subarray(row * width, (row + 1) * width)];
      expect(own(after)).toEqual(own(before));
    }
  });

  it('draw shares of few rows towards the usual one, and know nothing of who and what is new', () => {
    const titles = { genres: [[0], [0]], genreCount: 1, year: Float64Array.of(2000, 2000) };
    const facts = likeFacts(rowsOf([[0, 0, 1]]), titles, 2);
    // (1 + 5 x 2/3) / (1 + 5)
    expect(shareAt(facts.titles, 0, facts.share)).toBeCloseTo((1 + 10 / 3) / 6, 12);
    const [title, judgedBy, person] = [...featuresOf(rowsOf([[1, 1, 0]]), facts, titles).values];
    expect([title, judgedBy, person]).toEqual([Math.fround(2 / 3), 0, Math.fround(2 / 3)]);
  });
});

describe('the model of likes', () => {
  it('finds tastes that are split by genre, and beats both baselines on what it has not seen', () => {
    const { titles, judgments } = splitTastes();
    const found = evaluateLikes(judged(judgments, titles), 1);
    expect(found?.classifier.rocAuc).toBeGreaterThan(0.9);
    expect(found?.majority.rocAuc).toBe(0.5);
    expect(found?.popularity.rocAuc).toBeNull();
    expect(found?.popularity.personAuc).toBeLessThan(0.7);
    expect(found?.combined.mapAt3).toBeGreaterThan(found?.popularity.mapAt3 ?? 1);
  });

  it('measures nothing where nobody dislikes anything', () => {
    const { titles, judgments } = splitTastes();
    expect(
      evaluateLikes(
        judged(
          judgments.map((each) => ({ ...each, liked: true })),
          titles,
        ),
        1,
      ),
    ).toBeNull();
  });

  it('says of somebody new what their few words mean, the same after a way through JSON, and not by their word on the title itself', () => {
    const { titles, judgments } = splitTastes();
    const learned = learnLikes(judged(judgments, titles), 1);
    const model = JSON.parse(JSON.stringify(learned.model)) as typeof learned.model;
    const past = titles.slice(0, 16).map((title) => ({ ...title, liked: title.genres[0] === 'Drama' }));
    const asked = titles.slice(30, 32).map((title) => ({ ...title, count: learned.titles[title.id] ?? null }));
    const [drama, comedy] = likeChances(model, past, asked) as [number, number];
    expect(drama).toBeGreaterThan(0.7);
    expect(comedy).toBeLessThan(0.3);
    expect(likeChances(learned.model, past, asked)).toEqual([drama, comedy]);
    const own = titles[30] as (typeof titles)[number];
    expect(likeChances(model, [...past, { ...own, liked: false }], asked.slice(0, 1))).toEqual([drama]);
  });
});
