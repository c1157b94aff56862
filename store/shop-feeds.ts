import type { Actor } from '../core/audit';
import type { Page, Paged } from '../core/page';
import { type FeedCounts, type FeedProblem, type ShopFeed, ShopFeedState as State } from '../core/shop/feed';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

/** What is stored is what became of a file; whether anything still works with it is told by its job. */
const BROKEN = `shop_feeds.state = '${State.READING}' and job.state in ('FAILED', 'CANCELLED')`;
const COLUMNS = `shop_feeds.id, "shopId", "fileName", "uploadId", "mayRemoveMost", actor,
  case when ${BROKEN} then '${State.FAILED}' else shop_feeds.state end as state, "jobId", job.progress as progress, counts, problems,
  case when ${BROKEN} then 'It was stopped or could not be finished: send the file again. The offers from before stand.' else shop_feeds.error end as error,
  shop_feeds."createdAt", shop_feeds."finishedAt"`;
const FROM = 'from shop_feeds left join job_runs job on job.id = "jobId"';
const MOST_FEEDS = 1_000;

/** A file of offers, or null. */
export async function feedById(db: Db, id: number): Promise<ShopFeed | null> {
  const [row] = await db.query<ShopFeed[]>(`select ${COLUMNS} ${FROM} where shop_feeds.id = $1`, [id]);
  return row ?? null;
}

/** The files of a shop, the newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function feedsPage(db: Db, shopId: number, page: Page): Promise<Paged<ShopFeed>> {
  const first = pageSize(page.first, MOST_FEEDS);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<ShopFeed[]>(
    `select ${COLUMNS} ${FROM} where "shopId" = $1 and ($2::bigint is null or shop_feeds.id < $2)
     order by shop_feeds.id desc limit $3 offset $4`,
    [shopId, before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many files a shop has sent. */
export async function countFeeds(db: Db, shopId: number): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from shop_feeds where "shopId" = $1', [shopId]);
  return row?.count ?? 0;
}

interface NewFeed extends Pick<ShopFeed, 'shopId' | 'fileName' | 'uploadId' | 'mayRemoveMost'> {
  readonly actor: Actor;
  readonly now: Date;
}

/** Writes down that a file came; answers its id. */
export async function insertFeed(db: Db, { shopId, fileName, uploadId, mayRemoveMost, actor, now }: NewFeed): Promise<number> {
  const [row] = await db.query<{ id: number }[]>(
    `insert into shop_feeds ("shopId", "fileName", "uploadId", "mayRemoveMost", actor, state, "createdAt")
     values ($1, $2, $3, $4, $5, '${State.READING}', $6) returning id`,
    [shopId, fileName, uploadId, mayRemoveMost, actor, now],
  );
  if (row === undefined) throw new Error('The new feed was not returned.');
  return row.id;
}

/** Says which job works with a file. */
export async function setFeedJob(db: Db, id: number, jobId: number): Promise<void> {
  await db.query('update shop_feeds set "jobId" = $2 where id = $1', [id, jobId]);
}

interface Finished {
  readonly id: number;
  readonly counts: FeedCounts | null;
  readonly problems: readonly FeedProblem[];
  /** Null: it was applied. */
  readonly error: string | null;
  readonly now: Date;
}

/** Writes down what became of a file. */
export async function finishFeed(db: Db, { id, counts, problems, error, now }: Finished): Promise<void> {
  await db.query(
    `update shop_feeds set state = $2, counts = $3::jsonb, problems = $4::jsonb, error = $5, "finishedAt" = $6 where id = $1`,
    [id, error === null ? State.APPLIED : State.REFUSED, counts && JSON.stringify(counts), JSON.stringify(problems), error, now],
  );
}

/** Says whose offers stand now. */
export async function setAppliedFeed(db: Db, shopId: number, feedId: number): Promise<void> {
  await db.query('update shops set "appliedFeedId" = $2 where id = $1', [shopId, feedId]);
}

const KEPT = 100;

/** Forgets the oldest files of a shop that nothing works with: the newest hundred are enough to look back on. */
export async function dropOldFeeds(db: Db, shopId: number): Promise<void> {
  await db.query(
    `delete from shop_feeds where "shopId" = $1 and "finishedAt" is not null
       and id <= (select id from shop_feeds where "shopId" = $1 order by id desc offset ${KEPT} limit 1)`,
    [shopId],
  );
}
