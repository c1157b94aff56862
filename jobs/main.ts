import pino, { type Logger } from 'pino';
import { type Config, ConfigError, readConfig } from '../core/config';
import { LOG_SERIALIZERS } from '../core/fault';
import { JobState } from '../core/job';
import { StartError } from '../core/start-error';
import { createTracker } from '../flow/track';
import { beginJob } from '../store/job-holding';
import { jobById } from '../store/jobs';
import { openStore, type Store } from '../store/open';
import { enqueue } from '../store/queue';
import type { JobKind } from './job';
import { JOBS, jobsOn } from './list';
import { exportModel } from './offline/export';
import { runCommand, type Task } from './offline/run';
import { isOperatorCommand, OPERATOR_USAGE, runOperator } from './operator';
import { startQueues, topicsOf } from './queues';
import { runHeld, type Stop } from './run';
import { startJobs } from './runner';
import { startTelling } from './tell-personalize';

const USAGE = `npm run jobs                          works on the queue until Ctrl-C
npm run jobs -- migrate               brings the database up to date
npm run jobs -- run <job> [payload]   runs one job here and now; the payload is JSON
npm run export -- --out dir           writes the live model, interactions and lists as plain files
${OPERATOR_USAGE}Jobs: ${JOBS.map((kind) => kind.name).join(', ')}
`;

const clock = (): Date => new Date();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const expected = error instanceof StartError || error instanceof ConfigError;
    process.stderr.write(`${expected ? error.message : (error as Error)?.stack}\n`);
    process.exit(1);
  },
);

/** The exit code. */
async function main(args: readonly string[]): Promise<number> {
  const [command, name, json] = args;
  if (command === 'export') return runCommand(exportLive, args.slice(1));
  const isKind = JOBS.some((job) => job.name === name);
  const payload = parsePayload(json);
  const isOperator = command === 'operator' && isOperatorCommand(args.slice(1));
  const known = command === undefined || command === 'migrate' || isOperator || (command === 'run' && isKind && payload !== null);
  if (!known) {
    process.stderr.write(USAGE);
    return 2;
  }
  const config = readConfig(process.env);
  const log = logOf(config);
  const store = await open(config, log);
  try {
    if (command === 'migrate') return migrated(store);
    if (isOperator) return await runOperator(store.database.db, { args: args.slice(1), url: urlOf(config), now: clock(), print });
    const kind = jobsOn(config).find((job) => job.name === name);
    if (kind !== undefined && payload !== null) return await runHere(kind, payload, { store, log });
    return await workUntilSignal(store, log, config);
  } finally {
    await store.close();
  }
}

function exportLive(task: Task): Promise<object> {
  return exportModel(task, {
    now: clock(),
    open: () => {
      const config = readConfig(process.env);
      return open(config, logOf(config));
    },
  });
}

function logOf({ logLevel }: Config): Logger {
  return pino({ level: logLevel, serializers: LOG_SERIALIZERS }, pino.destination(2));
}

function open({ databaseUrl, directory }: Config, log: Logger): Promise<Store> {
  return openStore({ databaseUrl, directory, log, now: clock(), connections: 6 });
}

function urlOf({ host, port }: Config): string {
  return `http://${['0.0.0.0', '::'].includes(host) ? 'localhost' : host}:${port}`;
}

function migrated(store: Store): number {
  for (const name of store.migrated) print(name);
  print(store.migrated.length === 0 ? 'The database was up to date.' : `${store.migrated.length} migrations ran.`);
  return 0;
}

async function workUntilSignal({ database, url }: Store, log: Logger, config: Config): Promise<number> {
  const jobs = await startJobs({ database, url, log, clock, jobs: jobsOn(config) });
  const { aws } = config;
  const telling = await startTelling({ settings: config.personalize, db: database.db, url, clock, log });
  const tracker = createTracker({ database, log, clock, destinations: () => [...topicsOf(aws), ...telling.destinations()] });
  const queues = await startQueues({ aws, db: database.db, url, tracker, clock, log });
  log.info('Working on the queue; Ctrl-C ends it.');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await queues.stop();
  await tracker.idle();
  await telling.stop();
  await jobs.stop();
  return 0;
}

async function runHere(kind: JobKind, payload: object, { store, log }: { store: Store; log: Logger }): Promise<number> {
  const { database, url } = store;
  // In hand before the commit that shows it to the workers, so that none of them takes it.
  const held = await database.db.transaction(async (db) => beginJob(db, await enqueue(db, kind.name, payload), `terminal:${process.pid}`));
  if (held === null) throw new Error('A run that was just made does not wait.');
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort('cancelled' satisfies Stop));
  const told: JobKind = {
    ...kind,
    run: (context) =>
      kind.run({
        ...context,
        progress(fraction, message, curve) {
          print(`${String(Math.round(fraction * 100)).padStart(3)} %  ${message}`);
          return context.progress(fraction, message, curve);
        },
      }),
  };
  await runHeld(told, { ...held, maxAttempts: 1 }, { database, url, log, clock, stopped });
  const job = await jobById(database.db, held.job.id);
  print(`${job?.state} ${job?.error ?? JSON.stringify(job?.result ?? null)}`);
  return job?.state === JobState.SUCCEEDED ? 0 : 1;
}

/** An empty payload where none is given, null where it is no JSON object. */
function parsePayload(json: string | undefined): object | null {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
