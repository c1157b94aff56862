import type { Actor } from '../core/audit';
import { AppError, ErrorCode } from '../core/errors';
import { type FeedCounts, type FeedProblems, feedProblems, refusedFeed, type ShopFeed } from '../core/shop/feed';
import { changedDrafts, feedChanges, requireMostStay } from '../core/shop/feed-changes';
import { feedReader, isCsv, type ReadFeed } from '../core/shop/feed-reader';
import { encodingBySight } from '../core/text-encoding';
import { UploadPurpose } from '../core/upload';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { deleteOffers, standingOffers, writeOffers } from '../store/offers';
import { enqueue } from '../store/queue';
import { dropOldFeeds, feedById, finishFeed, insertFeed, setAppliedFeed, setFeedJob } from '../store/shop-feeds';
import { shopById, shopForUpdate } from '../store/shops';
import { readUpload, uploadById } from '../store/uploads';
import { hasCome, sentFile } from './sent-file';
import { matchOffers } from './shop-feed-match';
import { uploadText } from './upload-text';

interface Sent {
  readonly shopId: number;
  readonly uploadId: number;
  readonly mayRemoveMost: boolean;
  readonly actor: Actor;
  readonly now: Date;
}

const MOST_BYTES = 1_000_000_000;
const ROWS_A_STATEMENT = 5_000;
/** Of the time reading takes so much, looking up so much more, and writing the rest. */
const READING = 0.5;
const LOOKING_UP = 0.3;

/** Hands a file of offers to a job. Throws NOT_FOUND for a file that is not there or is somebody else's, and CONFLICT for one that has not come. */
export async function queueFeed(db: Db, { shopId, uploadId, mayRemoveMost, actor, now }: Sent): Promise<number> {
  const upload = await sentFile(db, uploadId, { owner: actor, purpose: UploadPurpose.OFFERS, field: 'input.uploadId' });
  return db.transaction(async (db) => {
    const id = await insertFeed(db, { shopId, fileName: upload.name, uploadId, mayRemoveMost, actor, now });
    // A file that is wrong stays wrong; whoever loses its worker is begun again all the same.
    await setFeedJob(db, id, await enqueue(db, 'import-offers', { feedId: id }, { maxAttempts: 1 }));
    await dropOldFeeds(db, shopId);
    const after = { feed: id, file: upload.name, mayRemoveMost };
    await writeAudit(db, { actor, action: 'offers.send', entity: 'shop', entityId: String(shopId), before: null, after });
    return id;
  });
}

interface Running {
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number, message: string) => Promise<void>;
}

/**
 * Lets the offers of a file stand in the place of those before, whole or not at all. Rows that say what stands are skipped. A file that cannot be
 * taken is written down with why, and changes nothing. Throws what is told of it, and the signal's reason; done again, it changes nothing.
 */
export async function runFeed(db: Db, feedId: number, running: Running): Promise<FeedCounts | null> {
  const feed = await feedById(db, feedId);
  if (feed === null || feed.finishedAt !== null) return feed?.counts ?? null;
  const problems = feedProblems();
  try {
    const read = await readFeed(db, feed, { problems, running });
    return await applyFeed(db, feed, { read, problems, running });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await finishFeed(db, { id: feedId, counts: null, problems: problems.first, error: error.message, now: running.clock() });
    throw error;
  }
}

interface Reading {
  readonly problems: FeedProblems;
  readonly running: Running;
}

async function readFeed(db: Db, { shopId, uploadId, fileName }: ShopFeed, { problems, running }: Reading): Promise<ReadFeed> {
  const [shop, upload] = [await shopById(db, shopId), await uploadById(db, uploadId)];
  if (shop === null || upload === null || !hasCome(upload))
    throw new AppError(ErrorCode.NOT_FOUND, 'The file is not here any more. The offers from before stand.', {
      expected: 'the file sent again',
    });
  await requireUtf8(db, uploadId);
  let reader: ReturnType<typeof feedReader> | null = null;
  for await (const { text, done } of uploadText(db, upload, MOST_BYTES)) {
    running.signal.throwIfAborted();
    reader ??= feedReader({ csv: isCsv(fileName, text), currency: shop.currency, problems });
    reader.push(text);
    await running.progress(READING * done, 'reading the offers');
  }
  return (reader ?? feedReader({ csv: true, currency: shop.currency, problems })).end();
}

/** Of another encoding half would look like text all the same. Throws BAD_INPUT for UTF-16. */
async function requireUtf8(db: Db, uploadId: number): Promise<void> {
  for await (const bytes of readUpload(db, uploadId)) {
    if (encodingBySight(bytes)?.startsWith('utf-16')) throw refusedFeed('The file is written in UTF-16.', 'UTF-8');
    return;
  }
}

function applyFeed(db: Db, feed: ShopFeed, { read, problems, running }: Reading & { readonly read: ReadFeed }): Promise<FeedCounts> {
  const { signal, progress, clock } = running;
  return db.transaction(async (held) => {
    const shop = await shopForUpdate(held, feed.shopId);
    if ((shop?.appliedFeedId ?? 0) > feed.id)
      throw new AppError(ErrorCode.CONFLICT, 'A newer file was taken meanwhile: its offers stand.', { field: 'file' });
    const standing = await standingOffers(held, feed.shopId);
    const changed = changedDrafts(read, standing);
    const lookedUp = (fraction: number) => progress(READING + LOOKING_UP * fraction, `looking up ${changed.length} offers`);
    const matches = await matchOffers(held, changed, { signal, progress: lookedUp });
    const changes = feedChanges({ read, standing, changed, matches, problems });
    if (!feed.mayRemoveMost) requireMostStay(changes, standing.size);
    const now = clock();
    for (let from = 0; from < changes.written.length; from += ROWS_A_STATEMENT) {
      signal.throwIfAborted();
      const written = from / changes.written.length;
      await progress(READING + LOOKING_UP + (1 - READING - LOOKING_UP) * written, `writing ${changes.written.length} offers`);
      await writeOffers(held, feed.shopId, { offers: changes.written.slice(from, from + ROWS_A_STATEMENT), now });
    }
    await deleteOffers(held, changes.removedIds);
    signal.throwIfAborted();
    await setAppliedFeed(held, feed.shopId, feed.id);
    await finishFeed(held, { id: feed.id, counts: changes.counts, problems: problems.first, error: null, now });
    const audited = { actor: feed.actor, action: 'offers.import', entity: 'shop', entityId: String(feed.shopId), before: null };
    await writeAudit(held, { ...audited, after: { feed: feed.id, ...changes.counts } });
    return changes.counts;
  });
}
