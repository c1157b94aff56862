import { SETTING_RULES } from './als-settings';
import type { AlsSettings, Model } from './model';
import { type Measured, type MetricKind, type ModelReport, reportOf } from './model-report';

/** What the intervals of one metric say of two models. */
export enum Difference {
  /** The first is higher, and the intervals do not meet. */
  FIRST_HIGHER = 'FIRST_HIGHER',
  SECOND_HIGHER = 'SECOND_HIGHER',
  /** The intervals meet, or there are none. */
  UNCLEAR = 'UNCLEAR',
}

/** Two models side by side. */
export interface ModelComparison {
  readonly metrics: readonly {
    readonly name: MetricKind;
    readonly first: Measured;
    readonly second: Measured;
    readonly difference: Difference;
  }[];
  /** Only those that differ, as texts. */
  readonly settings: readonly { readonly name: string; readonly first: string; readonly second: string }[];
  /** Why the metrics must not be laid side by side without a thought: one sentence each. */
  readonly warnings: readonly string[];
}

/** Lays two models side by side; metrics only where both were measured. */
export function compareModels(first: Model, second: Model): ModelComparison {
  const [one, two] = [first, second].map(({ evaluation }) => (evaluation === null ? null : reportOf(evaluation)));
  return {
    metrics: one && two ? one.metrics.flatMap((metric) => sideBySide(metric, two)) : [],
    settings: settingsBeside(first.settings, second.settings),
    warnings: warningsOf([first, one ?? null], [second, two ?? null]),
  };
}

function sideBySide(metric: ModelReport['metrics'][number], { metrics }: ModelReport): ModelComparison['metrics'] {
  const other = metrics.find(({ name }) => name === metric.name);
  if (!other) return [];
  const [first, second] = [metric, other].map(({ value, low, high }) => ({ value, low, high })) as [Measured, Measured];
  return [{ name: metric.name, first, second, difference: differenceOf(first, second) }];
}

function differenceOf(first: Measured, second: Measured): Difference {
  if (first.low === null || first.high === null || second.low === null || second.high === null) return Difference.UNCLEAR;
  if (first.low > second.high) return Difference.FIRST_HIGHER;
  return second.low > first.high ? Difference.SECOND_HIGHER : Difference.UNCLEAR;
}

function settingsBeside(first: AlsSettings, second: AlsSettings): ModelComparison['settings'] {
  const names = Object.keys(SETTING_RULES) as (keyof AlsSettings)[];
  return names
    .filter((name) => first[name] !== second[name])
    .map((name) => ({ name, first: textOf(first[name]), second: textOf(second[name]) }));
}

function textOf(value: AlsSettings[keyof AlsSettings] | undefined): string {
  return value === null || value === undefined ? 'none' : String(value);
}

type Side = readonly [Model, ModelReport | null];

function warningsOf([first, one]: Side, [second, two]: Side): readonly string[] {
  if (one === null || two === null) return ['One of them was not measured, so that only their settings can be compared.'];
  const warnings: string[] = [];
  if (first.snapshot !== second.snapshot)
    warnings.push('They learned from different interactions: part of a difference may be the data and not the model.');
  if (one.split.name !== two.split.name) warnings.push(`They were measured on different splits: ${one.split.name} and ${two.split.name}.`);
  if (one.people !== two.people) warnings.push(`They were measured on different people: ${one.people} and ${two.people}.`);
  return warnings;
}
