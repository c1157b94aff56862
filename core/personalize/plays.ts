import { EventType } from '../event';
import type { Range } from '../interaction';
import { clipRanges, toRange, unionRanges } from '../ranges';
import { coveredSeconds, WatchClass, watchClass } from '../watch-class';
import { type PersonalizeEventType, playType } from './event-types';
import type { InteractionRow } from './rows';

/** An event as the log tells it, with the title that it counts for. */
export interface LoggedEvent {
  readonly userId: number;
  /** The title that was played: its plays are told apart. */
  readonly titleId: number;
  /** The title that stands for it in lists: the show of an episode, what a title was merged into. */
  readonly listedId: number;
  readonly sequence: number;
  readonly type: EventType;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly playId: string | null;
  /** Of an imported history, where every event is a play of its own. */
  readonly imported: boolean;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  /** The length that the event tells, else the title's; null: unknown. */
  readonly mediaSeconds: number | null;
  readonly value: number | null;
}

interface Play {
  playId: string | null;
  day: number;
  /** No other event belongs to it. */
  alone: boolean;
  ranges: Range[];
  mediaSeconds: number | null;
  completed: boolean;
  at: number;
}

const SAID: Readonly<Partial<Record<EventType, PersonalizeEventType>>> = {
  [EventType.CLICK]: 'clicked',
  [EventType.RATING]: 'RATING',
  [EventType.LIKE]: 'LIKE',
  [EventType.DISLIKE]: 'DISLIKE',
};
const DAY_MS = 86_400_000;

/**
 * Makes rows of the log, which comes sorted by person, title and sequence: a row a play (its intervals with one play id, or without one
 * on one UTC day), called watched from half of its length on, at the time of its last event; and a row for each thing said. What was
 * shown or not known says nothing. The event is read before `take` returns; call `end` behind the last one.
 */
export function interactionRows(emit: (row: InteractionRow) => void): { take(event: LoggedEvent): void; end(): void } {
  // Most people play a title once: one object for the first play of each, and a map for the others, take half the time of a map for all.
  const first: Play = { playId: null, day: 0, alone: false, ranges: [], mediaSeconds: null, completed: false, at: 0 };
  const others = new Map<string, Play>();
  let begun = false;
  let [userId, titleId, listedId] = [0, 0, 0];

  function tell(play: Play): void {
    const type = classOf(play);
    if (type !== null) emit({ userId, titleId: listedId, timestamp: Math.floor(play.at / 1000), type, value: null });
  }
  function flush(): void {
    if (!begun) return;
    begun = false;
    tell(first);
    for (const play of others.values()) tell(play);
    others.clear();
  }
  function playOf(event: LoggedEvent): Play {
    if (!begun) {
      begun = true;
      return begin(first, event);
    }
    if (belongsTo(first, event)) return first;
    const key = keyOf(event);
    const found = others.get(key);
    if (found !== undefined) return found;
    const play = begin({ ...first, ranges: [] }, event);
    others.set(key, play);
    return play;
  }

  return {
    take(event) {
      if (event.userId !== userId || event.titleId !== titleId) {
        flush();
        ({ userId, titleId, listedId } = event);
      }
      if (event.type === EventType.WATCH_INTERVAL || event.type === EventType.COMPLETED) addTo(playOf(event), event);
      const type = SAID[event.type];
      if (type === undefined) return;
      const value = event.type === EventType.RATING ? event.value : null;
      emit({ userId, titleId: listedId, timestamp: Math.floor(event.at / 1000), type, value });
    },
    end: flush,
  };
}

function begin(play: Play, event: LoggedEvent): Play {
  play.playId = event.playId;
  play.day = dayOf(event);
  play.alone = isAlone(event);
  play.ranges.length = 0;
  play.mediaSeconds = null;
  play.completed = false;
  play.at = 0;
  return play;
}

function addTo(play: Play, event: LoggedEvent): void {
  play.at = Math.max(play.at, event.at);
  play.mediaSeconds ??= event.mediaSeconds;
  if (event.type === EventType.COMPLETED) play.completed = true;
  const range = event.fromSeconds === null || event.toSeconds === null ? null : toRange(event.fromSeconds, event.toSeconds);
  if (range !== null) play.ranges.push(range);
}

const dayOf = ({ at }: LoggedEvent): number => Math.floor(at / DAY_MS);

function isAlone({ imported, type, playId }: LoggedEvent): boolean {
  return imported || (type === EventType.COMPLETED && playId === null);
}

/** As the same key says, without making one. */
function belongsTo(play: Play, event: LoggedEvent): boolean {
  if (play.alone || isAlone(event) || play.playId !== event.playId) return false;
  return event.playId !== null || play.day === dayOf(event);
}

function keyOf(event: LoggedEvent): string {
  if (isAlone(event)) return `#${event.sequence}`;
  return event.playId === null ? `@${dayOf(event)}` : `:${event.playId}`;
}

function classOf({ ranges, mediaSeconds, completed }: Play): PersonalizeEventType | null {
  if (completed) return playType(WatchClass.WATCHED);
  const covered = ranges.length === 1 ? ranges : unionRanges(ranges);
  const clipped = mediaSeconds === null ? covered : clipRanges(covered, mediaSeconds);
  const watched = watchClass(coveredSeconds(clipped), mediaSeconds);
  return watched === null ? null : playType(watched);
}
