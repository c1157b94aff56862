import type { Logger } from 'pino';
import type { Config } from '../core/config';
import { JobState } from '../core/job';
import { EngineName } from '../core/recommendation';
import { loadDemo } from '../demo/load';
import { s3On } from '../engine/aws/s3';
import { createBlender } from '../flow/blend-list';
import { createDemoPeople } from '../flow/demo-people';
import { createInspector } from '../flow/inspect';
import { createModelMaps } from '../flow/model-map';
import { openPersonalize } from '../flow/personalize-engine';
import { destinationsOf } from '../flow/personalize-targets';
import { createRecommender, type RankedAnswer } from '../flow/recommend';
import { createLive } from '../flow/refresh';
import type { SceneAnswer } from '../flow/scene-recommendations';
import { createThemeShelf } from '../flow/theme-book';
import { createTitleCounts } from '../flow/title-count';
import { createTitleLists } from '../flow/title-list';
import { createTracker } from '../flow/track';
import { copyToUpload } from '../flow/upload-copy';
import { jobsOn, schedulesOn } from '../jobs/list';
import { startQueues, topicsOf } from '../jobs/queues';
import { startJobs } from '../jobs/runner';
import { startTelling } from '../jobs/tell-personalize';
import { trainNow } from '../jobs/train';
import type { Database, Db } from '../store/database';
import { readJobQueue } from '../store/job-queue';
import { countJobs, jobById } from '../store/jobs';
import { liveModel } from '../store/models';
import { listen } from '../store/notices';
import { openStore } from '../store/open';
import { openSecrets } from '../store/secrets';
import { createServedWriter } from '../store/served';
import { createGate } from './auth/gate';
import { createThrottle } from './auth/throttle';
import { createTokens } from './auth/tokens';
import { createBlendWatch } from './blend-watch';
import { createClosing } from './closing';
import type { House } from './context';
import { createDashboard } from './dashboard';
import { createDownloads } from './downloads';
import { type Front, openFront } from './front';
import { createJobProgress } from './job-progress';
import { createJobWatch } from './job-watch';
import { listeningOf } from './listening';
import { counting, createMetrics } from './metrics';
import { createNamedPeople, type NamedPeople } from './named-people';
import { requirePort } from './port';
import { watchQueues } from './queue-metrics';
import { startReporter } from './reporter';
import { createSavedFilters } from './saved-filters';
import { buildKinographSchema } from './schema';
import { sealingKey } from './sealing-key';
import { createShopKeys } from './shop-keys';

interface Parts {
  readonly config: Config;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Told in a short sentence what the start is doing. */
  readonly report?: (step: string) => void;
  /** Ends the start between two steps; once the server runs, `stop` does. */
  readonly signal?: AbortSignal;
}

/** A running server. */
export interface App {
  readonly url: string;
  readonly house: House;
  /** Stops everything it started, the database last; may be called again. */
  stop(): Promise<void>;
}

/** Ten tries to sign in, per e-mail and per address, in a quarter of an hour. */
const SIGN_INS = 10;
const SIGN_IN_SECONDS = 900;
/** Each session makes a user: of so many requests that an address may send, one may begin a session. */
const REQUESTS_A_SESSION = 50;

/** Composes the server from its parts. Throws what opening the store or the port throws, or `signal` says, after stopping what had started. */
export async function createApp(parts: Parts): Promise<App> {
  const closing = createClosing(parts.log);
  try {
    return { ...(await open(parts, closing.add)), stop: closing.stop };
  } catch (error) {
    await closing.stop();
    throw error;
  }
}

async function open(
  { config, clock, log, report = () => undefined, signal }: Parts,
  started: (name: string, stop: () => Promise<void> | void) => void,
) {
  const { databaseUrl, directory } = config;
  await requirePort(config);
  report(databaseUrl === null ? `Starting PostgreSQL in ${directory}` : 'Connecting to PostgreSQL');
  const secrets = openSecrets(config);
  const store = await openStore({ databaseUrl, directory, log, now: clock() });
  started('database', store.close);
  const { database, url } = store;
  const { db } = database;
  if (store.migrated.length > 0) report(`Migrated the database: ${store.migrated.length} steps`);
  signal?.throwIfAborted();
  if (config.demo) await prepareDemo(store.database, { clock, report, signal });

  const metrics = createMetrics();
  started('metrics', metrics.stop);
  const served = createServedWriter({ database, log });
  started('served', served.stop);
  const personalize = openPersonalize({ settings: config.personalize, db, clock, log });
  const recommender = createRecommender({ database, log, clock, served, ...(personalize && { remote: personalize.remote }) });
  const destinations = () => [...topicsOf(config.aws), ...(personalize ? destinationsOf(personalize.targets) : [])];
  const tracker = counting(createTracker({ database, log, clock, destinations }), metrics);
  const live = createLive<RankedAnswer>({ log });
  const liveScenes = createLive<SceneAnswer & { readonly id: string }>({ log });
  const tokens = createTokens({ config, secret: secrets.session, clock });
  const named = createNamedPeople(db);
  const gate = createGate({ db, tokens, clock, log, userIdOf: (source, value) => userIdOf(named, source, value) });
  started('gate', gate.stop);
  const signIns = createThrottle(SIGN_INS, SIGN_IN_SECONDS);
  const sessions = createThrottle(Math.ceil(config.requestsPerMinute / REQUESTS_A_SESSION), 60);
  const jobProgress = createJobProgress((id) => jobById(db, id));
  const jobWatch = createJobWatch(() => readJobQueue(db));
  const lists = createTitleLists(recommender);
  const demoPeople = createDemoPeople(db);
  const downloads = createDownloads({ secret: secrets.session, clock });
  const dashboard = createDashboard({ db, clock, log });
  started('dashboard', () => {
    dashboard.liveMetrics.stop();
    dashboard.eventStream.stop();
  });
  const blender = createBlender(db, recommender);
  const s3 = s3On(config);
  started('s3', s3.close);
  const house: House = {
    config,
    clock,
    log,
    database,
    tracker,
    destinations,
    recommender,
    inspector: createInspector(recommender),
    blender,
    blendWatch: createBlendWatch((id) => blender.blend(id)),
    lists,
    titleCounts: createTitleCounts(db),
    live,
    liveScenes,
    themes: createThemeShelf(db),
    ...dashboard,
    jobProgress,
    jobWatch,
    modelMaps: createModelMaps(db),
    schedules: schedulesOn(jobsOn(config)),
    tokens,
    signIns,
    sessions,
    demoPeople,
    downloads,
    fromS3: (asked) => copyToUpload(db, { s3, ...asked }),
    shopKeys: createShopKeys(secrets.session),
    sealingKey: sealingKey(secrets.session),
    savedFilters: createSavedFilters(db),
    named,
  };

  let front: Front | null = null;
  const leaving = new AbortController();
  const listening = listeningOf(house, { gate, sockets: () => front?.sockets ?? null, leaving: leaving.signal });
  // LISTEN first, then read: a change in between is a notice, never lost.
  const ear = await listen(url, listening);
  started('notices', () => {
    leaving.abort();
    return ear.stop();
  });
  await recommender.start();
  started('recommender', recommender.stop);
  started('tracker', tracker.idle);
  if (config.jobs) started('jobs', (await startJobs({ jobs: jobsOn(config), url, database, log, clock })).stop);
  const queues = config.jobs ? await startQueues({ aws: config.aws, db, url, tracker, clock, log }) : null;
  if (queues !== null) started('queues', queues.stop);
  if (config.jobs) started('telling Personalize', (await startTelling({ settings: config.personalize, db, url, clock, log })).stop);

  metrics.watch('kinograph_subscriptions', 'Live lists that clients watch.', () => live.subscribers + liveScenes.subscribers);
  metrics.watch('kinograph_refreshes', 'Live lists computed again since the start.', () => live.refreshes + liveScenes.refreshes);
  metrics.watchBy('kinograph_jobs', { help: 'Background jobs by state.', label: 'state' }, () => jobsByState(db));
  watchQueues(metrics, { db, clock, counts: queues?.counts ?? null });
  const ready = {
    database: async () => (await db.query('select 1')).length === 1,
    notices: () => ear.connected,
    // A catalogue without a model still answers; a model that is live but not here does not.
    model: async () => recommender.local.state().modelId !== null || (await liveModel(db, EngineName.LOCAL)) === null,
  };
  front = await openFront({ house, schema: buildKinographSchema(), gate, metrics, addressSecret: secrets.address, parts: ready });
  started('front', front.stop);
  const { sockets } = front;
  const reporter = startReporter({
    ...{ db, clock, log, tallies: metrics.tallies, directory: store.embedded ? directory : null },
    sockets: () => sockets.count,
    subscriptions: () => live.subscribers + liveScenes.subscribers,
  });
  started('reporter', reporter.stop);
  return { url: front.url, house };
}

/** A catalogue to look at and a model that serves it; the second start finds both and changes nothing. */
async function prepareDemo(
  database: Database,
  { clock, report, signal }: { clock: () => Date; report: (step: string) => void; signal: AbortSignal | undefined },
): Promise<void> {
  await loadDemo(database, { clock, progress: (what) => report(`Loading the demo: ${what}`), signal });
  if ((await liveModel(database.db, EngineName.LOCAL)) !== null) return;
  report('Training a model on the demo');
  await trainNow({ database, clock, signal });
}

async function userIdOf(named: NamedPeople, source: string, value: string): Promise<number> {
  const id = await named.idOf({ source, value }, { create: true });
  if (id !== null) return id;
  throw new Error('A user that was just made is not there.');
}

async function jobsByState(db: Db): Promise<ReadonlyMap<string, number>> {
  return new Map(await Promise.all(Object.values(JobState).map(async (state) => [state, await countJobs(db, { state })] as const)));
}
