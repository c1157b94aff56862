import { DEFAULT_SETTINGS, SETTING_RULES, type SettingRule } from './als-settings';
import { type Range, TUNE_RANGES } from './evaluate/halving';
import type { AlsSettings } from './model';
import { TRIALS } from './tune-options';

/** A setting as a form shows it. */
export interface SettingOption extends SettingRule {
  readonly name: string;
  /** Where a search looks when nobody says otherwise; null: it is not searched. */
  readonly searched: Range | null;
}

/** All that a form for trainings and searches needs to know. */
export interface TrainingOptions {
  readonly settings: readonly SettingOption[];
  readonly defaults: AlsSettings;
  readonly trials: typeof TRIALS;
}

/** The options, from the same table that judges what is asked for. */
export function trainingOptions(): TrainingOptions {
  const searched: Readonly<Partial<Record<string, Range>>> = TUNE_RANGES;
  return {
    settings: Object.entries(SETTING_RULES).map(([name, rule]) => ({ name, ...rule, searched: searched[name] ?? null })),
    defaults: DEFAULT_SETTINGS,
    trials: TRIALS,
  };
}
