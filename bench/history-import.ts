import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Uploader } from '../core/audit';
import { below, seeded } from '../core/random';
import { UploadPurpose } from '../core/upload';
import { importHistory } from '../flow/history-import';
import { runHistoryImport } from '../flow/history-import-run';
import { deleteHistoryImport } from '../flow/history-review';
import { createUpload, receiveUpload } from '../flow/upload';
import { hashSecret } from '../store/api-keys';
import type { Db } from '../store/database';
import { keepPartitions } from '../store/partitions';
import { beginReceiving } from '../store/uploads';
import { lockUsers, resolveUsers } from '../store/users';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { generatedTitles } from './generated-titles';
import { machine } from './machine';

const TITLES = 100_000;
const ROWS = 100_000;
const TEXTS = 5_000;
const MOST_SECONDS = 30;
const DAY_MS = 86_400_000;

/** A full export of so many rows by five thousand different strings: films, episodes of shows, and what the catalogue does not have. */
function exportOf(names: readonly string[], random: () => number): Buffer {
  const texts = Array.from({ length: TEXTS }, (_, index) => {
    const name = names[below(random, names.length)] ?? '';
    return [name, `${name}: Season ${1 + below(random, 5)}: Episode ${index}`, `Zq${name} ${index}`][index % 3] ?? '';
  });
  const begin = Date.UTC(2025, 0, 1);
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const at = new Date(begin - row * (DAY_MS / 20)).toISOString().slice(0, 19).replace('T', ' ');
    return `Ann,${at},00:${10 + (row % 49)}:00,,"${texts[row % TEXTS]?.replaceAll('"', '""')}",,TV,00:30:00,00:30:00,DE (Germany)`;
  });
  const header = 'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country';
  return Buffer.from([header, ...rows].join('\n'));
}

async function sent(db: Db, owner: Uploader, bytes: Buffer): Promise<number> {
  const now = new Date();
  const input = { purpose: UploadPurpose.HISTORY, name: 'history.csv', bytes: bytes.length, type: 'text/csv' };
  const { upload, url } = await createUpload(db, { owner, input, now });
  await beginReceiving(db, { id: upload.id, secretHash: hashSecret(url.split('token=')[1] ?? ''), now });
  await receiveUpload(db, upload, { body: Readable.from([bytes]), now: () => now });
  return upload.id;
}

/** Locks the person again and again, as whoever brings a live event of theirs; answers the longest wait in milliseconds. */
function waitsOf(db: Db, userId: number): { end(): Promise<number> } {
  let ended = false;
  let longest = 0;
  const loop = async (): Promise<void> => {
    while (!ended) {
      const started = performance.now();
      await db.transaction((db) => lockUsers(db, [userId]));
      longest = Math.max(longest, performance.now() - started);
      await delay(20);
    }
  };
  const done = loop();
  return {
    async end() {
      ended = true;
      await done;
      return longest;
    },
  };
}

/** Imports a hundred thousand rows into a catalogue of as many titles, the same again, and deletes them; fails beyond thirty seconds. */
async function main(): Promise<void> {
  const { database } = await generatedTitles(await startTestServer(), TITLES);
  const { db } = database;
  try {
    await keepPartitions(db, new Date());
    const rows: { name: string }[] = await db.query('select name from titles order by id limit 20000');
    const file = exportOf(
      rows.map(({ name }) => name),
      seeded(6),
    );
    const [userId = 0] = (await resolveUsers(db, [{ source: 'app', value: randomUUID() }], { create: true })).map((id) => id ?? 0);
    const acting = { userId, now: new Date() };
    console.log(`history-import: npm run bench -- history-import on ${machine()}`);
    console.log(`history-import: ${ROWS} rows of ${TEXTS} strings, ${(file.length / 1e6).toFixed(1)} MB, ${TITLES} generated titles`);
    const imported: number[] = [];
    for (const what of ['an import', 'the same again']) {
      const owner: Uploader = `user:${userId}`;
      const asked = { uploadId: await sent(db, owner, file), owner, profile: null, dateOrder: null, timeZone: null };
      const { id } = await importHistory(db, acting, asked);
      imported.push(id);
      const blocked = monitorEventLoopDelay({ resolution: 5 });
      blocked.enable();
      const steps: string[] = [];
      const started = performance.now();
      const progress = (_: number, doing: string): void => {
        if (!steps.at(-1)?.startsWith(doing)) steps.push(`${doing} from ${seconds(started)} s`);
      };
      const locking = waitsOf(db, userId);
      const counts = await runHistoryImport(db, { importId: id, now: new Date(), signal: new AbortController().signal, progress });
      const took = (performance.now() - started) / 1000;
      console.log(`history-import: ${what}: ${took.toFixed(1)} s (bar ${MOST_SECONDS} s), ${JSON.stringify(counts)}; ${steps.join(', ')}`);
      const waited = await locking.end();
      console.log(
        `history-import: the longest turn of the event loop ${(blocked.max / 1e6).toFixed(0)} ms, the longest wait for the person ${waited.toFixed(0)} ms`,
      );
      if (took > MOST_SECONDS) process.exitCode = 1;
    }
    const started = performance.now();
    await deleteHistoryImport(db, acting, imported[0] ?? 0);
    console.log(`history-import: deleting it ${seconds(started)} s`);
  } finally {
    await database.close();
    await stopTestServer();
  }
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

void main();
