import type { PersonalizeResource, ResourceKind } from './sync';

/** How the control plane of Amazon Personalize calls a kind of resource (API version 2018-05-22). */
export interface WireKind {
  /** In names of operations: `Create<word>`, `Describe<word>`, `Delete<word>`, `List<word>s`. */
  readonly word: string;
  /** In answers: `{ <noun>: {...} }`, `<noun>Arn`. */
  readonly noun: string;
  /** The list in the answer of `List<word>s`. */
  readonly list: string;
  /** The argument of `List<word>s` that narrows it, and which field of what is wanted names that parent. */
  readonly parent: { readonly argument: string; readonly desired: string } | null;
  readonly nameField: 'name' | 'jobName';
  /** Imports and versions are never removed by themselves. */
  readonly canBeRemoved: boolean;
  readonly hasTags: boolean;
}

const kind = (word: string, rest: Partial<WireKind> = {}): WireKind => {
  const noun = `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return { ...{ word, noun, list: `${noun}s`, parent: null, nameField: 'name', canBeRemoved: true, hasTags: true }, ...rest };
};
const inGroup = { argument: 'datasetGroupArn', desired: 'datasetGroup' };
const inSolution = { argument: 'solutionArn', desired: 'solution' };

export const WIRE: Readonly<Record<ResourceKind, WireKind>> = {
  DATASET_GROUP: kind('DatasetGroup'),
  SCHEMA: kind('Schema', { hasTags: false }),
  DATASET: kind('Dataset', { parent: inGroup }),
  IMPORT_JOB: kind('DatasetImportJob', {
    ...{ parent: { argument: 'datasetArn', desired: 'dataset' }, nameField: 'jobName', canBeRemoved: false },
  }),
  EVENT_TRACKER: kind('EventTracker', { parent: inGroup }),
  SOLUTION: kind('Solution', { parent: inGroup }),
  SOLUTION_VERSION: kind('SolutionVersion', { parent: inSolution, canBeRemoved: false }),
  FILTER: kind('Filter', { parent: inGroup, list: 'Filters' }),
  CAMPAIGN: kind('Campaign', { parent: inSolution }),
  DELETION_JOB: kind('DataDeletionJob', { parent: inGroup, nameField: 'jobName', canBeRemoved: false }),
};

/** What the wire is told besides what is wanted. */
export interface Making {
  /** The ARN of something of ours by its name. */
  readonly arnOf: (name: unknown) => string;
  readonly tags: readonly { readonly tagKey: string; readonly tagValue: string }[];
}

/** The version that a campaign is to serve stands beside what it is, because it changes with every training. */
export type Made = Pick<PersonalizeResource, 'kind' | 'name' | 'desired'> & { readonly versionName?: string };

/**
 * The input of the call that makes it. Automatic training is always off (it is on where nothing is said, and is paid for each week), a campaign
 * holds the least capacity, and nothing searches for hyperparameters.
 */
export function createInput({ kind, name, desired, versionName }: Made, { arnOf, tags }: Making): Readonly<Record<string, unknown>> {
  const tagged = WIRE[kind].hasTags ? { tags } : {};
  switch (kind) {
    case 'DATASET_GROUP':
      return { name, ...tagged };
    case 'SCHEMA':
      return { name, schema: desired.schema };
    case 'DATASET':
      return {
        ...{ name, datasetGroupArn: arnOf(desired.datasetGroup), schemaArn: arnOf(desired.schema), datasetType: desired.datasetType },
        ...tagged,
      };
    case 'IMPORT_JOB':
      return {
        ...{ jobName: name, datasetArn: arnOf(desired.dataset), dataSource: { dataLocation: desired.dataLocation } },
        ...{ roleArn: desired.roleArn, importMode: 'FULL', ...tagged },
      };
    case 'EVENT_TRACKER':
      return { name, datasetGroupArn: arnOf(desired.datasetGroup), ...tagged };
    case 'SOLUTION':
      return {
        ...{ name, datasetGroupArn: arnOf(desired.datasetGroup), recipeArn: recipeArn(desired.recipe) },
        ...{ performAutoTraining: false, performAutoML: false, performHPO: false, ...tagged },
      };
    case 'SOLUTION_VERSION':
      return { name, solutionArn: arnOf(desired.solution), trainingMode: 'FULL', ...tagged };
    case 'FILTER':
      return { name, datasetGroupArn: arnOf(desired.datasetGroup), filterExpression: desired.expression, ...tagged };
    case 'CAMPAIGN':
      return { name, solutionVersionArn: arnOf(versionName), minProvisionedTPS: 1, ...tagged };
    case 'DELETION_JOB':
      return {
        ...{ jobName: name, datasetGroupArn: arnOf(desired.datasetGroup), dataSource: { dataLocation: desired.dataLocation } },
        ...{ roleArn: desired.roleArn, ...tagged },
      };
  }
}

function recipeArn(recipe: unknown): string {
  return `arn:aws:personalize:::recipe/${String(recipe)}`;
}

type Json = Readonly<Record<string, unknown>>;

/** A resource as a Describe call tells it. */
export interface SeenResource {
  readonly name: string | null;
  readonly status: string;
  readonly failureReason: string | null;
  readonly createdAt: Date | null;
  readonly told: Json;
}

/** A deletion job has words of its own for what all others go through. */
const DELETION_WORDS: Readonly<Record<string, string>> = {
  PENDING: 'CREATE PENDING',
  IN_PROGRESS: 'CREATE IN_PROGRESS',
  COMPLETED: 'ACTIVE',
  FAILED: 'CREATE FAILED',
};

/** Reads the answer of `Describe<word>`. A schema has no status: it is there at once; statuses are also printed with an underscore. */
export function seenIn(kind: ResourceKind, answer: Json): SeenResource {
  const { noun, nameField } = WIRE[kind];
  const words: Readonly<Record<string, string>> = kind === 'DELETION_JOB' ? DELETION_WORDS : {};
  const told = (answer[noun] ?? {}) as Json;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const status = text(told.status) ?? (kind === 'SCHEMA' ? 'ACTIVE' : 'UNKNOWN');
  return {
    name: text(told[nameField]),
    status: words[status] ?? status.replace(/^(CREATE|DELETE)_/, '$1 '),
    failureReason: text(told.failureReason),
    createdAt: told.creationDateTime instanceof Date ? told.creationDateTime : null,
    told,
  };
}

/** Fields that must be as we would make them before something that was there already counts as ours to use. */
const COMPARED = ['datasetGroupArn', 'schemaArn', 'datasetArn', 'recipeArn', 'filterExpression', 'solutionArn', 'schema', 'datasetType'];

/** In which field something that is there differs from what we would make; null: in none. */
export function differenceOf(input: Json, { told }: SeenResource): string | null {
  for (const field of COMPARED) {
    if (input[field] === undefined || told[field] === undefined) continue;
    const [wanted, found] = [String(input[field]), String(told[field])];
    const isSame = field === 'datasetType' ? wanted.toUpperCase() === found.toUpperCase() : wanted === found;
    if (!isSame) return `its ${field} is ${found.slice(0, 200)}`;
  }
  const location = (source: unknown): unknown => (source as { dataLocation?: unknown } | undefined)?.dataLocation;
  if (input.dataSource !== undefined && location(told.dataSource) !== location(input.dataSource)) return 'its data lies elsewhere';
  if (input.performAutoTraining === false && told.performAutoTraining === true) return 'it trains by itself every week';
  return null;
}
