import { alsSettings, DEFAULT_SETTINGS } from '../als-settings';
import { badInput } from '../errors';
import { AlsObjective, type AlsSettings, AlsSolver } from '../model';

/** What Spark trains by when nobody chose others: the best of a grid on validation data of MovieLens small; docs/decisions/025. */
export const SPARK_DEFAULTS: AlsSettings = {
  ...DEFAULT_SETTINGS,
  regularization: 0.1,
  unobservedWeight: 0.3,
  frequencyExponent: 1,
  solver: AlsSolver.CHOLESKY,
  objective: AlsObjective.SPARK,
};

/** Settings that Spark leaves no choice of. */
export const FIXED = ['objective', 'solver', 'frequencyExponent'] as const satisfies readonly (keyof AlsSettings)[];

/**
 * Settings of a training on Spark: the given ones over the live model's where that has Spark's objective, else over the defaults, with the
 * live model's reading of interactions, size and seed. Throws BAD_INPUT as `alsSettings` does, and for what Spark cannot do.
 */
export function sparkTrainingSettings(given: Readonly<Record<string, unknown>>, live: AlsSettings | null, at = 'settings'): AlsSettings {
  for (const name of FIXED) {
    if (given[name] === undefined || given[name] === SPARK_DEFAULTS[name]) continue;
    throw badInput(`${at}.${name}`, `Apache Spark has one ${name} only.`, `${SPARK_DEFAULTS[name]}, or nothing`);
  }
  return alsSettings(given, baseOf(live), at);
}

/** What holds for settings that are left out. */
export function baseOf(live: AlsSettings | null): AlsSettings {
  if (live === null) return SPARK_DEFAULTS;
  const fixed = { objective: AlsObjective.SPARK, solver: AlsSolver.CHOLESKY, frequencyExponent: SPARK_DEFAULTS.frequencyExponent };
  if (live.objective === AlsObjective.SPARK) return { ...live, ...fixed };
  const { k, iterations, preset, halfLifeDays, seed } = live;
  return { ...SPARK_DEFAULTS, k, iterations, preset, halfLifeDays, seed };
}
