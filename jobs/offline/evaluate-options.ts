import { FORMATS } from './interactions';
import { choice, flag, type Given, number, path, readOptions } from './options';
import { SETTING_OPTIONS } from './setting-options';
import { UsageFault } from './usage';

export const SPLITS = ['last-fifth', 'time', 'leave-last-out'] as const;

const file = path('the path of a file');

const OPTIONS = {
  train: file,
  test: file,
  negatives: file,
  interactions: file,
  split: choice(...SPLITS),
  model: path('the folder of a model'),
  format: choice(...FORMATS),
  ...SETTING_OPTIONS,
  tune: flag,
  trials: number(1, 100, { whole: true }),
  top: number(1, 10_000, { whole: true }),
  out: path('the path of a file'),
};

export type EvaluateOptions = Given<typeof OPTIONS>;

/** Reads the options of `evaluate`. Throws UsageFault for those that do not go together. */
export function evaluateOptions(args: readonly string[]): EvaluateOptions {
  const given = readOptions(OPTIONS, args);
  const { train, test, negatives, interactions } = given;
  if (interactions === undefined && train === undefined)
    throw new UsageFault('--interactions', 'a file is expected, or --train with --test');
  if (interactions !== undefined)
    refuse(
      given,
      ['train', 'test', 'negatives', 'model'],
      'it does not go with --interactions, which is split here; give --train and --test',
    );
  else if (test === undefined && negatives === undefined) throw new UsageFault('--test', 'a file is expected beside --train');
  if (train !== undefined) refuse(given, ['split'], 'it goes with --interactions; --train and --test are a split already');
  if (given.model !== undefined) refuse(given, MODELLED, 'it does not go with --model, which has its own settings');
  if (given.out === undefined) refuse(given, ['top'], 'it needs --out, the file for the lists');
  if (given.tune === undefined) refuse(given, ['trials'], 'it needs --tune');
  return given;
}

const MODELLED = ['factors', 'iterations', 'regularization', 'frequency-exponent', 'unobserved-weight', 'solver', 'alpha', 'tune'] as const;

function refuse(given: EvaluateOptions, names: readonly (keyof EvaluateOptions)[], why: string): void {
  const name = names.find((one) => given[one] !== undefined);
  if (name !== undefined) throw new UsageFault(`--${name}`, why);
}
