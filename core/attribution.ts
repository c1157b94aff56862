import { EventType } from './event';
import type { Range } from './interaction';
import { addRange, clipRanges, toRange } from './ranges';
import { slotOf } from './slot';
import { coveredSeconds, WatchClass, watchClass } from './watch-class';

/** What may be seen, opened or watched because a list showed it: an event and one of its titles. */
export interface TouchEvent {
  readonly sequence: number;
  readonly type: EventType.IMPRESSION | EventType.CLICK | EventType.WATCH_INTERVAL | EventType.COMPLETED;
  readonly userId: number;
  /** The title as lists name it: of an episode its show. */
  readonly titleId: number;
  readonly kind: string;
  /** What was played itself, and its length in seconds. */
  readonly playedId: number;
  readonly mediaSeconds: number | null;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  /** When it happened, in milliseconds. */
  readonly at: number;
  /** The list that the client says it was in; null: it does not say. */
  readonly recommendationId: string | null;
  /** Whether it may wait for a list that is not written yet. */
  readonly mayWait: boolean;
}

/** What of a list is worth counting by. An empty placement and a model 0 stand for none. */
interface Shown {
  readonly recommendationId: string;
  readonly userId: number;
  readonly titleId: number;
  readonly placement: string;
  readonly engine: string;
  readonly modelId: number;
}

/** A title in a list that was answered to a person. */
export interface Serving extends Shown {
  readonly servedAt: number;
}

/** A title in a list that a person really saw, and what became of it. */
export interface Sighting extends Shown {
  readonly kind: string;
  readonly at: number;
  readonly clickedAt: number | null;
  readonly watchedAt: number | null;
  /** What is being played because of it, and what of that was covered so far. */
  readonly playedId: number | null;
  readonly covered: readonly Range[];
}

/** How many titles were seen, opened and watched, in a slot, by where they were shown. */
export interface OutcomeCount extends Pick<Sighting, 'placement' | 'engine' | 'modelId' | 'kind'> {
  readonly slot: number;
  readonly seen: number;
  readonly clicked: number;
  readonly watched: number;
}

/** What follows from some events. */
export interface Attributed {
  /** New ones, and those that something became of. */
  readonly sightings: readonly Sighting[];
  readonly counts: readonly OutcomeCount[];
  /** Events that name a list which is not there yet. */
  readonly waiting: readonly TouchEvent[];
}

/** A list is given credit for what happens within so long. */
export const WINDOW_MS = 86_400_000;

type Outcome = 'seen' | 'clicked' | 'watched';

/**
 * Gives each event to the last touch: to the list that it names, where that was answered to this person with this title at most
 * 24 h before; else to the one that the person last saw or opened the title in, or was last answered with it, at most 24 h before.
 * Each place of a list counts once as seen, opened and watched, and whatever is opened or watched was seen.
 */
export function attribute(events: readonly TouchEvent[], servings: readonly Serving[], known: readonly Sighting[]): Attributed {
  const servingsOf = grouped(servings);
  const sightingsOf = new Map([...grouped(known)].map(([pair, of]) => [pair, new Map(of.map((one) => [one.recommendationId, one]))]));
  const changed = new Map<string, Sighting>();
  const counts = new Map<string, OutcomeCount>();
  const waiting: TouchEvent[] = [];

  const keep = (sighting: Sighting): Sighting => {
    const pair = pairOf(sighting);
    const ofPair = sightingsOf.get(pair) ?? new Map<string, Sighting>();
    sightingsOf.set(pair, ofPair.set(sighting.recommendationId, sighting));
    changed.set(`${pair} ${sighting.recommendationId}`, sighting);
    return sighting;
  };
  const count = (sighting: Sighting, at: number, outcome: Outcome): void => {
    const { placement, engine, modelId, kind } = sighting;
    const slot = slotOf(at);
    const key = JSON.stringify([slot, placement, engine, modelId, kind]);
    const before = counts.get(key) ?? { slot, placement, engine, modelId, kind, seen: 0, clicked: 0, watched: 0 };
    counts.set(key, { ...before, [outcome]: before[outcome] + 1 });
  };
  const sightingOf = (shown: Shown | Sighting, event: TouchEvent): Sighting => {
    if ('covered' in shown) return shown;
    const { recommendationId, placement, engine, modelId } = shown;
    const { userId, titleId, kind, at } = event;
    const sighting = { recommendationId, userId, titleId, placement, engine, modelId, kind, at };
    count({ ...sighting, ...UNTOUCHED }, at, 'seen');
    return keep({ ...sighting, ...UNTOUCHED });
  };

  for (const event of [...events].sort((a, b) => a.at - b.at || a.sequence - b.sequence)) {
    const pair = pairOf(event);
    const sightings = sightingsOf.get(pair) ?? NONE;
    const answered = servingsOf.get(pair) ?? [];
    const named = namedBy(event, answered, sightings);
    if (named === null && event.recommendationId !== null && event.mayWait) {
      waiting.push(event);
      continue;
    }
    const touch = named ?? lastTouch(event, answered, sightings);
    if (touch === null) continue;
    const sighting = sightingOf(touch, event);
    const after = withEvent(sighting, event);
    if (after === sighting) continue;
    keep(after);
    if (sighting.clickedAt === null && after.clickedAt !== null) count(after, event.at, 'clicked');
    if (sighting.watchedAt === null && after.watchedAt !== null) count(after, event.at, 'watched');
  }
  return { sightings: [...changed.values()], counts: [...counts.values()], waiting };
}

const UNTOUCHED = { clickedAt: null, watchedAt: null, playedId: null, covered: [] } as const;
const NONE: ReadonlyMap<string, Sighting> = new Map();

/** The list that the event names, as it was answered to or seen by this person; null when there is none, or it is too old. */
function namedBy(event: TouchEvent, answered: readonly Serving[], sightings: ReadonlyMap<string, Sighting>): Shown | null {
  if (event.recommendationId === null) return null;
  const sighting = sightings.get(event.recommendationId);
  if (sighting !== undefined) return event.at - touchedAt(sighting) <= WINDOW_MS ? sighting : null;
  const serving = answered.find(({ recommendationId }) => recommendationId === event.recommendationId);
  return serving !== undefined && event.at - serving.servedAt <= WINDOW_MS ? serving : null;
}

/** The newest of what this person was answered, saw or opened the title in, before the event and at most 24 h before. */
function lastTouch(event: TouchEvent, answered: readonly Serving[], sightings: ReadonlyMap<string, Sighting>): Shown | null {
  let last: Shown | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  const consider = (shown: Shown, at: number): void => {
    if (at > event.at || event.at - at > WINDOW_MS || at <= lastAt) return;
    last = shown;
    lastAt = at;
  };
  for (const sighting of sightings.values()) consider(sighting, touchedAt(sighting));
  for (const serving of answered) consider(sightings.get(serving.recommendationId) ?? serving, serving.servedAt);
  return last;
}

const touchedAt = ({ at, clickedAt }: Sighting): number => Math.max(at, clickedAt ?? at);

function withEvent(sighting: Sighting, event: TouchEvent): Sighting {
  if (event.type === EventType.CLICK) return sighting.clickedAt === null ? { ...sighting, clickedAt: event.at } : sighting;
  if (event.type === EventType.IMPRESSION || sighting.watchedAt !== null) return sighting;
  const played = event.type === EventType.COMPLETED ? null : playedBy(sighting, event);
  const isWatched = played === null ? event.type === EventType.COMPLETED : isHalf(played, event);
  if (isWatched) return { ...sighting, watchedAt: event.at, playedId: event.playedId, covered: [] };
  return played === null ? sighting : { ...sighting, playedId: event.playedId, covered: played };
}

/** Ranges covered of what plays now; another episode begins anew. Null for an interval too short to count. */
function playedBy(sighting: Sighting, { playedId, fromSeconds, toSeconds }: TouchEvent): readonly Range[] | null {
  const range = toRange(fromSeconds ?? 0, toSeconds ?? 0);
  return range && addRange(sighting.playedId === playedId ? sighting.covered : [], range);
}

function isHalf(covered: readonly Range[], { mediaSeconds }: TouchEvent): boolean {
  const within = mediaSeconds === null ? covered : clipRanges(covered, mediaSeconds);
  return watchClass(coveredSeconds(within), mediaSeconds) === WatchClass.WATCHED;
}

function grouped<Row extends { readonly userId: number; readonly titleId: number }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(pairOf(row));
    if (group) group.push(row);
    else groups.set(pairOf(row), [row]);
  }
  return groups;
}

function pairOf({ userId, titleId }: { readonly userId: number; readonly titleId: number }): string {
  return `${userId} ${titleId}`;
}
