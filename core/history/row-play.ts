import { EventType } from '../event';

/** What a row says was played, as an event tells it. */
export interface RowPlay {
  readonly type: EventType.COMPLETED | EventType.WATCH_INTERVAL;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  /** Its own length where it was longer than the title's; null: the title's. */
  readonly mediaSeconds: number | null;
}

const LONGEST_SECONDS = 86_400;
/** From here on a title is over: credits are seldom watched. */
const OVER = 0.95;
const WHOLE: RowPlay = { type: EventType.COMPLETED, fromSeconds: null, toSeconds: null, mediaSeconds: null };

/**
 * What a row says was played, after `seen` seconds of the same string in rows before it.
 *
 * A short export tells that something was watched and no more: it counts as a whole play. A full one tells how long, but not from where, so
 * each row goes on where the one before stopped, and begins anew once the title is over: two evenings with one film are the whole film, and
 * an evening twice as long as an episode (the length of a show is that of one) is that long. Where the length is not known seconds stay
 * seconds, which count by how many they are: calling them a whole play would be a guess.
 */
export function playOf(seconds: number | null, { length, seen }: { readonly length: number | null; readonly seen: number }): RowPlay {
  if (seconds === null || !(seconds > 0)) return WHOLE;
  const played = Math.min(seconds, LONGEST_SECONDS);
  const from = length === null || seen >= length * OVER ? 0 : Math.min(seen, Math.max(0, length - played));
  const mediaSeconds = length !== null && played > length ? played : null;
  return { type: EventType.WATCH_INTERVAL, fromSeconds: from, toSeconds: from + played, mediaSeconds };
}
