import { badInput } from '../../core/errors';
import { readSnapshot } from './snapshot';
import { testSplit } from './test-split';
import type { Progress, TuneOrder, TuneOutcome } from './train-order';
import { tuneSettings } from './tune';

const READ = 0.1;

/**
 * Searches in this process for settings that rank better, on what a model's evaluation learns from: what that asks about is never seen.
 * Throws BAD_INPUT for ranges that are none, and where there is nothing to learn from.
 */
export async function tuneHere(
  { url, settings, asOf, ranges, trials, seed, threads }: TuneOrder,
  progress: Progress,
): Promise<TuneOutcome> {
  const snapshot = await readSnapshot(url, { ...settings, asOf }, undefined, (part) => progress(READ * part, 'Reading interactions'));
  if (snapshot.titleIds.length === 0) throw badInput('name', 'There are no interactions to learn from.', 'a database with interactions');
  const { split } = testSplit(snapshot);
  return tuneSettings({
    matrix: split.train,
    base: settings,
    ranges,
    trials,
    seed,
    threads,
    onProgress: (part, message) => progress(READ + (1 - READ) * part, message),
  });
}
