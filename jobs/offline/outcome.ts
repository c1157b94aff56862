import type { RankerReport } from '../../core/evaluate/report';
import type { Split } from '../../core/evaluate/split';
import type { Evaluation } from '../../engine/training/evaluate';
import type { Trial, Tuning } from '../../engine/training/tune';
import type { FileCount, Plain } from './interactions';
import { type PlainSettings, settingsAsGiven } from './setting-options';

interface Evaluated {
  readonly evaluation: Evaluation;
  readonly plain: Plain;
  readonly split: Split;
  readonly settings: PlainSettings;
  readonly tuning: Tuning | null;
  readonly warnings: readonly string[];
  readonly code: string;
}

/** What `evaluate` prints: the model's metrics by name, those of popularity and chance beside them, and what was read and used. */
export function outcome({ evaluation: { report }, plain, split, settings, tuning, warnings, code }: Evaluated): object {
  const { users: _, ...model } = ranked(report.model);
  return {
    ...model,
    popularity: ranked(report.popularity),
    random: ranked(report.random),
    ratioToPopularity: report.ratioToPopularity,
    segments: report.segments,
    users: report.users,
    lists: report.lists,
    items: report.items,
    interactions: split.train.column.length,
    ...countsOf(plain),
    warnings,
    split: { name: report.split.name, ...report.split.parameters },
    settings: settingsAsGiven(settings),
    tuning: tuning && searched(tuning, settings),
    trainedSeconds: report.trainedSeconds,
    code,
  };
}

/** Sums over the files, and each of them. */
export function countsOf({ files, parts }: Plain) {
  const sum = <T>(values: readonly T[], count: (value: T) => number): number => values.reduce((total, value) => total + count(value), 0);
  return {
    malformed: sum(files, ({ malformed }) => malformed),
    duplicates: sum(parts, ({ duplicates }) => duplicates),
    weightless: sum(parts, ({ weightless }) => weightless),
    files: files.map(({ path, lines, malformed, malformedLines }: FileCount) => ({
      path,
      lines,
      malformed,
      malformedLines: malformedLines.map(({ line, fault }) => `line ${line} ${fault}`),
    })),
  };
}

function ranked({ users, metrics, coverage, novelty, diversity, intervals }: RankerReport) {
  return { ...metrics, coverage, novelty, diversity, users, intervals };
}

function searched({ lists, value, baseValue, trials, seconds }: Tuning, { alpha }: PlainSettings) {
  return {
    lists,
    value,
    baseValue,
    seconds,
    trials: trials.map((trial: Trial) => ({
      ...settingsAsGiven({ ...trial.settings, alpha }),
      lists: trial.lists,
      'ndcg@10': trial.metrics['ndcg@10'],
    })),
  };
}
