import type { AlsSettings } from './model';

/** Regularisation of one row: lambda (interactions + alpha0 * others)^nu, Rendle et al. 2021, section 3.3. */
export function ridgeOf(
  interactions: number,
  others: number,
  settings: Pick<AlsSettings, 'regularization' | 'frequencyExponent' | 'unobservedWeight'>,
): number {
  return settings.regularization * (interactions + settings.unobservedWeight * others) ** settings.frequencyExponent;
}
