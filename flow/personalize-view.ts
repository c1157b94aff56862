import { PERSONALIZE_SCHEMAS } from '../core/personalize/avro';
import { callsTo, deletionCalls, type PlannedCall } from '../core/personalize/call-plan';
import { type Spent, spentOf } from '../core/personalize/cost';
import type { PersonalizeSettings } from '../core/personalize/settings';
import {
  DATASET_TYPES,
  type ExportedSnapshot,
  GONE,
  type PersonalizeCall,
  type PersonalizeResource,
  type PersonalizeSync,
  SyncState,
} from '../core/personalize/sync';
import { FIRST_BUDGET, FIRST_SETTINGS } from '../core/personalize/sync-settings';
import { WIRE } from '../core/personalize/wire';
import type { Db } from '../store/database';
import { installationOf } from '../store/installation';
import { personalizeSync } from '../store/personalize';
import { personalizeDeletions } from '../store/personalize-deletions';
import { lastCalls, personalizeResources } from '../store/personalize-resources';
import { tagsOf } from './personalize-sync';

/** A resource in the tree of its group. */
export interface ShownResource extends PersonalizeResource {
  /** Null: it stands by itself. */
  readonly parentId: number | null;
}

/** All that an operator sees of Personalize. Nothing is asked over there for it. */
export interface PersonalizeView {
  /** Names of variables without which nothing can be done; empty: it is set up. */
  readonly missing: readonly string[];
  /** The kill switch is on. */
  readonly isDisabled: boolean;
  readonly sync: PersonalizeSync;
  readonly resources: readonly ShownResource[];
  readonly plan: readonly PlannedCall[];
  readonly spent: Spent;
  readonly calls: readonly PersonalizeCall[];
}

const MOST_CALLS = 50;

/** Reads what is wanted and what is there, and plans what would be done next. */
export async function viewPersonalize(db: Db, settings: PersonalizeSettings | null, now: Date): Promise<PersonalizeView> {
  const sync = (await personalizeSync(db)) ?? nothingYet(now);
  const rows = await personalizeResources(db, sync.id);
  const { prefix = 'kinograph', roleArn = '', bucket = '' } = settings ?? {};
  const given = { prefix, roleArn, tags: tagsOf(await installationOf(db)), assumed: assumedIn(bucket, prefix) };
  return {
    missing: settings === null ? ['PERSONALIZE_ROLE_ARN', 'PERSONALIZE_BUCKET'] : [],
    isDisabled: settings?.disabled ?? false,
    sync,
    resources: rows.filter(({ status }) => status !== GONE).map((row) => ({ ...row, parentId: parentOf(row, rows) })),
    plan: [...deletionCalls(sync, rows, { ...given, bucket, deletions: await personalizeDeletions(db) }), ...callsTo(sync, rows, given)],
    spent: spentOf(rows, sync.budget, now),
    calls: await lastCalls(db, MOST_CALLS),
  };
}

function parentOf({ kind, desired }: PersonalizeResource, rows: readonly PersonalizeResource[]): number | null {
  const { parent } = WIRE[kind];
  return parent === null ? null : (rows.find(({ name }) => name === desired[parent.desired])?.id ?? null);
}

/** What an export will hold; only its content is not known. */
function assumedIn(bucket: string, prefix: string): ExportedSnapshot {
  const snapshot = 'the next export';
  const datasets = DATASET_TYPES.map((type) => ({
    ...{ type, rows: 1, schema: JSON.stringify(PERSONALIZE_SCHEMAS[type]) },
    location: `s3://${bucket}/${prefix}/<${snapshot}>/${type.toLowerCase()}/`,
  }));
  return { snapshot, datasets };
}

function nothingYet(updatedAt: Date): PersonalizeSync {
  const never = { lastError: null, snapshot: null, exportedAt: null, lastSyncAt: null, nextAt: null };
  return {
    id: 1,
    enabled: false,
    settings: FIRST_SETTINGS,
    budget: FIRST_BUDGET,
    state: SyncState.OFF,
    generation: 1,
    version: 1,
    updatedAt,
    ...never,
  };
}
