import type { NumbersFragment } from '../generated/dashboard';
import { brief, count, share } from '../parts/numbers';

/** A number of the dashboard: how it is read and said. */
export interface Figure {
  readonly label: string;
  readonly of: (numbers: NumbersFragment) => number | null;
  /** Shortly, for a card. */
  readonly say: (value: number) => string;
  /** The whole of it, where that is longer. */
  readonly exactly?: (value: number) => string;
  /** What it counts, in one sentence. */
  readonly means: string;
  /** Whether more of it is better; null: neither. */
  readonly isMoreBetter: boolean | null;
}

/** 950 µs, 12.3 ms, 1.4 s. */
export function milliseconds(value: number): string {
  if (value < 1) return `${Math.round(value * 1_000)} µs`;
  return value < 1_000 ? `${value < 100 ? Number(value.toPrecision(3)) : Math.round(value)} ms` : `${(value / 1_000).toFixed(1)} s`;
}

/** 0.4 h, 12 h, 1.2K h. */
export function hours(value: number): string {
  return value < 10 ? `${Number(value.toFixed(1))} h` : `${brief(value)} h`;
}

/** What each card shows, in their order. */
export const FIGURES = [
  {
    label: 'Events',
    of: ({ events }) => events,
    say: brief,
    exactly: count,
    means: 'Everything that front ends told of.',
    isMoreBetter: true,
  },
  {
    label: 'Active people',
    of: ({ activePeople }) => activePeople,
    say: brief,
    exactly: count,
    means: 'Different people who did more than see titles.',
    isMoreBetter: true,
  },
  {
    label: 'Hours watched',
    of: ({ hoursWatched }) => hoursWatched,
    say: hours,
    exactly: (value) => `${Number(value.toFixed(2))} h`,
    means: 'Time of playing, repeats included.',
    isMoreBetter: true,
  },
  {
    label: 'Lists served',
    of: ({ lists }) => lists,
    say: brief,
    exactly: count,
    means: 'Recommendation lists that were answered.',
    isMoreBetter: true,
  },
  {
    label: 'Click-through',
    of: ({ clickThrough }) => clickThrough,
    say: share,
    means: 'Of the titles of lists that were seen, how many were opened within a day.',
    isMoreBetter: true,
  },
  {
    label: 'Watch-through',
    of: ({ watchThrough }) => watchThrough,
    say: share,
    means: 'Of the titles of lists that were seen, how many were watched by half within a day.',
    isMoreBetter: true,
  },
  {
    label: 'Coverage',
    of: ({ coverage }) => coverage,
    say: share,
    means: 'How much of the catalogue stood in any list.',
    isMoreBetter: true,
  },
  {
    label: 'A list takes',
    of: ({ recommendationMs }) => recommendationMs?.p50 ?? null,
    say: milliseconds,
    means: 'Half of the answers to `recommendations` were faster.',
    isMoreBetter: false,
  },
] as const satisfies readonly Figure[];

/** How a number has changed, as a share of what it was; null where that says nothing. */
export function changeOf(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : now / before - 1;
}
