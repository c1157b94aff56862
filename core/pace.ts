/** A token bucket as a value: what may still be done at once, as of a time in milliseconds. */
export interface Pace {
  readonly left: number;
  readonly at: number;
}

/** A full bucket. */
export function fullPace(perSecond: number, now: number): Pace {
  return { left: perSecond, at: now };
}

/**
 * Takes one of `perSecond` that come back evenly, a second's worth at most: `waitMs` says how long to wait before it is used, so that over any
 * length of time no more are used than a second's worth and what came back.
 */
export function takeOne({ left, at }: Pace, now: number, perSecond: number): { readonly pace: Pace; readonly waitMs: number } {
  const refilled = Math.min(perSecond, left + (Math.max(0, now - at) * perSecond) / 1000);
  const after = refilled - 1;
  return { pace: { left: after, at: Math.max(at, now) }, waitMs: after >= 0 ? 0 : Math.ceil((-after * 1000) / perSecond) };
}
