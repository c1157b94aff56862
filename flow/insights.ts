import { badInput, notFound } from '../core/errors';
import { type SharedGenre, sharedGenres, sharedTitles, tasteDistance } from '../core/insights/shared';
import { checkWindow, type InsightsWindow } from '../core/insights/window';
import { isTimeZone, zoneName } from '../core/local-time';
import { membersOfBlend } from '../store/blends';
import type { Db } from '../store/database';
import { hiddenTitles } from '../store/hidden-titles';
import { broughtBy, type Insight, insightOf } from '../store/insights';
import type { AskedPlays } from '../store/plays';
import { usersByIds } from '../store/users';

/** What somebody wants to know of how they watch, or they and the others of a blend. */
export interface AskedInsights extends Omit<InsightsWindow, 'timeZone'> {
  readonly readerId: number;
  readonly blendId: number | null;
  /** Null: the one that the reader told, else UTC. */
  readonly timeZone: string | null;
  /** Places of a list. */
  readonly first: number;
}

/** One person's numbers, as the reader may see them. */
export interface SeenInsight {
  readonly userId: number;
  readonly insight: Insight;
  /** Which plays these are the sums of. */
  readonly asked: AskedPlays;
  /** Whether the reader may see what exactly was watched, and when. */
  readonly open: boolean;
}

export interface SharedInsights {
  readonly agreed: boolean;
  readonly genres: readonly SharedGenre[];
  readonly distance: number | null;
  /** Null until all agree. */
  readonly titleIds: readonly number[] | null;
}

export interface Insights {
  readonly timeZone: string;
  /** Different titles of all of them; where not all agree, those of each counted for themselves: else one could find out what another watched. */
  readonly titles: number;
  /** The reader first. */
  readonly people: readonly SeenInsight[];
  readonly shared: SharedInsights | null;
}

/**
 * Adds up what somebody played, or all members of a blend that they are in. Of the others nothing is told by title, actor or time before
 * all agree, and nothing at all of a stretch of time: an evening's sums would be that evening. In a blend what a person hides
 * from blends is left out of every number. Throws BAD_INPUT on the field at fault, NOT_FOUND for a blend or an import that is not theirs.
 */
export async function insightsOf(db: Db, asked: AskedInsights): Promise<Insights> {
  const { readerId, blendId, importId, first } = asked;
  const [reader] = await usersByIds(db, [readerId]);
  const given = { ...asked, timeZone: asked.timeZone ?? toldZone(reader?.timeZone) };
  checkWindow(given);
  const window = { ...given, timeZone: zoneName(given.timeZone) };
  if (blendId !== null && importId !== null)
    throw badInput('input.importId', 'An import is of one person, a blend of several.', 'either importId or blendId');
  if (importId !== null && !(await broughtBy(db, importId, readerId))) throw notFound('input.importId', 'import');
  const { userIds, agreed } = blendId === null ? { userIds: [readerId], agreed: true } : await inBlend(db, blendId, readerId);
  const told = agreed || (window.from === null && window.until === null) ? userIds : [readerId];
  const hidden = blendId === null ? new Map<number, readonly number[]>() : await hiddenTitles(db, userIds);
  const people: SeenInsight[] = [];
  // One after the other: eight people with long pasts at once would hold eight connections, and eight times the memory.
  for (const userId of told) {
    const { timeZone, from, until, kinds } = window;
    const plays = { userId, timeZone, from, until, kinds, importId, withoutIds: hidden.get(userId) ?? [] };
    const insight = await insightOf(db, plays, { places: first, withTitles: told.length > 1 && agreed });
    people.push({ userId, insight, asked: plays, open: agreed || userId === readerId });
  }
  return {
    timeZone: window.timeZone,
    titles: titlesOf(people, agreed),
    people,
    shared: people.length > 1 ? sharedOf(people, agreed) : null,
  };
}

const toldZone = (zone: string | null | undefined): string => (zone && isTimeZone(zone) ? zone : 'UTC');

/** Who is in a blend, the reader first. Throws NOT_FOUND to who is not in it, as for a blend that is not there. */
async function inBlend(
  db: Db,
  blendId: number,
  readerId: number,
): Promise<{ readonly userIds: readonly number[]; readonly agreed: boolean }> {
  const members = await membersOfBlend(db, blendId);
  const ids = members.map(({ userId }) => userId);
  if (!ids.includes(readerId)) throw notFound('input.blendId', 'blend');
  return { userIds: [readerId, ...ids.filter((id) => id !== readerId)], agreed: members.every(({ agrees }) => agrees) };
}

function titlesOf(people: readonly SeenInsight[], agreed: boolean): number {
  if (agreed && people.length > 1) return new Set(people.flatMap(({ insight }) => [...insight.byTitle.keys()])).size;
  return people.reduce((sum, { insight }) => sum + insight.titles, 0);
}

function sharedOf(people: readonly SeenInsight[], agreed: boolean): SharedInsights {
  const genres = people.map(({ insight }) => insight.genres);
  return {
    agreed,
    genres: sharedGenres(genres),
    distance: tasteDistance(genres),
    titleIds: agreed ? sharedTitles(people.map(({ insight }) => insight.byTitle)) : null,
  };
}
