import { alsSettings, DEFAULT_SETTINGS } from './als-settings';
import { badInput } from './errors';
import { type Ranges, TUNE_RANGES, type TunedName } from './evaluate/halving';

/** How a search for settings is made. */
export interface TuneOptions {
  readonly ranges: Partial<Ranges>;
  readonly trials: number;
  readonly seed: number;
}

const DEFAULTS = { ranges: {}, trials: 24, seed: 1 };
/** How many configurations a search tries. */
export const TRIALS = { least: 1, most: 100, standard: DEFAULTS.trials } as const;
const NAMES = Object.keys(TUNE_RANGES) as TunedName[];

/** Whole options: the given ones over the defaults. Throws BAD_INPUT, with its field below `at`, for ranges, trials and a seed that are none. */
export function tuneOptions(
  { ranges = DEFAULTS.ranges, trials = DEFAULTS.trials, seed = DEFAULTS.seed }: { readonly [Name in keyof TuneOptions]?: unknown },
  at = 'payload',
): TuneOptions {
  if (typeof trials !== 'number' || !Number.isInteger(trials) || trials < TRIALS.least || trials > TRIALS.most)
    throw badInput(`${at}.trials`, 'The number of trials is out of range.', `a whole number from ${TRIALS.least} to ${TRIALS.most}`);
  return { ranges: rangesOf(ranges, at), trials, seed: alsSettings({ seed }, DEFAULT_SETTINGS, at).seed };
}

function rangesOf(given: unknown, at: string): Partial<Ranges> {
  if (!isRecord(given))
    throw badInput(`${at}.ranges`, 'The ranges are no object.', 'an object, for example { "k": { "least": 16, "most": 64 } }');
  for (const [name, range] of Object.entries(given)) {
    if (!NAMES.some((each) => each === name)) throw badInput(`${at}.ranges`, 'A range has a name that is not searched.', NAMES.join(', '));
    checkRange(name, range, `${at}.ranges`);
  }
  return given as Partial<Ranges>;
}

function checkRange(name: string, range: unknown, at: string): void {
  const { least, most } = isRecord(range) ? range : {};
  alsSettings({ [name]: least }, DEFAULT_SETTINGS, at);
  alsSettings({ [name]: most }, DEFAULT_SETTINGS, at);
  if ((least as number) > (most as number))
    throw badInput(`${at}.${name}`, `The least ${name} is more than the most.`, 'a range from least to most');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
