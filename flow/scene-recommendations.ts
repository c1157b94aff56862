import { mostWatched } from '../core/audience';
import { exclude } from '../core/eligible';
import { badInput } from '../core/errors';
import { Opinion } from '../core/interaction';
import { rowsByThemes, type ThemeRows } from '../core/scene/chain';
import { type SceneRecommended, SceneSource } from '../core/scene/recommendation';
import { checkKeywords } from '../core/scene/scene';
import { type FoundTheme, themesOf } from '../core/scene/theme';
import { sceneFor, type ThemeBook, type ThemedTitle, themesAt, themesOfPast, themesWatched, themesWhole } from '../core/scene/theme-book';
import type { Person } from '../engine/engine';
import { bestAmong, listedAs, standingIn, themeRows } from '../engine/local/standing';
import type { LocalState } from '../engine/local/state';
import { scenesOf } from '../store/scenes';
import type { Recommender } from './recommend';
import { findThemes, type ThemeShelf } from './theme-book';

/** What is being watched, and for whom: ids are ours already. */
export interface SceneRequest {
  /** Null: somebody without a past. */
  readonly userId: number | null;
  readonly titleId: number | null;
  readonly atSeconds: number | null;
  readonly keywords: readonly string[];
  readonly first: number;
}

/** Titles by the themes of a scene. */
export interface SceneAnswer {
  /** The person's version that it was computed from; 0 for nobody. */
  readonly version: number;
  readonly servedAt: Date;
  /** Null where nothing that was asked by says any theme. */
  readonly source: SceneSource | null;
  /** The themes gone by, the surest first; those with fewer than three titles are left out. */
  readonly themes: readonly FoundTheme[];
  readonly items: readonly SceneRecommended[];
}

/** Everything that a process needs to answer by scenes. */
export interface ScenesHouse {
  readonly recommender: Recommender;
  readonly themes: ThemeShelf;
}

const MOST_ITEMS = 50;

/** Throws BAD_INPUT for the first field that means nothing. */
export function checkSceneRequest({ titleId, atSeconds, keywords, first }: Omit<SceneRequest, 'userId'>): void {
  if (!(Number.isInteger(first) && first >= 1 && first <= MOST_ITEMS))
    throw badInput('input.first', `first is out of range: it came as ${first}.`, `a whole number from 1 to ${MOST_ITEMS}`);
  if (atSeconds !== null && !(atSeconds >= 0 && Number.isFinite(atSeconds)))
    throw badInput(
      'input.atSeconds',
      `atSeconds is out of range: it came as ${atSeconds}.`,
      'seconds from the beginning of the title, 0 or more',
    );
  if (atSeconds !== null && titleId === null)
    throw badInput('input.titleId', 'A time needs the title that it is a time of.', 'the id of a title');
  if (keywords.length > 0) checkKeywords(keywords, 'input.keywords');
}

/**
 * Titles that show what is being watched, by themes: of the keywords given, else of the scene at the time, of the scenes watched most, of the title
 * as a whole, of the person's past; the first of these that leads to any title answers. `rowsByThemes` says which; the person's taste puts
 * them in order. Never the title itself, nor what the person knows, dislikes or may not be shown. Throws BAD_INPUT as `checkSceneRequest`.
 */
export async function sceneRecommendations(house: ScenesHouse, request: SceneRequest): Promise<SceneAnswer> {
  checkSceneRequest(request);
  const { recommender, themes: shelf } = house;
  const { userId, titleId, first } = request;
  const excludeTitleIds = titleId === null ? [] : [titleId];
  const [book, { asked, version, servedAt }] = await Promise.all([
    shelf.book(),
    recommender.prepare({ userId, placement: null, filter: { excludeTitleIds } }),
  ]);
  const state = recommender.local.state();
  const standing = standingIn(state, asked);
  const rowsOf = (themeId: string): ThemeRows => themeRows(state, book, themeId);
  let nothing: SceneAnswer = { version, servedAt, source: null, themes: [], items: [] };
  for (const [source, read] of sourcesOf(house, { request, book, person: asked.person, state })) {
    const found = await read();
    if (found.length === 0) continue;
    // What somebody began they know of: it says what they like, and is no answer to that.
    if (source === SceneSource.PAST) takeOutMet(standing, state, asked.person);
    const { matched, mask, themes } = rowsByThemes(found, rowsOf, standing);
    if (matched !== 0) {
      const titleIds = bestAmong(state, asked, { mask, count: first });
      return { version, servedAt, source, themes, items: titleIds.map((id) => itemOf(id, { state, book, matched, themes })) };
    }
    if (nothing.source === null) nothing = { ...nothing, source, themes };
  }
  return nothing;
}

function takeOutMet(standing: Uint8Array, { columns }: LocalState, { interactions }: Person): void {
  exclude(
    standing,
    columns,
    interactions.map(({ titleId }) => titleId),
  );
}

interface Placing {
  readonly state: LocalState;
  readonly book: ThemeBook;
  readonly matched: 3 | 2 | 1;
  readonly themes: readonly FoundTheme[];
}

function itemOf(titleId: number, { state, book, matched, themes }: Placing): SceneRecommended {
  const row = state.columns.rowOf.get(titleId) ?? -1;
  const own = themes.filter(({ id }) => themeRows(state, book, id).mask[row] === 1);
  const title = book.of(titleId);
  return { titleId, matched, themes: own, scene: title && sceneFor(title, own) };
}

interface Reading {
  readonly request: SceneRequest;
  readonly book: ThemeBook;
  readonly person: Person;
  readonly state: LocalState;
}

type Source = readonly [SceneSource, () => readonly FoundTheme[] | Promise<readonly FoundTheme[]>];

function sourcesOf({ recommender }: ScenesHouse, { request, book, person, state }: Reading): readonly Source[] {
  const { titleId, atSeconds, keywords } = request;
  const of = (id: number): ThemedTitle | null => book.of(id) ?? book.of(listedAs(state, id) ?? -1);
  const title = titleId === null ? null : of(titleId);
  const sources: Source[] = [];
  if (keywords.length > 0) sources.push([SceneSource.KEYWORDS, () => themesOf(findThemes, keywords)]);
  if (title !== null && atSeconds !== null) sources.push([SceneSource.SCENE, () => themesAt(title, atSeconds)]);
  if (title !== null && titleId !== null) {
    sources.push([
      SceneSource.MOST_WATCHED,
      async () => {
        const seconds = state.columns.seconds[state.columns.rowOf.get(titleId) ?? -1] ?? 0;
        if (seconds <= 0 || title.scenes.length === 0) return [];
        const played = (await scenesOf(recommender.database.db, [titleId])).get(titleId) ?? [];
        return themesWatched(title, mostWatched(played), seconds);
      },
    ]);
    sources.push([SceneSource.TITLE, () => themesWhole(title)]);
  }
  sources.push([
    SceneSource.PAST,
    () =>
      themesOfPast(
        person.interactions.filter(({ opinion }) => opinion !== Opinion.DISLIKE),
        of,
      ),
  ]);
  return sources;
}
