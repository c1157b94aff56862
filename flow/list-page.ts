import { badInput } from '../core/errors';
import type { Paged } from '../core/page';
import { type Reason, ReasonCode, type Recommended } from '../core/recommendation';
import type { Ranked } from '../engine/engine';
import { decodeCursor, encodeCursor, pageSize } from '../store/page';
import { keepSnapshot, type ListSnapshot, snapshotOf } from '../store/snapshots';
import { MOST_ITEMS, type RankedAnswer, type Recommending } from './recommend';

/** A page of a list: `after` continues the list that the cursor came from, whatever has changed since. */
export interface ListPage {
  readonly first: number;
  readonly after?: string | null;
  /** An operator looks at it: nobody was served, so that nothing is counted as if somebody had been. */
  readonly isLook?: boolean;
}

/** A page with the length of the whole list. */
export interface PagedList extends Paged<Recommended> {
  /** What stands on the edges, without their cursors: those cost as much as all else of a page. */
  readonly nodes: readonly Recommended[];
  readonly totalCount: number;
  /** Keeps the list for its cursors; await it before one is handed out. Most clients ask for none, and then nothing is written. */
  readonly pin: () => Promise<void>;
}

/**
 * A page of an answer, with its reasons, recorded as served unless an operator only looks. Cursors pin the list for 30 minutes, on any process: nothing
 * repeats. What was blocked since is left out of it, so that a page may be shorter.
 * Throws BAD_INPUT on `after` for a cursor that is too old, of another list or another person's.
 */
export async function listPage(
  recommending: Recommending,
  answer: RankedAnswer,
  { first, after, isLook = false }: ListPage,
): Promise<PagedList> {
  pageSize(first, MOST_ITEMS);
  const { id, from, items, length } = after ? await placeOf(recommending, answer, after) : startOf(answer, first);
  const keep = (): Promise<void> =>
    keepSnapshot(recommending.database.db, { id, userId: answer.userId, now: recommending.clock() }, snapshotFrom(answer));
  const asked = items.slice(0, first);
  const shown = after ? withoutBlocked(recommending, asked) : asked;
  const placeIn = new Map(after ? asked.map(({ titleId }, at) => [titleId, at]) : []);
  const nodes = shown.map(({ titleId, score, explored }, at) => ({
    titleId,
    rank: from + (placeIn.get(titleId) ?? at) + 1,
    score,
    get reasons() {
      return explored ? [EXPLORED, ...answer.explain(titleId)] : answer.explain(titleId);
    },
    get fit() {
      return answer.fit(titleId);
    },
  }));
  if (!isLook) record(recommending, answer, { from, shown });
  return {
    get edges() {
      return nodes.map((node) => ({ node, cursor: encodeCursor([id, node.rank]) }));
    },
    nodes,
    hasNextPage: nodes.length > 0 && from + asked.length < length,
    totalCount: length,
    pin: after ? async () => undefined : once(keep),
  };
}

function withoutBlocked({ local }: Recommending, items: readonly Ranked[]): readonly Ranked[] {
  const { columns } = local.state();
  return items.filter(({ titleId }) => columns.blocked[columns.rowOf.get(titleId) ?? -1] !== 1);
}

const EXPLORED: Reason = { code: ReasonCode.EXPLORATION, titleId: null, genre: null, contribution: null };

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= run();
    return running;
  };
}

/** Where a page begins: of which list, after how many titles, and what follows. */
interface Place {
  readonly id: string;
  readonly from: number;
  readonly items: readonly Ranked[];
  readonly length: number;
}

function startOf(answer: RankedAnswer, first: number): Place {
  return { id: answer.recommendationId, from: 0, items: answer.top(first), length: answer.length };
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function placeOf({ database, clock }: Recommending, answer: RankedAnswer, after: string): Promise<Place> {
  const [id, from] = decodeCursor(after, 'after', ['text', 'integer']);
  const known = id !== null && UUID.test(id) && from !== null && from >= 0;
  const list = known ? await snapshotOf(database.db, { id, userId: answer.userId, now: clock() }) : null;
  if (!known || list === null || list.listId !== answer.listId)
    throw badInput('after', 'The cursor is too old or belongs to another list.', 'a cursor of this list, at most 30 minutes old');
  const items = list.titleIds.slice(from).map((titleId, at) => ({
    titleId,
    score: list.scores[from + at] ?? null,
    propensity: list.propensities?.[from + at] ?? 1,
    explored: list.explored?.[from + at] ?? false,
  }));
  return { id, from, items, length: list.titleIds.length };
}

function snapshotFrom({ listId, modelId, top }: RankedAnswer): ListSnapshot {
  const items = top(MOST_ITEMS);
  const explored = items.some(({ propensity = 1 }) => propensity < 1) && {
    propensities: items.map(({ propensity = 1 }) => propensity),
    explored: items.map((item) => item.explored === true),
  };
  return { listId, modelId, titleIds: items.map(({ titleId }) => titleId), scores: items.map(({ score }) => score), ...explored };
}

/** What is shown, after how many titles. */
interface Page {
  readonly from: number;
  readonly shown: readonly Ranked[];
}

function record({ served }: Recommending, answer: RankedAnswer, { from, shown }: Page): void {
  const { servedAt, recommendationId, userId, placement, engine, modelId } = answer;
  served.add({ servedAt, recommendationId, userId, placement, engine, modelId, variant: null, from, titles: shown });
}
