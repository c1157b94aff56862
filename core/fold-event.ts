import { type Event, EventType } from './event';
import { type Interaction, Opinion, type Range } from './interaction';
import { addRange, clipRanges, scaleRanges, toRange } from './ranges';

/** What of an event counts for the person's interaction with its title. */
export type Folded = Pick<Event, 'type' | 'occurredAt' | 'playId' | 'fromSeconds' | 'toSeconds' | 'mediaSeconds' | 'value'> & {
  readonly userId: number;
  readonly titleId: number;
};

const CLASSIC_WHOLE = 3;

/** Events that say nothing of what the person did with a title: an impression was shown, "don't know" is no opinion. */
const SILENT: ReadonlySet<EventType> = new Set([EventType.IMPRESSION, EventType.DONT_KNOW]);

/** True when an event of this type can change an interaction. */
export function countsFor(type: EventType): boolean {
  return !SILENT.has(type);
}

/**
 * The interaction after one more event: the one function by which live ingest, deletion, merging and replay all go, so
 * that the same events in the same order always give the same row. `titleSeconds` is the length of the title, null when unknown.
 */
export function foldEvent(interaction: Interaction | null, event: Folded, titleSeconds: number | null): Interaction | null {
  if (!countsFor(event.type)) return interaction;
  const before = interaction ?? untouched(event);
  const touched = {
    ...before,
    firstAt: new Date(Math.min(event.occurredAt.getTime(), before.firstAt.getTime())),
    lastAt: new Date(Math.max(event.occurredAt.getTime(), before.lastAt.getTime())),
  };
  switch (event.type) {
    case EventType.CLICK:
      return { ...touched, clicks: before.clicks + 1, classicScore: before.classicScore + 1 };
    case EventType.COMPLETED:
      return { ...touched, completions: before.completions + 1 };
    case EventType.RATING:
      return isNewer(event.occurredAt, before.ratedAt) ? { ...touched, rating: event.value, ratedAt: event.occurredAt } : touched;
    case EventType.LIKE:
      return withOpinion(touched, Opinion.LIKE, event.occurredAt);
    case EventType.DISLIKE:
      return withOpinion(touched, Opinion.DISLIKE, event.occurredAt);
    default:
      return withInterval(touched, event, titleSeconds);
  }
}

/** What one interval adds under the original player's rule: round(3 x seconds / length, 2); 1.164008 s of 127 s add 0.03. */
export function classicPoints(seconds: number, mediaSeconds: number): number {
  return Math.round((CLASSIC_WHOLE * seconds * 100) / mediaSeconds) / 100;
}

/** A person's past with a title of which nothing is known yet but when it began. */
export function untouched({ userId, titleId, occurredAt }: Pick<Folded, 'userId' | 'titleId' | 'occurredAt'>): Interaction {
  return {
    userId,
    titleId,
    covered: [],
    mediaSeconds: null,
    secondsPlayed: 0,
    plays: 0,
    lastPlayId: null,
    clicks: 0,
    completions: 0,
    rating: null,
    ratedAt: null,
    opinion: null,
    opinionAt: null,
    classicScore: 0,
    firstAt: occurredAt,
    lastAt: occurredAt,
  };
}

function withInterval(before: Interaction, event: Folded, titleSeconds: number | null): Interaction {
  const { fromSeconds: from, toSeconds: to } = event;
  if (from === null || to === null) return before;
  const ownSeconds = event.mediaSeconds ?? titleSeconds ?? before.mediaSeconds;
  const mediaSeconds = titleSeconds ?? before.mediaSeconds ?? ownSeconds;
  const range = toRange(from, to);
  // An interval without a play id belongs to the play that is going on.
  const isNewPlay = before.plays === 0 || (event.playId !== null && event.playId !== before.lastPlayId);
  return {
    ...before,
    covered: cover(onScale(before, mediaSeconds), range === null ? [] : [range], { ownSeconds, mediaSeconds }),
    mediaSeconds,
    secondsPlayed: before.secondsPlayed + to - from,
    plays: before.plays + (isNewPlay ? 1 : 0),
    lastPlayId: event.playId ?? before.lastPlayId,
    classicScore: before.classicScore + (ownSeconds === null ? 0 : classicPoints(to - from, ownSeconds)),
  };
}

/** What was covered before, on the scale of the length that now holds; without a length yet, seconds stay seconds. */
function onScale({ covered, mediaSeconds: old }: Interaction, mediaSeconds: number | null): readonly Range[] {
  if (mediaSeconds === null || old === mediaSeconds) return covered;
  return clipRanges(old === null ? covered : scaleRanges(covered, old, mediaSeconds), mediaSeconds);
}

/** Adds what a play of `ownSeconds` covered, as the same share of a title of `mediaSeconds`. */
function cover(
  covered: readonly Range[],
  played: readonly Range[],
  { ownSeconds, mediaSeconds }: { ownSeconds: number | null; mediaSeconds: number | null },
): readonly Range[] {
  if (ownSeconds === null || mediaSeconds === null) return played.reduce(addRange, covered);
  const clipped = clipRanges(scaleRanges(clipRanges(played, ownSeconds), ownSeconds, mediaSeconds), mediaSeconds);
  return clipped.reduce(addRange, covered);
}

function withOpinion(before: Interaction, opinion: Opinion, at: Date): Interaction {
  return isNewer(at, before.opinionAt) ? { ...before, opinion, opinionAt: at } : before;
}

/** Of two said at the same moment, the one that came later holds. */
function isNewer(at: Date, than: Date | null): boolean {
  return than === null || at >= than;
}
