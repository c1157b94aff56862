import { type Columns, KINDS, UNKNOWN } from '../columns';
import { TitleKind } from '../title';

const SHOW = KINDS.indexOf(TitleKind.SHOW);
const known = new WeakMap<Columns, ReadonlyMap<number, readonly number[]>>();

/** The rows of each show's episodes that may be watched, by season and number, specials last; found once a catalogue. */
export function episodesIn(columns: Columns): ReadonlyMap<number, readonly number[]> {
  const found = known.get(columns) ?? find(columns);
  known.set(columns, found);
  return found;
}

function find({ episode, listedAs, kind, ids }: Columns): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let row = 0; row < episode.length; row++) {
    const show = listedAs[row] as number;
    if (episode[row] === UNKNOWN || show === row || kind[show] !== SHOW) continue;
    const rows = found.get(show);
    if (rows) rows.push(row);
    else found.set(show, [row]);
  }
  const order = (a: number, b: number): number =>
    (episode[a] as number) - (episode[b] as number) || (ids[a] as number) - (ids[b] as number);
  for (const rows of found.values()) rows.sort(order);
  return found;
}

/** What a person did with an episode. */
export interface PlayedEpisode {
  readonly lastAt: Date;
  /** Completed, or covered by half. */
  readonly seen: boolean;
}

/**
 * The row of the episode that comes next: the first that was not seen, from the one played last on; of a show that nobody began the first.
 * UNKNOWN for a show seen to its end. `played` holds rows of episodes.
 */
export function nextEpisode(episodes: readonly number[], played: ReadonlyMap<number, PlayedEpisode>): number {
  let from = 0;
  let latest = Number.NEGATIVE_INFINITY;
  episodes.forEach((row, place) => {
    const at = played.get(row)?.lastAt.getTime() ?? Number.NEGATIVE_INFINITY;
    if (at === Number.NEGATIVE_INFINITY || at < latest) return;
    latest = at;
    from = place;
  });
  return episodes.slice(from).find((row) => played.get(row)?.seen !== true) ?? UNKNOWN;
}
