import { createHash } from 'node:crypto';
import { FIXED_FILTERS } from './filters';
import { CAMPAIGN_ROLES, type CampaignRole, type ExportedSnapshot, type ResourceKind } from './sync';
import type { SyncSettings } from './sync-settings';

/** One thing that shall be there. Others are named by name in `desired`, so that its own name changes when one that it stands on does. */
export interface PlannedResource {
  readonly kind: ResourceKind;
  readonly logicalKey: string;
  readonly name: string;
  readonly desired: Readonly<Record<string, unknown>>;
  readonly desiredHash: string;
  /** Names of what must be active before; every one of them stands earlier in the plan. */
  readonly needs: readonly string[];
}

/** What a plan follows from. */
export interface Wanted {
  readonly settings: SyncSettings;
  readonly snapshot: ExportedSnapshot;
  readonly prefix: string;
  readonly roleArn: string;
  readonly generation: number;
}

const WORD: Readonly<Record<ResourceKind, string>> = {
  DATASET_GROUP: 'group',
  SCHEMA: 'schema',
  DATASET: 'dataset',
  IMPORT_JOB: 'import',
  EVENT_TRACKER: 'tracker',
  SOLUTION: 'solution',
  SOLUTION_VERSION: 'version',
  FILTER: 'filter',
  CAMPAIGN: 'campaign',
  DELETION_JOB: 'deletion',
};
/** 63 letters less the longest word, two hyphens, ten digits of a hash and the number of an attempt. */
const LONGEST_PREFIX = 40;
const HASH_DIGITS = 10;

/**
 * Everything that shall be there, in an order in which it can be made. The same wish gives the same names: `<prefix>-<word>-<ten digits of the
 * SHA-256 of what is wanted>`. A new export gives new imports and versions of the same solutions, behind the same campaigns; a new schema
 * gives a whole new group, because a dataset cannot have two. An empty dataset is left out, and with it what it alone was for.
 */
export function planOf({ settings, snapshot, prefix, roleArn, generation }: Wanted): readonly PlannedResource[] {
  const plan: PlannedResource[] = [];
  function add(kind: ResourceKind, logicalKey: string, desired: Readonly<Record<string, unknown>>, needs: readonly string[]): string {
    const desiredHash = hashOf({ kind, logicalKey, desired, generation });
    const name = nameOf(prefix, kind, desiredHash);
    plan.push({ kind, logicalKey, name, desired, desiredHash, needs });
    return name;
  }

  const filled = snapshot.datasets.filter(({ rows }) => rows > 0);
  const schemas = hashOf(filled.map(({ type, schema }) => [type, schema]));
  const group = add('DATASET_GROUP', 'group', { schemas }, []);
  const datasets = new Map(
    filled.map(({ type, schema }) => {
      const schemaName = add('SCHEMA', type, { schema }, []);
      return [type, add('DATASET', type, { datasetGroup: group, schema: schemaName, datasetType: type }, [group, schemaName])];
    }),
  );
  const imports = filled.map(({ type, location }) => {
    const dataset = datasets.get(type) ?? '';
    return add('IMPORT_JOB', type, { dataset, dataLocation: location, roleArn, snapshot: snapshot.snapshot }, [dataset]);
  });
  if (settings.eventTracker) add('EVENT_TRACKER', 'events', { datasetGroup: group }, [...datasets.values()]);
  const roles = CAMPAIGN_ROLES.flatMap((role): [CampaignRole, string][] => {
    const recipe = settings.recipes[role];
    return recipe === undefined ? [] : [[role, recipe]];
  });
  const solutions = roles.map(([role, recipe]) => {
    const solution = add('SOLUTION', role, { datasetGroup: group, recipe }, [...imports]);
    return { role, solution };
  });
  const versions = solutions.map(({ role, solution }) => ({
    ...{ role, solution },
    version: add('SOLUTION_VERSION', role, { solution, snapshot: snapshot.snapshot }, [solution, ...imports]),
  }));
  if (settings.filters && filled.some(({ type }) => type === 'ITEMS'))
    for (const { key, expression } of FIXED_FILTERS)
      add('FILTER', key, { datasetGroup: group, expression }, [...datasets.values(), ...imports]);
  for (const { role, solution, version } of versions) add('CAMPAIGN', role, { solution }, [version]);
  return plan;
}

/** The name of something that is wanted. */
export function nameOf(prefix: string, kind: ResourceKind, desiredHash: string): string {
  return `${letters(prefix)}-${WORD[kind]}-${desiredHash.slice(0, HASH_DIGITS)}`;
}

/** The name of another try at something whose name is used up. */
export function nameOfAttempt(name: string, attempts: number): string {
  return attempts === 0 ? name : `${name}-${attempts + 1}`;
}

function letters(prefix: string): string {
  const kept = prefix.replaceAll(/[^A-Za-z0-9_-]+/g, '-').replace(/^[-_]+/, '');
  return kept.slice(0, LONGEST_PREFIX) || 'kinograph';
}

/** SHA-256 of what is wanted, in hex. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
