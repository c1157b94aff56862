import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { ImportFormat, OnExisting } from '../core/import';
import type { ColumnMapping } from '../core/import-columns';
import { mappingOf } from '../core/import-guess';
import { TitleKind } from '../core/title';
import { UploadPurpose } from '../core/upload';
import { undoChangeSet } from '../flow/change-set';
import { filesOf } from '../flow/import-files';
import { previewImport } from '../flow/import-preview';
import { runImport } from '../flow/import-run';
import { createUpload, receiveUpload } from '../flow/upload';
import { hashSecret } from '../store/api-keys';
import { type Db, migrate, openDatabase } from '../store/database';
import { startEmbedded } from '../store/embedded/server';
import { beginImport, importById } from '../store/imports';
import { enqueue } from '../store/queue';
import { beginReceiving } from '../store/uploads';
import { commit, machine } from './machine';

const ACTOR = 'system';
const OPTIONS = { source: 'bench', onExisting: OnExisting.UPDATE, kind: TitleKind.MOVIE, ratings: false };
const GENRES = ['Drama', 'Comedy', 'Horror', 'Romance', 'Science Fiction', 'Thriller', 'Documentary', 'War'];
/** The 9,742 names of the demo have 9,231 different words, half of them 5,468: going on like this, 100,000 names have about 54,000. */
const DISTINCT = 54_000;
const WORDS = 'the of night last house river king silent stone winter road sea blue return children garden man woman city light'.split(' ');

/** Imports a made CSV of so many titles, then the same again with every tenth changed, then undoes the second. */
async function benchImport(rows: number, print: (line: string) => void): Promise<void> {
  print(`an import of ${rows} titles at ${commit()} on ${machine()}`);
  print('  command: node --import tsx bench/import-titles.ts [rows, default 100000]');
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-bench-'));
  const server = await startEmbedded({ directory, log: pino({ level: 'warn' }) });
  const database = await openDatabase(server.url, { connections: 4 });
  try {
    await migrate(database);
    const { db } = database;
    await timed(
      'all new',
      db,
      csvOf(rows, () => ''),
      print,
    );
    await timed(
      'every tenth changed, the others alike',
      db,
      csvOf(rows, (row) => (row % 10 === 0 ? ' again' : '')),
      print,
    );
    const id = await timed(
      'all changed',
      db,
      csvOf(rows, () => ' anew'),
      print,
    );
    await timed(
      'a dry run of the same',
      db,
      csvOf(rows, () => ' anew'),
      print,
      true,
    );
    const changeSet = (await importById(db, id))?.changeSetId ?? 0;
    const began = performance.now();
    const { restored, kept } = await undoChangeSet(db, { actor: ACTOR, id: changeSet, now: new Date() });
    print(`  an undo: ${((performance.now() - began) / 1000).toFixed(1)} s, ${restored} brought back, ${kept.length} changed since`);
  } finally {
    await database.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function timed(what: string, db: Db, csv: Buffer, print: (line: string) => void, dryRun = false): Promise<number> {
  const uploadId = await upload(db, csv);
  const files = await filesOf(db, ACTOR, [uploadId]);
  const preview = await previewImport(db, { actor: ACTOR, files, format: ImportFormat.CSV, mapping: null, options: OPTIONS });
  const mapping: readonly ColumnMapping[] = mappingOf(preview.columns);
  const jobId = await enqueue(db, 'maintain', {});
  await beginImport(db, { id: preview.importId, jobId, dryRun, mapping, options: OPTIONS });
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  let reading = 0;
  const counts = await runImport(db, {
    importId: preview.importId,
    runId: jobId,
    now: new Date(),
    signal: new AbortController().signal,
    progress: (_, doing) => {
      if (doing === 'Reading rows') reading = performance.now() - began;
    },
  });
  clearInterval(timer);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  print(
    `  ${what}: ${seconds(performance.now() - began)} (bar 30 s for 100,000), ${seconds(reading)} of it reading ${(csv.length / 1e6).toFixed(0)} MB; ` +
      `${seconds((user + system) / 1000)} of this process, held up for ${longest.toFixed(0)} ms at most, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; ${JSON.stringify(counts)}`,
  );
  return preview.importId;
}

async function upload(db: Db, csv: Buffer): Promise<number> {
  const now = (): Date => new Date();
  const input = { purpose: UploadPurpose.CATALOGUE, name: `${randomBytes(4).toString('hex')}.csv`, bytes: csv.length, type: 'text/csv' };
  const { upload, url } = await createUpload(db, { owner: ACTOR, input, now: now() });
  const secret = url.split('token=')[1] ?? '';
  await beginReceiving(db, { id: upload.id, secretHash: hashSecret(secret), now: now() });
  return (await receiveUpload(db, upload, { body: Readable.from([csv]), now })).id;
}

function csvOf(rows: number, mark: (row: number) => string): Buffer {
  const lines = ['imdb_id,title,year,genres,runtime,director,cast,tags,overview'];
  for (let row = 1; row <= rows; row++) {
    const word = (place: number): string => WORDS[(row * 7 + place * 13 + Math.floor(row / (place + 1))) % WORDS.length] ?? '';
    const name = `${word(0)} ${word(1)} ${word(2)} ${row % DISTINCT}${mark(row)}`;
    const genres = `${GENRES[row % 8]}|${GENRES[(row >> 3) % 8]}`;
    const cast = `Actor ${row % 900}|Actor ${row % 911}|Actor ${row % 919}`;
    lines.push(
      `tt${String(row).padStart(7, '0')},"${name}",${1920 + (row % 100)},${genres},${60 + (row % 120)},Director ${row % 400},${cast},${word(3)}:0.5|${word(4)},"About ${name}, which is ${word(5)}."`,
    );
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

benchImport(Number(process.argv[2] ?? 100_000), console.log).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
