import { fork, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { seeded } from '../core/random';
import { openS3 } from '../engine/aws/s3';
import { exportForPersonalize } from '../flow/personalize-export';
import { openDatabase, openPool } from '../store/database';
import { keepPartitions } from '../store/partitions';
import { benchDatabase } from './interactions';
import { commit, machine } from './machine';
import { ML_1M, syntheticLikes } from './synthetic';

const BUCKET = 'bench';
const LINES_A_PIECE = 10_000;
const BEGINNING = Date.UTC(2026, 0, 1);
const STAND_IN = `import('fauxqs').then(async ({ startFauxqs }) => {
  const server = await startFauxqs({ port: 0, logger: false });
  server.createBucket('${BUCKET}');
  console.log(server.port);
  process.stdin.resume().on('end', () => process.exit(0));
});`;

/** A million events of the log (two of three are plays), exported to a stand-in for S3, twice, each process by itself. */
async function benchExport(print: (line: string) => void): Promise<void> {
  print(`the export for Amazon Personalize at ${commit()} on ${machine()}`);
  print('  command: npm run bench -- personalize-export');
  const database = await benchDatabase();
  const s3 = spawn(process.execPath, ['-e', STAND_IN], { stdio: ['pipe', 'pipe', 'inherit'], cwd: __dirname });
  try {
    const port = await firstLine(s3.stdout);
    print(`  ${await fillEvents(database.url)} events of ${ML_1M.users} people with ${ML_1M.items} titles`);
    await exportInChild(database.url, port);
    await exportInChild(database.url, port);
  } finally {
    s3.stdin.end();
    await database.stop();
  }
}

async function firstLine(output: Readable): Promise<string> {
  for await (const line of createInterface({ input: output })) return line;
  throw new Error('The stand-in for S3 did not start.');
}

function exportInChild(url: string, port: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, ['export', url, port], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The export ended with ${code}.`))));
  });
}

async function exportHere(url: string, port: string): Promise<void> {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const s3 = openS3({ buckets: [BUCKET], connection: { endpoint: `http://127.0.0.1:${port}`, region: 'eu-north-1', credentials } });
  const database = await openDatabase(url, { connections: 2 });
  const idle = megabytes(process.memoryUsage.rss());
  const started = performance.now();
  const signal = new AbortController().signal;
  const { snapshot, uploaded, preflight, files } = await exportForPersonalize(database.db, {
    ...{ s3, bucket: BUCKET, prefix: 'export', signal, progress: () => undefined },
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage();
  const peak = megabytes(process.resourceUsage().maxRSS * 1024);
  console.log(
    `  ${files.map(({ type, rows }) => `${rows} ${type.toLowerCase()}`).join(', ')}: ${seconds.toFixed(1)} s (bar 20), ${uploaded} files sent, ` +
      `${megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0))} MB; ${((user + system) / 1e6).toFixed(1)} s of this process; ` +
      `memory ${peak - idle} MB on top (bar 200), ${peak} MB in all; preflight ${preflight.passed ? 'passed' : 'failed'}; snapshot ${snapshot.slice(0, 12)}`,
  );
  await database.close();
  s3.close();
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

async function fillEvents(url: string): Promise<number> {
  const opened = await openDatabase(url, { connections: 1 });
  await keepPartitions(opened.db, new Date());
  await opened.close();
  const pool = openPool(url, 1);
  const client = await pool.connect();
  try {
    await client.query(
      `insert into titles (kind, name, "searchName", genres, year) select 'MOVIE', n::text, n::text, '{Drama}', 1990 from generate_series(1, ${ML_1M.items}) n;
       insert into users (source, "externalId") select 'app', n::text from generate_series(1, ${ML_1M.users}) n`,
    );
    const columns = 'id, type, owner, "userId", "titleId", "occurredAt", "playId", "fromSeconds", "toSeconds", "mediaSeconds", value';
    await pipeline(Readable.from(linesOf()), client.query(copyFrom(`copy events (${columns}) from stdin`)));
    await client.query(
      'insert into interactions ("userId", "titleId", "firstAt", "lastAt") select "userId", min("titleId"), now(), now() from events group by 1',
    );
    await client.query('vacuum analyze events');
    const { rows } = await client.query<{ count: number }>('select count(*) as count from events');
    return rows[0]?.count ?? 0;
  } finally {
    client.release();
    await pool.end();
  }
}

/** In the order of their time, as a log has them, and not in that of an export. */
function* linesOf(): Generator<string> {
  const likes = syntheticLikes(ML_1M);
  const random = seeded(7);
  const users = Int32Array.from({ length: likes.column.length });
  for (let row = 0; row < likes.rows; row++) users.fill(row + 1, likes.start[row], likes.start[row + 1]);
  const order = Float64Array.from(users, () => random());
  const places = Int32Array.from(users, (_, index) => index).sort((a, b) => (order[a] as number) - (order[b] as number));
  let lines: string[] = [];
  for (const [index, entry] of places.entries()) {
    const at = new Date(BEGINNING + index * 10_000).toISOString();
    const pair = `${users[entry]}\t${users[entry]}\t${(likes.column[entry] as number) + 1}`;
    const kind = index % 3;
    const facts = kind === 2 ? `\\N\t\\N\t\\N\t\\N\t${0.5 + (index % 10) / 2}` : `play-${index}\t0\t${100 + (index % 5_000)}\t5400\t\\N`;
    lines.push(`e${index}\t${kind === 2 ? 'RATING' : 'WATCH_INTERVAL'}\t${pair}\t${at}\t${facts}`);
    if (lines.length < LINES_A_PIECE && index < places.length - 1) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
}

if (process.argv[2] === 'export') void exportHere(process.argv[3] ?? '', process.argv[4] ?? '');
else void benchExport(console.log);
