import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import type { Actor } from '../core/audit';
import { UploadPurpose } from '../core/upload';
import { saveShop } from '../flow/shop';
import { queueFeed, runFeed } from '../flow/shop-feed';
import { createUpload, receiveUpload } from '../flow/upload';
import { hashSecret } from '../store/api-keys';
import type { Db } from '../store/database';
import { beginReceiving } from '../store/uploads';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { generatedTitles } from './generated-titles';
import { commit, machine } from './machine';

const OFFERS = 100_000;
const BAR_SECONDS = 60;
const ACTOR: Actor = 'key:1';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly year: number;
  readonly kind: string;
}

/** Every second offer names its title by an external id, the others by name, year and kind; every hundredth has another price in a later version. */
function fileOf(titles: readonly Row[], version: number): Buffer {
  const rows = titles.map(({ id, name, year, kind }, index) => {
    const title = index % 2 === 0 ? `house:${id},,,` : `,"${name}",${year},${kind}`;
    const price = index % 100 === 0 ? `${version}.49` : '9.99';
    return `sku-${id},${title},https://shop.example/titles/${id}?from=feed,${price},EUR,FI,in stock`;
  });
  return Buffer.from(['sku,externalId,name,year,kind,url,price,currency,region,availability', ...rows, ''].join('\n'));
}

async function sent(db: Db, bytes: Buffer): Promise<number> {
  const now = new Date();
  const input = { purpose: UploadPurpose.OFFERS, name: 'offers.csv', bytes: bytes.length, type: 'text/csv' };
  const { upload, url } = await createUpload(db, { owner: ACTOR, input, now });
  await beginReceiving(db, { id: upload.id, secretHash: hashSecret(url.split('token=')[1] ?? ''), now });
  await receiveUpload(db, upload, { body: Readable.from([bytes]), now: () => now });
  return upload.id;
}

/** Takes a file of a hundred thousand offers, the same again, and one in which a hundredth has changed; fails beyond sixty seconds. */
async function main(): Promise<void> {
  const { database } = await generatedTitles(await startTestServer(), OFFERS);
  const { db } = database;
  try {
    await db.query(`insert into external_ids (source, value, "titleId") select 'house', id::text, id from titles`);
    await db.query('vacuum analyze external_ids');
    const titles: Row[] = await db.query('select id, name, year, kind from titles order by id');
    const shop = await saveShop(db, { name: 'Bench', currency: 'EUR' }, { actor: ACTOR, now: new Date() });
    console.log(`shop-feed: npm run bench -- shop-feed at ${commit()} on ${machine()}`);
    const versions = [
      ['the first file', 1],
      ['the same again', 1],
      ['with a hundredth changed', 2],
    ] as const;
    for (const [what, version] of versions) {
      const file = fileOf(titles, version);
      const uploadId = await sent(db, file);
      const feedId = await queueFeed(db, { shopId: shop.id, uploadId, mayRemoveMost: false, actor: ACTOR, now: new Date() });
      const blocked = monitorEventLoopDelay({ resolution: 5 });
      blocked.enable();
      const started = performance.now();
      const running = { clock: () => new Date(), signal: new AbortController().signal, progress: async () => undefined };
      const counts = await runFeed(db, feedId, running);
      const seconds = (performance.now() - started) / 1_000;
      console.log(
        `shop-feed: ${what}, ${(file.length / 1e6).toFixed(1)} MB: ${seconds.toFixed(1)} s (bar ${BAR_SECONDS} s), ${JSON.stringify(counts)}`,
      );
      console.log(`shop-feed: the longest turn of the event loop ${(blocked.max / 1e6).toFixed(0)} ms`);
      if (seconds > BAR_SECONDS) process.exitCode = 1;
    }
  } finally {
    await database.close();
    await stopTestServer();
  }
}

void main();
