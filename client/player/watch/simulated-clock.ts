/** A clock that counts through a title instead of its media; never changed, only followed by another. */
export interface SimulatedClock {
  /** Length in seconds. */
  readonly seconds: number;
  /** Where it stood, in seconds, at `atMs`. */
  readonly from: number;
  /** The time of the last change, in milliseconds of any steady clock. */
  readonly atMs: number;
  /** Seconds of the title that pass in a second. */
  readonly rate: number;
  readonly isRunning: boolean;
}

type Change = Partial<Pick<SimulatedClock, 'from' | 'rate' | 'isRunning'>>;

/** A clock that stands at the beginning. */
export const newClock = (seconds: number): SimulatedClock => ({ seconds, from: 0, atMs: 0, rate: 1, isRunning: false });

/** Where it is at `nowMs`, in seconds: from + (now - at) x rate, from 0 to the length. A time before the last change counts as none. */
export function positionAt(clock: SimulatedClock, nowMs: number): number {
  const passed = clock.isRunning ? Math.max(0, nowMs - clock.atMs) / 1000 : 0;
  return within(clock.seconds, clock.from + passed * clock.rate);
}

/** The clock from `nowMs` on: what has passed until then is kept. */
export function changeClock(clock: SimulatedClock, nowMs: number, change: Change): SimulatedClock {
  const from = within(clock.seconds, change.from ?? positionAt(clock, nowMs));
  return { ...clock, ...change, from, atMs: nowMs };
}

/** Milliseconds until it reaches the end; infinite while it stands. */
export function leftMs(clock: SimulatedClock, nowMs: number): number {
  return clock.isRunning ? ((clock.seconds - positionAt(clock, nowMs)) / clock.rate) * 1000 : Number.POSITIVE_INFINITY;
}

const within = (seconds: number, position: number): number => Math.min(seconds, Math.max(0, position));
