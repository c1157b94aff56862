import { CauseKind } from '../core/notice';
import { listPage, type PagedList } from '../flow/list-page';
import type { RankedAnswer } from '../flow/recommend';
import type { Cause } from '../flow/refresh';
import type { PageArgs } from '../schema/page';
import type { Context } from './context';

/** A list as GraphQL answers it: what front ends see of the ranked answer, and why it is sent. */
export interface ServedList extends Pick<RankedAnswer, 'recommendationId' | 'version' | 'servedAt' | 'engine' | 'modelId'> {
  readonly id: string;
  readonly cause: Cause;
  /** The answer itself: one that several tabs share is paged, explained and recorded once. */
  readonly answer: RankedAnswer;
}

const ASKED: Cause = { kind: CauseKind.SUBSCRIBED, eventId: null, titleId: null };

/** An answer on its way to a client; one that was asked for, unless a change caused it. */
export function servedList(answer: RankedAnswer, cause: Cause = ASKED): ServedList {
  const { recommendationId, version, servedAt, engine, modelId } = answer;
  return {
    ...{ recommendationId, version, servedAt, engine, modelId, cause, answer },
    get id() {
      return answer.listId;
    },
  };
}

const pages = new WeakMap<RankedAnswer, Map<string, Promise<PagedList>>>();

/** A page of the list in the shape of a connection. Throws BAD_INPUT for a wrong `first` or `after`. */
export async function servedPage(context: Context, { answer }: ServedList, { first, after }: PageArgs) {
  const ofAnswer = pages.get(answer) ?? new Map<string, Promise<PagedList>>();
  pages.set(answer, ofAnswer);
  const isLook = context.caller.kind === 'operator';
  const key = `${first} ${after ?? ''} ${isLook}`;
  const reading = ofAnswer.get(key) ?? listPage(context.house.recommender, answer, { first, after, isLook });
  ofAnswer.set(key, reading);
  // What failed must be tried again by the next who asks.
  reading.catch(() => ofAnswer.delete(key));
  return connectionOfPage(await reading);
}

function connectionOfPage(page: PagedList) {
  const pinned = (cursor: string | null) => async (): Promise<string | null> => {
    await page.pin();
    return cursor;
  };
  return {
    get edges() {
      return page.edges.map(({ node, cursor }) => ({ node, cursor: pinned(cursor) }));
    },
    nodes: page.nodes,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      get endCursor() {
        return pinned(page.edges.at(-1)?.cursor ?? null);
      },
    },
    totalCount: page.totalCount,
  };
}
