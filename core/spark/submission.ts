import type { AlsSettings } from '../model';
import type { SparkSettings } from './settings';

/** One set of interactions to train on. */
export interface SparkTask {
  readonly name: 'measured' | 'whole';
  /** Where the cluster reads its parts. */
  readonly source: string;
  /** The folder of this machine that the factors are written to. */
  readonly target: string;
  readonly interactions: number;
}

/** A submission, before it is one. */
export interface Submission {
  readonly spark: Pick<SparkSettings, 'master' | 'conf'>;
  /** The path of train_als.py. */
  readonly script: string;
  readonly settings: AlsSettings;
  /** A folder that driver and executors write to. */
  readonly checkpoints: string;
  /** People whose factors are handed back, to be compared with fold-in. */
  readonly people: number;
  readonly tasks: readonly SparkTask[];
}

const INTERACTIONS_A_BLOCK = 500_000;
const FEWEST_BLOCKS = 2;
const MOST_BLOCKS = 400;

/**
 * The arguments of `spark-submit`. Spark solves our equations divided by the weight of the unobserved, so its regularisation is ours over
 * that; ratings are divided in the same way by `ratingOf`.
 */
export function submitArguments({ spark, script, settings, checkpoints, people, tasks }: Submission): readonly string[] {
  const { k, iterations, seed, regularization, unobservedWeight } = settings;
  const quiet = ['spark.ui.enabled=false', 'spark.ui.showConsoleProgress=false', 'spark.log.level=WARN'];
  // What runs on this machine alone listens to it alone.
  const alone = spark.master.startsWith('local') ? ['spark.driver.host=127.0.0.1', 'spark.driver.bindAddress=127.0.0.1'] : [];
  const conf = [...quiet, ...alone, ...spark.conf].flatMap((each) => ['--conf', each]);
  const options = { rank: k, iterations, seed, people, regularization: regularization / unobservedWeight, checkpoints };
  return [
    ...['--master', spark.master, '--deploy-mode', 'client', '--name', 'kinograph'],
    ...conf,
    script,
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ...tasks.flatMap(({ name, source, target, interactions }) => ['--task', name, source, target, String(blocksOf(interactions))]),
  ];
}

/** A pair as Spark reads it: 1 + |rating| is its weight over that of an unobserved one, and a liking is above 0. */
export function ratingOf(weight: number, preference: number, unobservedWeight: number): number {
  return Math.fround((preference === 1 ? weight : -weight) / unobservedWeight);
}

function blocksOf(interactions: number): number {
  return Math.max(FEWEST_BLOCKS, Math.min(MOST_BLOCKS, Math.ceil(interactions / INTERACTIONS_A_BLOCK)));
}
