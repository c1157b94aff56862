import { randomBytes } from 'node:crypto';
import { RESOURCE_KINDS, type ResourceKind } from '../../../core/personalize/sync';
import { WIRE, type WireKind } from '../../../core/personalize/wire';

type Json = Record<string, unknown>;

/** One resource as the stand-in keeps it; times in milliseconds. */
export interface StoodIn {
  readonly kind: ResourceKind;
  readonly arn: string;
  readonly fields: Json;
  readonly createdAt: number;
  failure: string | null;
  deletedAt: number | null;
  update: { readonly solutionVersionArn: string; readonly at: number } | null;
}

export interface StateOptions {
  readonly clock: () => Date;
  /** How long something is CREATE PENDING or IN_PROGRESS; of a training as well. */
  readonly seconds?: number;
  /** How many a page of a list has at most. */
  readonly page?: number;
  readonly limits?: Partial<Record<ResourceKind, number>>;
}

export interface ControlState {
  readonly resources: StoodIn[];
  /** Makes something as another would. */
  make(kind: ResourceKind, fields: Json): StoodIn;
  statusOf(each: StoodIn): string;
  /** Does what an operation asks; throws a Refusal. */
  perform(operation: string, input: Json): Json;
}

const ACCOUNT = 'arn:aws:personalize:eu-central-1:123456789012';
const REFERENCES: Json = {
  ...{ datasetGroupArn: 'DATASET_GROUP', schemaArn: 'SCHEMA', datasetArn: 'DATASET', solutionArn: 'SOLUTION' },
  solutionVersionArn: 'SOLUTION_VERSION',
};
const JOB_WORDS: Readonly<Record<string, string>> = { 'import-job': 'dataset-import-job', 'deletion-job': 'data-deletion-job' };
/** Whoever has one of these still cannot be removed. */
const HOLDERS: Partial<Record<ResourceKind, readonly [ResourceKind, string][]>> = {
  DATASET_GROUP: [
    ['DATASET', 'datasetGroupArn'],
    ['SOLUTION', 'datasetGroupArn'],
    ['FILTER', 'datasetGroupArn'],
    ['EVENT_TRACKER', 'datasetGroupArn'],
  ],
  SCHEMA: [['DATASET', 'schemaArn']],
  SOLUTION: [['CAMPAIGN', 'solutionArn']],
};

/** A documented error. */
export class Refusal extends Error {
  constructor(
    name: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = name;
  }
}

/** What Personalize documents of orders, names, limits and statuses; every input is checked by it. */
export function createControlState({ clock, seconds = 30, page = 2, limits = {} }: StateOptions): ControlState {
  const resources: StoodIn[] = [];
  const age = (since: number): number => (clock().getTime() - since) / 1000;
  const there = (): StoodIn[] => resources.filter(({ deletedAt }) => deletedAt === null || age(deletedAt) < seconds);
  const statusOf = (each: StoodIn): string => {
    if (each.deletedAt !== null) return 'DELETE IN_PROGRESS';
    if (each.kind === 'SCHEMA') return 'ACTIVE';
    const passed = age(each.createdAt);
    if (each.kind === 'DELETION_JOB') {
      if (passed < seconds) return passed < seconds / 2 ? 'PENDING' : 'IN_PROGRESS';
      return each.failure === null ? 'COMPLETED' : 'FAILED';
    }
    if (passed < seconds / 2) return 'CREATE PENDING';
    if (passed < seconds) return 'CREATE IN_PROGRESS';
    return each.failure === null ? 'ACTIVE' : 'CREATE FAILED';
  };
  const byArn = (kind: ResourceKind, arn: unknown): StoodIn => {
    const found = there().find((each) => each.kind === kind && each.arn === arn);
    if (found) return found;
    throw new Refusal('ResourceNotFoundException', `Resource not found for the given ARN ${String(arn)}.`);
  };

  function make(kind: ResourceKind, fields: Json): StoodIn {
    const name = String(fields.name ?? fields.jobName ?? '');
    const word = kind.toLowerCase().replaceAll('_', '-');
    const arn =
      kind === 'SOLUTION_VERSION'
        ? `${String(fields.solutionArn)}/${randomBytes(4).toString('hex')}`
        : `${ACCOUNT}:${JOB_WORDS[word] ?? word}/${name}`;
    const made: StoodIn = { kind, arn, fields, createdAt: clock().getTime(), failure: null, deletedAt: null, update: null };
    resources.push(made);
    return made;
  }

  function create(kind: ResourceKind, input: Json): Json {
    const { noun, nameField } = WIRE[kind];
    const name = input[nameField];
    if (kind !== 'SOLUTION_VERSION' || name !== undefined)
      if (typeof name !== 'string' || !/^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,62}$/.test(name))
        throw new Refusal('InvalidInputException', `The name ${String(name)} does not fit.`);
    for (const [field, of] of Object.entries(REFERENCES))
      if (input[field] !== undefined && statusOf(byArn(of as ResourceKind, input[field])) !== 'ACTIVE')
        throw new Refusal('InvalidInputException', `${field} is not ACTIVE.`);
    const scope = kind === 'SOLUTION_VERSION' ? input.solutionArn : undefined;
    if (
      there().some(
        (each) => each.kind === kind && each.fields[nameField] === name && (scope === undefined || each.fields.solutionArn === scope),
      )
    )
      throw new Refusal('ResourceAlreadyExistsException', `Another resource with Arn ${String(name)} already exists.`);
    const group = input.datasetGroupArn;
    if (kind === 'EVENT_TRACKER' && there().some((each) => each.kind === kind && each.fields.datasetGroupArn === group))
      throw new Refusal('ResourceAlreadyExistsException', 'The dataset group has an event tracker.');
    if (kind === 'SOLUTION' && input.performAutoTraining !== false) throw new Refusal('InvalidInputException', 'It would train by itself.');
    const most = limits[kind];
    if (most !== undefined && there().filter((each) => each.kind === kind).length >= most)
      throw new Refusal('LimitExceededException', `Maximum number of ${noun}s is ${most}.`);
    const extra: Json = {
      ...(kind === 'CAMPAIGN' && { solutionArn: String(input.solutionVersionArn).split('/').slice(0, 2).join('/') }),
      ...(kind === 'EVENT_TRACKER' && { trackingId: randomBytes(8).toString('hex') }),
    };
    const made = make(kind, { ...input, ...extra });
    return { [`${noun}Arn`]: made.arn, ...(kind === 'EVENT_TRACKER' && extra) };
  }

  function described(each: StoodIn): Json {
    const { noun } = WIRE[each.kind];
    const { tags: _tags, ...fields } = each.fields;
    const status = statusOf(each);
    const update = each.update && {
      solutionVersionArn: each.update.solutionVersionArn,
      status: age(each.update.at) < seconds ? 'CREATE IN_PROGRESS' : 'ACTIVE',
    };
    return {
      ...fields,
      ...{ [`${noun}Arn`]: each.arn, creationDateTime: each.createdAt / 1000, lastUpdatedDateTime: each.createdAt / 1000 },
      ...(each.kind !== 'SCHEMA' && { status }),
      ...((status === 'CREATE FAILED' || status === 'FAILED') && { failureReason: each.failure }),
      ...(each.kind === 'SOLUTION_VERSION' && status === 'ACTIVE' && { trainingHours: 2 }),
      ...(update && { latestCampaignUpdate: update, ...(update.status === 'ACTIVE' && { solutionVersionArn: update.solutionVersionArn }) }),
    };
  }

  function list(kind: ResourceKind, wire: WireKind, input: Json): Json {
    const parent = wire.parent?.argument;
    const all = there().filter(
      (each) => each.kind === kind && (!parent || input[parent] === undefined || each.fields[parent] === input[parent]),
    );
    const from = input.nextToken === undefined ? 0 : Number(Buffer.from(String(input.nextToken), 'base64').toString());
    const summaries = all.slice(from, from + page).map((each) => {
      const { schema: _schema, name, ...told } = described(each);
      // A summary of a version has no name.
      return kind === 'SOLUTION_VERSION' ? told : { ...told, ...(name !== undefined && { name }) };
    });
    const more = from + page < all.length;
    return { [wire.list]: summaries, ...(more && { nextToken: Buffer.from(String(from + page)).toString('base64') }) };
  }

  function remove(kind: ResourceKind, arn: unknown): Json {
    const each = byArn(kind, arn);
    const isHeld = (HOLDERS[kind] ?? []).some(([holder, field]) =>
      there().some((other) => other.kind === holder && other.fields[field] === arn),
    );
    const isBusy =
      !['ACTIVE', 'CREATE FAILED'].includes(statusOf(each)) ||
      (kind === 'SOLUTION' &&
        there().some(
          (other) =>
            other.kind === 'SOLUTION_VERSION' && other.fields.solutionArn === arn && !['ACTIVE', 'CREATE FAILED'].includes(statusOf(other)),
        ));
    if (isHeld || isBusy) throw new Refusal('ResourceInUseException', `${String(arn)} is in use.`);
    each.deletedAt = kind === 'SCHEMA' ? 0 : clock().getTime();
    if (kind === 'SOLUTION') for (const other of resources) if (other.fields.solutionArn === arn) other.deletedAt = 0;
    if (kind === 'DATASET') for (const other of resources) if (other.fields.datasetArn === arn) other.deletedAt = 0;
    return {};
  }

  function perform(operation: string, input: Json): Json {
    if (operation === 'ListTagsForResource') return { tags: there().find(({ arn }) => arn === input.resourceArn)?.fields.tags ?? [] };
    if (operation === 'GetSolutionMetrics') {
      byArn('SOLUTION_VERSION', input.solutionVersionArn);
      return {
        solutionVersionArn: input.solutionVersionArn,
        metrics: { normalized_discounted_cumulative_gain_at_10: 0.31, coverage: 0.5 },
      };
    }
    if (operation === 'UpdateCampaign') {
      const campaign = byArn('CAMPAIGN', input.campaignArn);
      if (campaign.update && age(campaign.update.at) < seconds)
        throw new Refusal('ResourceInUseException', 'The campaign is being updated.');
      byArn('SOLUTION_VERSION', input.solutionVersionArn);
      campaign.update = { solutionVersionArn: String(input.solutionVersionArn), at: clock().getTime() };
      return { campaignArn: campaign.arn };
    }
    for (const kind of RESOURCE_KINDS) {
      const wire = WIRE[kind];
      const { word, noun } = wire;
      if (operation === `Create${word}`) return create(kind, input);
      if (operation === `Describe${word}`) return { [noun]: described(byArn(kind, input[`${noun}Arn`])) };
      if (operation === `List${word}s`) return list(kind, wire, input);
      if (operation === `Delete${word}` && wire.canBeRemoved) return remove(kind, input[`${noun}Arn`]);
    }
    throw new Refusal('UnknownOperationException', `No operation ${operation}.`);
  }

  return { resources, make, statusOf, perform };
}
