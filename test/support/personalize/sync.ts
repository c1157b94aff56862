import { PERSONALIZE_SCHEMAS } from '../../../core/personalize/avro';
import { DATASET_TYPES, type PersonalizeResource, type SyncState } from '../../../core/personalize/sync';
import { FIRST_BUDGET, FIRST_SETTINGS, type SyncBudget, type SyncSettings } from '../../../core/personalize/sync-settings';
import { type ControlPlane, controlPlane } from '../../../engine/personalize/control';
import { savePersonalize, startPersonalize } from '../../../flow/personalize';
import { type Syncing, syncPersonalize } from '../../../flow/personalize-sync';
import type { JudgedExport, SyncOutcome } from '../../../flow/personalize-work';
import type { Db } from '../../../store/database';
import { personalizeSync } from '../../../store/personalize';
import { personalizeResources } from '../../../store/personalize-resources';
import { type ControlServer, startControlServer } from './control';
import type { StateOptions } from './control-state';

/** An export without its files. */
export function aSnapshot(snapshot: string, rows = 2_000): JudgedExport {
  const datasets = DATASET_TYPES.map((type) => ({
    ...{ type, rows, schema: JSON.stringify(PERSONALIZE_SCHEMAS[type]) },
    location: `s3://bucket/kinograph/${snapshot}/${type.toLowerCase()}/`,
  }));
  return { snapshot, datasets, preflight: { passed: true, checks: [] } };
}

/** A sync of a test's own with a stand-in and a clock that moves when the test says so. */
export interface SyncHouse {
  readonly server: ControlServer;
  readonly control: ControlPlane;
  /** What lies in the bucket. */
  readonly files: Map<string, string>;
  readonly bucket: Syncing['files'];
  readonly now: () => Date;
  move(seconds: number): void;
  snapshot(name: string): void;
  /** One run. */
  run(given?: Partial<Syncing>): Promise<SyncOutcome>;
  /** Runs, a minute apart, until it is so; throws after two hundred runs. */
  runUntil(state: SyncState, given?: () => Partial<Syncing>): Promise<SyncOutcome>;
  rows(): Promise<readonly PersonalizeResource[]>;
  start(given?: { settings?: Partial<SyncSettings>; budget?: Partial<SyncBudget>; retrain?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

/** Opens one on a database whose tables of the sync are emptied. */
export async function aSyncHouse(
  db: Db,
  { from = new Date('2026-03-10T08:00:00Z'), ...options }: Partial<StateOptions> & { readonly from?: Date } = {},
): Promise<SyncHouse> {
  await db.query('truncate personalize_syncs, personalize_resources, personalize_calls, personalize_deletions');
  let at = from.getTime();
  let name = 'one';
  const now = (): Date => new Date(at);
  const server = await startControlServer({ clock: now, ...options });
  const control = controlPlane(server.options);
  const files = new Map<string, string>();
  const bucket: Syncing['files'] = {
    async put({ key }, body) {
      const isNew = !files.has(key);
      if (isNew) files.set(key, String(body));
      return isNew;
    },
    remove: async ({ key }) => void files.delete(key),
  };
  const run = (given: Partial<Syncing> = {}): Promise<SyncOutcome> =>
    syncPersonalize(db, {
      settings: { roleArn: 'arn:aws:iam::123456789012:role/kinograph', bucket: 'bucket', prefix: 'kinograph', disabled: false },
      files: bucket,
      ...{ control, clock: now, random: () => 0.5, signal: new AbortController().signal, progress: () => undefined },
      exportNow: async () => aSnapshot(name),
      ...given,
    });
  return {
    ...{ server, control, files, bucket, now, run },
    move: (seconds) => {
      at += seconds * 1000;
    },
    snapshot: (next) => {
      name = next;
    },
    async runUntil(state, given = () => ({})) {
      for (let runs = 0; runs < 200; runs += 1) {
        const outcome = await run(given());
        if (outcome.state === state) return outcome;
        at += 60_000;
      }
      throw new Error(`It did not come to ${state}: ${JSON.stringify(await personalizeSync(db))}`);
    },
    rows: () => personalizeResources(db, 1),
    async start({ settings, budget, retrain = false } = {}) {
      const version = (await personalizeSync(db))?.version ?? 1;
      if (settings || budget)
        await savePersonalize(db, 'system', {
          version,
          settings: { ...FIRST_SETTINGS, ...settings },
          budget: { ...FIRST_BUDGET, ...budget },
        });
      await startPersonalize(db, 'system', { retrain });
    },
    async stop() {
      control.close();
      await server.stop();
    },
  };
}

/** A control plane that dies right before and right after each call the first times that it is made. */
export function deadly(control: ControlPlane): { readonly given: () => Partial<Syncing>; readonly deaths: () => number } {
  const seen = new Map<string, number>();
  let deaths = 0;
  const given = (): Partial<Syncing> => {
    const killed = new AbortController();
    const die = (): never => {
      deaths += 1;
      killed.abort(new Error('killed'));
      throw new Error('killed');
    };
    return {
      signal: killed.signal,
      control: {
        ...control,
        async call(operation, input) {
          const key = `${operation} ${JSON.stringify(input)}`;
          const times = seen.get(key) ?? 0;
          seen.set(key, times + 1);
          if (times === 0) die();
          const answer = await control.call(operation, input);
          return times === 1 ? die() : answer;
        },
      },
    };
  };
  return { given, deaths: () => deaths };
}
