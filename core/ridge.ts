import type { Past } from './fold-in';
import { AlsObjective, type AlsSettings } from './model';

type Ridged = Pick<AlsSettings, 'regularization' | 'frequencyExponent' | 'unobservedWeight' | 'objective'>;

/**
 * Regularisation of one row of which `counted` entries count: lambda (counted + alpha0 * others)^nu, Rendle et al. 2021, section 3.3; under
 * `spark` lambda * counted, of at least one: a row without likings is zeros in any case.
 */
export function ridgeOf(counted: number, others: number, settings: Ridged): number {
  if (settings.objective === AlsObjective.SPARK) return settings.regularization * Math.max(1, counted);
  return settings.regularization * (counted + settings.unobservedWeight * others) ** settings.frequencyExponent;
}

/** Regularisation of a person with this past, beside so many trained titles. */
export function ridgeOfPast({ preference }: Pick<Past, 'preference'>, trained: number, settings: Ridged): number {
  return ridgeOf(countedIn(preference, 0, preference.length, settings), trained, settings);
}

/** How many entries from `from` to `to` - 1 count for the regularisation of their row: all of them, under `spark` the likings. */
export function countedIn(preference: Uint8Array, from: number, to: number, { objective }: Pick<AlsSettings, 'objective'>): number {
  if (objective !== AlsObjective.SPARK) return to - from;
  let likings = 0;
  for (let entry = from; entry < to; entry++) likings += preference[entry] as number;
  return likings;
}

/** Added to the weight of a liking on the right-hand side only: what makes c (p - x.y)^2 of alpha0 (x.y)^2 + w (p - x.y)^2, where c is w + alpha0. */
export function bonusOf({ objective, unobservedWeight }: Pick<AlsSettings, 'objective' | 'unobservedWeight'>): number {
  return objective === AlsObjective.SPARK ? unobservedWeight : 0;
}
