import { randomInt } from 'node:crypto';
import { type Columns, codeOf, genresOf } from '../core/columns';
import { eligible, exclude } from '../core/eligible';
import { badInput } from '../core/errors';
import { type GenreCount, genreCounts } from '../core/genre-counts';
import { checkFilter } from '../core/list-filter';
import { seeded } from '../core/random';
import { topRows } from '../core/rank';
import { EngineName, type ListFilter } from '../core/recommendation';
import { sideRows } from '../core/side-list';
import type { TitleKind } from '../core/title';
import { type TrendWindow, trendOf } from '../core/trending';
import type { Ranked } from '../engine/engine';
import type { LocalState } from '../engine/local/state';
import { pageSize } from '../store/page';
import { activitySince } from '../store/trends';
import type { Answered } from './engines';
import { MOST_ITEMS, type Recommending } from './recommend';

/** Lists of titles that are the same for everybody. */
export interface TitleLists {
  /** What most people here liked comes first, whatever its kind; then, by its public ratings, what nobody here has liked. */
  popular(request: { readonly filter: Partial<ListFilter>; readonly first: number }): readonly number[];
  /** Titles with activity inside the window, strongest trend first. Read from the database at most every few seconds. */
  trending(request: TrendWindow & { readonly filter: Partial<ListFilter>; readonly first: number }): Promise<readonly number[]>;
  /** Nearest titles of the same kind, never the title itself; none for an unknown title. */
  similar(titleId: number, first: number): Promise<readonly Ranked[]>;
  /** As `similar`, by an engine; the local one's where that cannot answer. */
  similarBy(engine: EngineName, titleId: number, first: number): Promise<Answered<readonly Ranked[]>>;
  /** A random title of the same category, then random ones of the same kind; the same for the same seed. */
  sideList(titleId: number, options: { readonly first: number; readonly seed?: number }): readonly number[];
  /** The genres of these kinds, or of all where none is named, most titles first. Counted once for each state of the catalogue. */
  genres(kinds: readonly TitleKind[]): readonly GenreCount[];
}

const TREND_CACHE_MS = 5_000;
const HOUR_MS = 3_600_000;
const MOST_HOURS = 24 * 90;

/** Makes the lists over a recommender's catalogue. All throw BAD_INPUT for a filter or a number that means nothing. */
export function createTitleLists({ local, engines, database, clock }: Recommending): TitleLists {
  const counted = new WeakMap<Columns, readonly GenreCount[]>();
  const trends = new Map<string, { readonly at: number; readonly trend: Promise<ReadonlyMap<number, number>> }>();

  function trendIn(window: TrendWindow): Promise<ReadonlyMap<number, number>> {
    const now = clock();
    const key = `${window.windowHours} ${window.halfLifeHours}`;
    const kept = trends.get(key);
    if (kept && now.getTime() - kept.at < TREND_CACHE_MS) return kept.trend;
    for (const [old, { at }] of trends) if (now.getTime() - at >= TREND_CACHE_MS) trends.delete(old);
    const since = new Date(now.getTime() - window.windowHours * HOUR_MS);
    const trend = activitySince(database.db, since).then((activity) => trendOf(activity, window, now));
    trends.set(key, { at: now.getTime(), trend });
    // An answer that failed must not be repeated from the cache.
    trend.catch(() => trends.delete(key));
    return trend;
  }

  function best(filter: Partial<ListFilter>, first: number, keys: Float64Array): number[] {
    checkFilter(filter);
    pageSize(first, MOST_ITEMS);
    const { columns } = local.state();
    const mask = eligible(columns, filter, clock());
    exclude(mask, columns, filter.excludeTitleIds ?? []);
    return topRows(mask, { keys, ids: columns.ids }, first).map((row) => columns.ids[row] as number);
  }

  async function similarBy(engine: EngineName, titleId: number, first: number): Promise<Answered<readonly Ranked[]>> {
    return engines.similar(engine, { titleId, count: pageSize(first, MOST_ITEMS), now: clock() });
  }
  async function similar(titleId: number, first: number): Promise<readonly Ranked[]> {
    return (await similarBy(EngineName.LOCAL, titleId, first)).answer;
  }

  return {
    popular: ({ filter, first }) => best(filter, first, local.state().fame),

    async trending({ windowHours, halfLifeHours, filter, first }) {
      checkHours('windowHours', windowHours);
      checkHours('halfLifeHours', halfLifeHours);
      const trend = await trendIn({ windowHours, halfLifeHours });
      const keys = trendKeys(local.state(), trend);
      const found = best(filter, first, keys);
      const { columns } = local.state();
      return found.filter((titleId) => (keys[columns.rowOf.get(titleId) as number] as number) > 0);
    },

    similar,
    similarBy,

    sideList(titleId, { first, seed = randomInt(2 ** 31) }) {
      const state = local.state();
      const rows = sideRows(shelfOf(state, titleId, clock()), pageSize(first, MOST_ITEMS), seeded(seed));
      return rows.map((row) => state.columns.ids[row] as number);
    },

    genres(kinds) {
      const { columns } = local.state();
      const counts = counted.get(columns) ?? genreCounts(columns);
      counted.set(columns, counts);
      return kinds.length === 0 ? counts : counts.filter(({ kind }) => kinds.includes(kind));
    },
  };
}

function trendKeys({ columns }: LocalState, trend: ReadonlyMap<number, number>): Float64Array {
  const keys = new Float64Array(columns.size);
  for (const [titleId, weight] of trend) {
    const row = columns.rowOf.get(titleId);
    if (row === undefined) continue;
    const standIn = columns.listedAs[row] as number;
    keys[standIn] = (keys[standIn] as number) + weight;
  }
  return keys;
}

/** Titles without a shelf of their own go by their first genre; an unknown title's side list is random throughout. */
function shelfOf({ columns }: LocalState, titleId: number, now: Date): { same: number[]; all: number[] } {
  const found = columns.rowOf.get(titleId);
  const row = found === undefined ? -1 : (columns.listedAs[found] as number);
  const categoryOf = (at: number): number =>
    columns.category[at] === codeOf(columns.words, null) ? -2 - (genresOf(columns, at)[0] ?? -1) : (columns.category[at] as number);
  const mask = eligible(columns, {}, now);
  const rows = Array.from(mask.keys()).filter((at) => mask[at] === 1 && at !== row);
  const all = row < 0 ? rows : rows.filter((at) => columns.kind[at] === columns.kind[row]);
  const category = row < 0 ? null : categoryOf(row);
  return { same: all.filter((at) => categoryOf(at) === category && category !== -1), all };
}

function checkHours(field: string, hours: number): void {
  if (!(hours > 0 && hours <= MOST_HOURS))
    throw badInput(field, `${field} is out of range: it came as ${hours}.`, `above 0, up to ${MOST_HOURS}`);
}
