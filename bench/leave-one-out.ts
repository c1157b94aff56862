import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../core/als-settings';
import { compare, type Estimate, mean, meanIntervals } from '../core/evaluate/bootstrap';
import type { Split } from '../core/evaluate/split';
import { leaveLastOut } from '../core/evaluate/timed-split';
import type { TimedMatrix } from '../core/interaction-matrix';
import { type AlsSettings, ConfidencePreset } from '../core/model';
import { evaluateSettings } from '../engine/training/evaluate';
import { tuneSettings } from '../engine/training/tune';
import { movielensFilms } from '../test/support/movielens';
import { commit, machine } from './machine';

const TRIALS = 36;
const THREADS = 2;
const ROUNDS = 3;
const BASE: AlsSettings = { ...DEFAULT_SETTINGS, preset: ConfidencePreset.BINARY };

/** What one library made of the test part: a value for each person. */
interface Outcome {
  readonly ndcg: Float64Array;
  readonly hits: Float64Array;
}

interface PeerAnswer {
  readonly version: string;
  readonly best: Readonly<Record<string, number>>;
  readonly validation: number;
  readonly ndcg: readonly number[];
  readonly hits: readonly number[];
  readonly seconds: number;
}

/**
 * MovieLens small, the last title of each person among 99 that the person never rated, as Rendle et al. 2021 measure iALS: our ALS and
 * `implicit`, both tuned on the same validation parts (the last title but one, and the one before) with as many settings. Negatives and searches are drawn
 * anew in each round; what counts is the mean of a person's rounds.
 */
async function benchLeaveOneOut(print: (line: string) => void): Promise<void> {
  const films = movielensFilms(ConfidencePreset.BINARY);
  if (films === null) {
    print('SKIPPED: demo/data/movielens is not at hand.');
    return;
  }
  print(`Leave one out, 99 sampled negatives, at ${commit()} on ${machine()}`);
  print(`  MovieLens small, ${ROUNDS} rounds; command: npm run bench -- leave-one-out (python3 with implicit 0.7 on the PATH)`);
  const ours: Outcome[] = [];
  const untuned: Outcome[] = [];
  const peer: Outcome[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const test = leaveLastOut(films.matrix, { seed: round });
    const { best, trials } = await tuned({ test, round }, print);
    ours.push(await outcomeOf(test, best));
    untuned.push(await outcomeOf(test, BASE));
    const answer = tunedPeer({ test, round }, trials, print);
    if (answer !== null) peer.push(answer);
  }
  printOutcome('ours, tuned', meanOf(ours), print);
  printOutcome('ours, untuned', meanOf(untuned), print);
  if (peer.length === 0) {
    print('  implicit was not measured: it takes a python3 on the PATH with implicit 0.7 (pip install implicit).');
    return;
  }
  printOutcome('implicit, tuned', meanOf(peer), print);
  print(`  ours less implicit's, same people: HR@10   ${told(compare(meanOf(ours).hits, meanOf(peer).hits).difference)}`);
  print(`                                     NDCG@10 ${told(compare(meanOf(ours).ndcg, meanOf(peer).ndcg).difference)}`);
}

interface Round {
  readonly test: Split<TimedMatrix>;
  readonly round: number;
}

const validationOf =
  (round: number) =>
  (matrix: TimedMatrix): Split<TimedMatrix> =>
    leaveLastOut(matrix, { seed: 100 + round });

async function tuned({ test, round }: Round, print: (line: string) => void): Promise<{ best: AlsSettings; trials: number }> {
  const search = { matrix: test.train, base: BASE, trials: TRIALS, seed: round, threads: THREADS };
  const tuning = await tuneSettings({ ...search, validation: validationOf(round) });
  const trials = new Set(tuning.trials.map(({ settings: { iterations: _, ...rest } }) => JSON.stringify(rest))).size;
  const { k, iterations, regularization, frequencyExponent, unobservedWeight } = tuning.best;
  print(
    `  round ${round}: ours      ${tuning.value.toFixed(4)} NDCG@10 on validation, ${trials} settings in ${tuning.seconds.toFixed(0)} s`,
  );
  print(`    ${JSON.stringify({ k, iterations, regularization, frequencyExponent, unobservedWeight })}`);
  return { best: tuning.best, trials };
}

function tunedPeer({ test, round }: Round, trials: number, print: (line: string) => void): Outcome | null {
  const { rows, columns } = test.train;
  // Of so few people our search asks twice, so the peer does too.
  const last = validationOf(round)(test.train);
  const parts = { validation: [last, validationOf(round)(last.train)].map(partOf), test: partOf(test) };
  const answer = askPeer({ rows, columns, trials, seed: round, threads: THREADS, ...parts });
  if (answer === null) return null;
  const { version, best, validation: value, seconds } = answer;
  print(`  round ${round}: implicit  ${value.toFixed(4)} NDCG@10 on validation, ${trials} settings in ${seconds.toFixed(0)} s, ${version}`);
  print(`    ${JSON.stringify(best)}`);
  return { ndcg: Float64Array.from(answer.ndcg), hits: Float64Array.from(answer.hits) };
}

async function outcomeOf(split: Split, settings: AlsSettings): Promise<Outcome> {
  const { perUser } = await evaluateSettings({ split, settings, threads: THREADS });
  return { ndcg: perUser.model['ndcg@10'], hits: perUser.model['hitRate@10'] };
}

function meanOf(rounds: readonly Outcome[]): Outcome {
  const over = (name: keyof Outcome): Float64Array =>
    Float64Array.from(rounds[0]?.[name] ?? [], (_, person) => mean(Float64Array.from(rounds, (round) => round[name][person] ?? 0)));
  return { ndcg: over('ndcg'), hits: over('hits') };
}

function partOf({ train, cases }: Split): object {
  return {
    start: [...train.start],
    column: [...train.column],
    cases: cases.map(({ user, relevant, negatives }) => [user, relevant[0], [...(negatives ?? [])]]),
  };
}

function askPeer(order: object): PeerAnswer | null {
  if (spawnSync('python3', ['-c', 'import implicit, numpy, scipy']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'kinograph-leave-one-out-'));
  try {
    const file = join(folder, 'order.json');
    writeFileSync(file, JSON.stringify(order));
    const env = { ...process.env, OPENBLAS_NUM_THREADS: '1' };
    const { status, stdout, stderr } = spawnSync('python3', [join(__dirname, 'peer', 'leave_one_out.py'), file], {
      encoding: 'utf8',
      env,
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`implicit failed: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printOutcome(who: string, { hits, ndcg }: Outcome, print: (line: string) => void): void {
  const [hitRange, gainRange] = meanIntervals([hits, ndcg]).map(({ low, high }) => `(${low.toFixed(3)} to ${high.toFixed(3)})`);
  print(`  ${who.padEnd(16)} HR@10 ${mean(hits).toFixed(4)} ${hitRange}, NDCG@10 ${mean(ndcg).toFixed(4)} ${gainRange}`);
}

function told({ value, low, high }: Estimate): string {
  return `${value.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`;
}

void benchLeaveOneOut(console.log);
