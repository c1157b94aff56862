import { boostedScores } from './boost';
import { featuresOf, type LikeData, likeFacts, trainingFeatures } from './features';
import type { Judged } from './judged';
import { type LikeMetrics, likeMetrics } from './metrics';
import { chancesBy, combinedScores, trainLikeModel, trainRanker } from './model';
import { rowsAt } from './rows';
import { splitByPersonAndTime } from './split';

/** How well each way guesses the last fifth of what every person judged. */
export interface LikeEvaluation {
  readonly learned: number;
  readonly asked: number;
  readonly classifier: LikeMetrics;
  readonly ranker: LikeMetrics;
  readonly combined: LikeMetrics;
  /** Everybody likes everything. */
  readonly majority: LikeMetrics;
  /** What more people judged stands first. */
  readonly popularity: LikeMetrics;
}

/** Learns from the first four fifths of each person's judgments and asks for the rest; null where those are not of both sorts. */
export function evaluateLikes(
  { rows, at, people, titles }: Judged,
  seed: number,
  tick: (done: number) => void = () => {},
): LikeEvaluation | null {
  const split = splitByPersonAndTime({ person: rows.person, at });
  const [learned, asked] = [rowsAt(rows, split.learned), rowsAt(rows, split.asked)];
  if (!(bothSorts(learned.liked) && bothSorts(asked.liked))) return null;
  const data: LikeData = { rows: learned, features: trainingFeatures(learned, titles, { people, seed }) };
  const facts = likeFacts(learned, titles, people);
  const features = featuresOf(asked, facts, titles);
  const model = trainLikeModel(data, seed, (done) => tick(0.9 * done));
  const ranked = boostedScores(trainRanker(data, seed), features);
  tick(1);
  const measure = (scores: Float64Array, isChance: boolean): LikeMetrics => likeMetrics(asked, scores, { isChance });
  return {
    learned: learned.liked.length,
    asked: asked.liked.length,
    classifier: measure(chancesBy(model.classifier, features), true),
    ranker: measure(ranked, false),
    combined: measure(combinedScores(model, features), false),
    majority: measure(new Float64Array(asked.liked.length).fill(facts.share), true),
    popularity: measure(
      Float64Array.from(asked.title, (title) => facts.titles.rows[title] as number),
      false,
    ),
  };
}

function bothSorts(liked: Uint8Array): boolean {
  return liked.includes(0) && liked.includes(1);
}
