import { alsSettings } from '../../core/als-settings';
import { AppError } from '../../core/errors';
import { type AlsSettings, AlsSolver, ConfidencePreset } from '../../core/model';
import { type Given, number, type Option } from './options';

/** Settings of a training on plain files. */
export interface PlainSettings extends AlsSettings {
  /** Multiplies the weight of every observed pair. */
  readonly alpha: number;
}

/** Options by the setting that each sets; `alsSettings` says what a value may be. */
const SETTINGS = {
  factors: 'k',
  iterations: 'iterations',
  regularization: 'regularization',
  'frequency-exponent': 'frequencyExponent',
  'unobserved-weight': 'unobservedWeight',
  solver: 'solver',
  seed: 'seed',
} as const satisfies Readonly<Record<string, keyof AlsSettings>>;

type SettingName = keyof typeof SETTINGS;
const NAMES = Object.keys(SETTINGS) as SettingName[];

/** The options for settings. */
export const SETTING_OPTIONS = {
  factors: numeric('factors'),
  iterations: numeric('iterations'),
  regularization: numeric('regularization'),
  'frequency-exponent': numeric('frequency-exponent'),
  'unobserved-weight': numeric('unobserved-weight'),
  solver: {
    expected: `one of ${Object.values(AlsSolver).join(', ')}`,
    read: (text: string) => Object.values(AlsSolver).find((one) => one === text) ?? null,
  },
  seed: numeric('seed'),
  alpha: number(1e-6, 1e6),
  threads: number(1, 64, { whole: true }),
};

/** The settings that were asked for, over the defaults; weights are taken as they are written. */
export function plainSettings(given: Given<typeof SETTING_OPTIONS>): PlainSettings {
  const said = NAMES.filter((name) => given[name] !== undefined).map((name) => [SETTINGS[name], given[name]]);
  return { ...alsSettings(Object.fromEntries(said)), preset: ConfidencePreset.BINARY, halfLifeDays: null, alpha: given.alpha ?? 1 };
}

/** Settings under the names of the options that ask for them again. */
export function settingsAsGiven(settings: PlainSettings): Readonly<Record<string, number | string>> {
  const named = NAMES.map((name) => [name.replace(/-./, ([, letter = '']) => letter.toUpperCase()), settings[SETTINGS[name]]]);
  return { ...Object.fromEntries(named), alpha: settings.alpha };
}

function numeric(name: SettingName): Option<number> {
  const setting = SETTINGS[name];
  const read = (text: string): number | null => (text.trim() === '' || expectedOf(setting, Number(text)) !== null ? null : Number(text));
  return { expected: expectedOf(setting, Number.NaN) ?? 'a number', read };
}

/** What would have been taken in place of this value; null: it is taken. */
function expectedOf(setting: keyof AlsSettings, value: number): string | null {
  try {
    alsSettings({ [setting]: value });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.expected;
    throw error;
  }
}
