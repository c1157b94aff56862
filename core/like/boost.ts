import type { Features } from './rows';
import { binned, growTree, type Tree, type TreeSettings, treeValue } from './tree';

/** Trees that are added up. */
export interface Boosted {
  /** Where sums begin. */
  readonly base: number;
  readonly rate: number;
  readonly trees: readonly Tree[];
}

/** What trees are grown for: the first and second derivatives of a loss by the score of each row, and the loss itself. */
export interface Objective {
  readonly base: number;
  derive(scores: Float64Array, gradient: Float64Array, hessian: Float64Array): void;
}

/** How many trees, and how they grow. */
export interface BoostSettings extends TreeSettings {
  readonly rate: number;
  readonly mostTrees: number;
  /** Ends when so many trees in a row made the held-out rows no better. */
  readonly patience: number;
}

export const BOOST_SETTINGS: BoostSettings = {
  depth: 4,
  regularization: 5,
  leastHessian: 5,
  rate: 0.2,
  mostTrees: 150,
  patience: 10,
};

/** Rows that no tree is grown on, and how wrong scores of them are. */
export interface HeldOut {
  readonly features: Features;
  readonly lossOf: (scores: Float64Array) => number;
}

/**
 * Gradient boosting (Friedman 2001) with second derivatives (Chen and Guestrin 2016). As many trees are kept as make `held` least wrong. The
 * same input gives the same trees.
 */
export function boost(
  features: Features,
  objective: Objective,
  { held, settings = BOOST_SETTINGS }: { held: HeldOut; settings?: BoostSettings },
): Boosted {
  const data = binned(features);
  const scores = new Float64Array(data.rows).fill(objective.base);
  const heldScores = new Float64Array(held.features.values.length / held.features.width).fill(objective.base);
  const [gradient, hessian] = [new Float64Array(data.rows), new Float64Array(data.rows)];
  const trees: Tree[] = [];
  let [least, kept] = [held.lossOf(heldScores), 0];
  while (trees.length < settings.mostTrees && trees.length - kept < settings.patience) {
    objective.derive(scores, gradient, hessian);
    const tree = growTree(data, { gradient, hessian }, settings);
    trees.push(tree);
    add(scores, tree, features, settings.rate);
    add(heldScores, tree, held.features, settings.rate);
    const loss = held.lossOf(heldScores);
    if (loss < least) [least, kept] = [loss, trees.length];
  }
  return { base: objective.base, rate: settings.rate, trees: trees.slice(0, kept) };
}

/** The sum of all trees for every row. */
export function boostedScores({ base, rate, trees }: Boosted, features: Features): Float64Array {
  const scores = new Float64Array(features.values.length / features.width).fill(base);
  for (const tree of trees) add(scores, tree, features, rate);
  return scores;
}

function add(scores: Float64Array, tree: Tree, features: Features, rate: number): void {
  for (let row = 0; row < scores.length; row++) scores[row] = (scores[row] as number) + rate * treeValue(tree, features, row);
}
