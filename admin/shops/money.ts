/** 12.99 EUR of 1299; a currency that is none stands beside the minor units. */
export function moneyText(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`;
}

/** The minor units that a typed price means, rounded; null where it is none. */
export function minorOf(typed: string, currency: string): number | null {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() !== '' && Number.isFinite(value) && value >= 0 ? Math.round(value * 10 ** digitsOf(currency)) : null;
}

/** What a price is typed as: 12.99. */
export function typedOf(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

function digitsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 0;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
