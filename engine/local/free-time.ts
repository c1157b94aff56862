import { KINDS, UNKNOWN } from '../../core/columns';
import { isOpen } from '../../core/eligible';
import { episodesIn, nextEpisode, type PlayedEpisode } from '../../core/free-time/episodes';
import { type Fit, pagesIn, readingSeconds } from '../../core/free-time/fit';
import { playlistFilling } from '../../core/free-time/playlist';
import { SOUNDS } from '../../core/sound';
import { TitleKind } from '../../core/title';
import { WatchClass, watchClassOf } from '../../core/watch-class';
import type { Person } from '../engine';
import type { LocalState } from './state';

/** The free time of one person. */
export interface FreeTime {
  /** Whether the person began a show that goes on. */
  goesOn(showRow: number): boolean;
  /** Whether something of a row fits: of a show only the episode that comes next. What has no known length never does. */
  fits(row: number): boolean;
  /** Takes out of a mask, in place, what does not fit. */
  keepFitting(mask: Uint8Array): void;
  /** What of a row fits; null where nothing does. `tracks` are rows of tracks that fit, the most wanted first. */
  fit(row: number, tracks: () => readonly number[]): Fit | null;
}

/** How a person has time. */
export interface TimeRequest {
  readonly seconds: number;
  readonly region: string | null;
  readonly now: Date;
  /** Whether a playlist begins low and rises. */
  readonly rises: boolean;
}

const [SHOW, BOOK, TRACK, EPISODE] = [TitleKind.SHOW, TitleKind.BOOK, TitleKind.TRACK, TitleKind.EPISODE].map((kind) =>
  KINDS.indexOf(kind),
);

/** What fits into a person's free time. */
export function freeTime(state: LocalState, person: Person, { seconds: available, region, now, rises }: TimeRequest): FreeTime {
  const { columns } = state;
  const { kind, seconds, pages, ids } = columns;
  const played = playedEpisodes(state, person);
  const episodes = episodesIn(columns);
  const nextOf = (show: number): number => {
    const [first = UNKNOWN] = episodes.get(show) ?? [];
    const own = played.get(show);
    return own ? nextEpisode(episodes.get(show) ?? [], own) : first;
  };
  const readsPages = pagesIn(available) > 0;
  // An imported name is looked up at every use: for each of 100,000 titles that took a tenth of a list.
  const none = UNKNOWN;
  const isShort = (row: number): boolean => seconds[row] !== none && (seconds[row] as number) <= available;
  const fits = (row: number): boolean => {
    if (kind[row] === BOOK) return readsPages && (pages[row] as number) > 0;
    if (kind[row] !== SHOW) return isShort(row);
    const next = nextOf(row);
    return next !== UNKNOWN && isShort(next) && isOpen(columns, next, { region, now });
  };
  const playlistOf = (row: number, tracks: readonly number[]): readonly number[] | null => {
    const pool = [row, ...tracks.filter((track) => track !== row)];
    const places = playlistFilling(
      pool.map((track) => seconds[track] as number),
      available,
    );
    return places?.map((place) => pool[place] as number) ?? null;
  };
  return {
    goesOn: (show) => played.has(show) && nextOf(show) !== UNKNOWN,
    fits,
    keepFitting(mask) {
      for (let row = 0; row < mask.length; row++) {
        if (mask[row] !== 1) continue;
        const isSpecial = kind[row] === SHOW || kind[row] === BOOK;
        if (isSpecial ? !fits(row) : !isShort(row)) mask[row] = 0;
      }
    },
    fit(row, tracks) {
      if (!fits(row)) return null;
      if (kind[row] === BOOK) {
        const part = Math.min(pages[row] as number, pagesIn(available));
        return { ...WHOLE, seconds: readingSeconds(part), pages: part };
      }
      if (kind[row] === SHOW) {
        const next = nextOf(row);
        return { ...WHOLE, seconds: seconds[next] as number, episodeId: ids[next] as number };
      }
      const rows = kind[row] === TRACK ? playlistOf(row, tracks()) : null;
      if (rows === null) return { ...WHOLE, seconds: seconds[row] as number };
      const playlist = (rises ? rising(state, rows) : rows).map((track) => ids[track] as number);
      return { ...WHOLE, seconds: rows.reduce((sum, track) => sum + (seconds[track] as number), 0), playlist };
    },
  };
}

const WHOLE = { pages: null, episodeId: null, playlist: null } as const;

/** What the person did with episodes, by the row of the show and of the episode. */
function playedEpisodes({ columns }: LocalState, person: Person): ReadonlyMap<number, ReadonlyMap<number, PlayedEpisode>> {
  const played = new Map<number, Map<number, PlayedEpisode>>();
  for (const interaction of person.interactions) {
    const row = columns.rowOf.get(interaction.titleId);
    if (row === undefined || columns.kind[row] !== EPISODE) continue;
    const show = columns.listedAs[row] as number;
    const ofShow = played.get(show) ?? new Map<number, PlayedEpisode>();
    played.set(show, ofShow.set(row, { lastAt: interaction.lastAt, seen: watchClassOf(interaction) === WatchClass.WATCHED }));
  }
  return played;
}

const [ENERGY, VALENCE] = [SOUNDS.indexOf('energy'), SOUNDS.indexOf('valence')];

/** Somebody who is low is met where they are: the least lively track comes first. */
function rising({ columns: { sound } }: LocalState, rows: readonly number[]): readonly number[] {
  const fact = (row: number, at: number): number => sound[row * SOUNDS.length + at] || 0;
  const liveliness = (row: number): number => fact(row, ENERGY) + fact(row, VALENCE);
  return [...rows].sort((a, b) => liveliness(a) - liveliness(b));
}
