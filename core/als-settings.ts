import { badInput } from './errors';
import { type AlsSettings, AlsSolver, ConfidencePreset } from './model';

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
};

interface Span {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

const NAMED = { preset: Object.values<string>(ConfidencePreset), solver: Object.values<string>(AlsSolver) } as const;

const SPANS: Readonly<Record<Exclude<keyof AlsSettings, keyof typeof NAMED>, Span>> = {
  k: { least: 1, most: 512, whole: true },
  iterations: { least: 1, most: 200, whole: true },
  regularization: { least: 1e-9, most: 1e6 },
  frequencyExponent: { least: 0, most: 2 },
  unobservedWeight: { least: 1e-9, most: 1e3 },
  halfLifeDays: { least: 0.01, most: 36_500 },
  seed: { least: 0, most: 2 ** 31 - 1, whole: true },
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
  if (name === 'preset' || name === 'solver') {
    if (NAMED[name].some((each) => each === value)) return;
    throw badInput(`${at}.${name}`, `The ${name} is not one that we know.`, NAMED[name].join(', '));
  }
  const span = isSpanned(name) ? SPANS[name] : null;
  if (span === null)
    throw badInput(at, 'A setting has a name that we do not know.', [...Object.keys(NAMED), ...Object.keys(SPANS)].join(', '));
  if (value === null && name === 'halfLifeDays') return;
  const fits = typeof value === 'number' && value >= span.least && value <= span.most && (!span.whole || Number.isInteger(value));
  if (!fits)
    throw badInput(`${at}.${name}`, `${name} is out of range.`, `a ${span.whole ? 'whole ' : ''}number from ${span.least} to ${span.most}`);
}

function isSpanned(name: string): name is keyof typeof SPANS {
  return Object.hasOwn(SPANS, name);
}
