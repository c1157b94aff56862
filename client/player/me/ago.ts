type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const SECONDS: readonly (readonly [Unit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago, in the largest unit that fits; a time to come counts as now. */
export function agoOf(thenMs: number, nowMs: number): { readonly amount: number; readonly unit: Unit } {
  const seconds = Math.max(0, (nowMs - thenMs) / 1000);
  const [unit, length] = SECONDS.find(([, length]) => seconds >= length) ?? ['second', 1];
  // A few seconds are now.
  return unit === 'second' ? { amount: 0, unit } : { amount: Math.floor(seconds / length), unit };
}
