import { LATENCY_BINS, latencyBin } from '../core/latency';

/** What answers are timed apart. */
export type Answered = 'http' | 'recommendations';

/** What a process counts in memory until it is written: how long answers took, and which titles events named in vain. */
export interface Tallies {
  /** An answer took so many milliseconds. */
  answered(name: Answered, ms: number): void;
  /** An event named a title that the catalogue does not hold. */
  missed(reference: string): void;
  /** All that was counted since the last time, and begins anew. */
  take(): Tallied;
  /** Adds what could not be written. */
  giveBack(tallied: Tallied): void;
}

export interface Tallied {
  readonly latencies: ReadonlyMap<Answered, readonly number[]>;
  readonly unknownTitles: ReadonlyMap<string, number>;
}

/** Whoever sends made-up titles all day fills no memory: of more than this the rarest are forgotten (Metwally et al. 2005, "space-saving"). */
const MOST_REFERENCES = 1_000;

export function createTallies(): Tallies {
  let latencies = new Map<Answered, number[]>();
  let unknownTitles = new Map<string, number>();

  function countMissed(reference: string, times: number): void {
    const before = unknownTitles.get(reference);
    if (before === undefined && unknownTitles.size >= MOST_REFERENCES) unknownTitles.delete(rarest(unknownTitles));
    unknownTitles.set(reference, (before ?? 0) + times);
  }

  return {
    answered(name, ms) {
      const bins = latencies.get(name) ?? new Array<number>(LATENCY_BINS).fill(0);
      const bin = latencyBin(ms);
      bins[bin] = (bins[bin] ?? 0) + 1;
      latencies.set(name, bins);
    },
    missed: (reference) => countMissed(reference, 1),
    take() {
      const tallied = { latencies, unknownTitles };
      latencies = new Map();
      unknownTitles = new Map();
      return tallied;
    },
    giveBack(tallied) {
      for (const [name, bins] of tallied.latencies) {
        const now = latencies.get(name);
        latencies.set(
          name,
          bins.map((count, bin) => count + (now?.[bin] ?? 0)),
        );
      }
      for (const [reference, times] of tallied.unknownTitles) countMissed(reference, times);
    },
  };
}

function rarest(counts: ReadonlyMap<string, number>): string {
  let [found, least] = ['', Number.POSITIVE_INFINITY];
  for (const [reference, times] of counts) {
    if (times < least) [found, least] = [reference, times];
    // Nothing is rarer than once.
    if (least === 1) break;
  }
  return found;
}
