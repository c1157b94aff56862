import { badInput } from './errors';
import { AlsObjective, type AlsSettings, AlsSolver, ConfidencePreset } from './model';

/**
 * Settings when nobody chose others: the best of a search on validation data of MovieLens small, under `coverage` and `binary` alike, that
 * k = 64 allows. How they rank what the search never saw stands in test/slow/movielens.test.ts.
 */
export const DEFAULT_SETTINGS: AlsSettings = {
  k: 64,
  iterations: 10,
  regularization: 0.005,
  frequencyExponent: 1,
  unobservedWeight: 0.8,
  preset: ConfidencePreset.COVERAGE,
  halfLifeDays: null,
  seed: 1,
  solver: AlsSolver.CG,
  objective: AlsObjective.IALS,
};

/** What a setting may be: a number from `least` to `most`, or one of `choices`. */
export interface SettingRule {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
  readonly nullable?: boolean;
  readonly choices?: readonly string[];
  /** What it does, in plain words. */
  readonly description: string;
}

/** Every setting in the order in which a form shows them. */
export const SETTING_RULES: Readonly<Record<keyof AlsSettings, SettingRule>> = {
  k: {
    ...{ least: 1, most: 512, whole: true },
    description: 'How many numbers describe a person or a title. More tell finer tastes apart, and take longer to learn.',
  },
  iterations: {
    ...{ least: 1, most: 200, whole: true },
    description: 'How often people and titles are solved in turn. After ten or so little changes.',
  },
  regularization: {
    ...{ least: 1e-9, most: 1e6 },
    description: 'How strongly a vector is held back from fitting every detail. Too little learns by heart, too much learns nothing.',
  },
  frequencyExponent: {
    ...{ least: 0, most: 2 },
    description: 'How much more those are held back who did much: 0 all alike, 1 in proportion to what they did.',
  },
  unobservedWeight: {
    ...{ least: 1e-9, most: 1e3 },
    description: 'How much it counts that somebody did not meet a title. More pulls lists towards what is surely liked.',
  },
  preset: {
    choices: Object.values<string>(ConfidencePreset),
    description: 'How what people did becomes liking: by how much they watched, by the original rule, or every pair alike.',
  },
  halfLifeDays: {
    ...{ least: 0.01, most: 36_500, nullable: true },
    description: 'After how many days something counts half. Empty: it never fades.',
  },
  seed: {
    ...{ least: 0, most: 2 ** 31 - 1, whole: true },
    description: 'Where chance begins: the same seed and the same data give the same model.',
  },
  solver: {
    choices: Object.values<string>(AlsSolver),
    description: 'How each vector is solved: cg by a few quick steps, cholesky exactly and slower.',
  },
  objective: {
    choices: Object.values<string>(AlsObjective),
    description: 'What is made small: ials as this kernel was tuned for, spark as Apache Spark does, whose regularisation counts likings.',
  },
};

/**
 * Whole settings: the given ones over `base`. Throws BAD_INPUT, with its field below `at`, for a name that is none and a value out of range;
 * only halfLifeDays may be null.
 */
export function alsSettings(given: Readonly<Record<string, unknown>>, base: AlsSettings = DEFAULT_SETTINGS, at = 'settings'): AlsSettings {
  for (const [name, value] of Object.entries(given)) checkSetting(name, value, at);
  return { ...base, ...given };
}

function checkSetting(name: string, value: unknown, at: string): void {
  if (!isSetting(name)) throw badInput(at, 'A setting has a name that we do not know.', Object.keys(SETTING_RULES).join(', '));
  const { choices, least = 0, most = 0, whole = false, nullable = false } = SETTING_RULES[name];
  if (choices) {
    if (choices.some((each) => each === value)) return;
    throw badInput(`${at}.${name}`, `The ${name} is not one that we know.`, choices.join(', '));
  }
  if (value === null && nullable) return;
  const fits = typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value));
  if (!fits) throw badInput(`${at}.${name}`, `${name} is out of range.`, `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
}

function isSetting(name: string): name is keyof AlsSettings {
  return Object.hasOwn(SETTING_RULES, name);
}
