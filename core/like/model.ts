import { type Boosted, boost, boostedScores } from './boost';
import { dataAt, eachPart, type LikeData, partAndRest, partsOf } from './features';
import { chanceOf, logistic, logLoss, pairLoss, pairsOf, pairwise } from './objective';
import { type Features, withColumn } from './rows';

/** Does this person like that title: chances by a classifier, and an order by a ranker that hears them too. */
export interface LikeModel {
  readonly classifier: Boosted;
  readonly ranker: Boosted;
}

/** One row in ten tells when to stop and grows no tree. */
const HELD_PARTS = 10;

/** Trees whose score is the log-odds of a like. */
export function trainClassifier(data: LikeData, seed: number): Boosted {
  const [held, grown] = heldOut(data, seed);
  return boost(grown.features, logistic(grown.rows.liked), {
    held: { features: held.features, lossOf: (scores) => logLoss(scores, held.rows.liked) },
  });
}

/** Trees whose score puts what a person liked before what they did not. */
export function trainRanker(data: LikeData, seed: number): Boosted {
  const [held, grown] = heldOut(data, seed);
  const pairs = pairsOf(held.rows, seed);
  return boost(grown.features, pairwise(pairsOf(grown.rows, seed)), {
    held: { features: held.features, lossOf: (scores) => pairLoss(scores, pairs) },
  });
}

/**
 * Both combined, as the original meant it: the ranker learns from the classifier's chances too, but from those that were told of a row by a
 * classifier that had not seen it. `tick` is told what was done of all, 0 to 1.
 */
export function trainLikeModel(data: LikeData, seed: number, tick: (done: number) => void = () => {}): LikeModel {
  const chances = new Float64Array(data.rows.liked.length);
  const parts = eachPart(partsOf(data.rows.liked.length, seed));
  const all = parts.length + 2;
  let done = 0;
  for (const [own, rest] of parts) {
    const classifier = trainClassifier(dataAt(data, rest), seed);
    chancesBy(classifier, dataAt(data, own).features).forEach((chance, at) => {
      chances[own[at] as number] = chance;
    });
    tick(++done / all);
  }
  const classifier = trainClassifier(data, seed);
  tick(++done / all);
  const ranker = trainRanker({ rows: data.rows, features: withColumn(data.features, chances) }, seed);
  tick(1);
  return { classifier, ranker };
}

/** The chance that each row is liked. */
export const chancesBy = (classifier: Boosted, features: Features): Float64Array => boostedScores(classifier, features).map(chanceOf);

/** Numbers that put rows in order, the best highest; comparable within one person only. */
export function combinedScores({ classifier, ranker }: LikeModel, features: Features): Float64Array {
  return boostedScores(ranker, withColumn(features, chancesBy(classifier, features)));
}

function heldOut(data: LikeData, seed: number): readonly [LikeData, LikeData] {
  const [held, grown] = partAndRest(partsOf(data.rows.liked.length, seed + 1, HELD_PARTS), 0);
  return [dataAt(data, held), dataAt(data, grown)];
}
