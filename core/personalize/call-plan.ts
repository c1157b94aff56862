import { expectedHours } from './cost';
import { isToMake, type PersonalizeDeletion, plannedDeletions } from './deletion';
import { type PlannedResource, planOf, type Wanted } from './plan';
import { isRemovable, obsolete, rowOf } from './step';
import { ACTIVE, type PersonalizeResource, type PersonalizeSync, type ResourceKind, SyncState, TAKEN_DOWN } from './sync';
import { createInput, WIRE } from './wire';

/** A call that would be made on the way to what is wanted. */
export interface PlannedCall {
  readonly operation: string;
  readonly kind: ResourceKind | null;
  readonly logicalKey: string | null;
  /** Null where it follows from an export that is still to be made. */
  readonly name: string | null;
  /** What it would be told; what has no ARN yet is named by its name. */
  readonly input: Readonly<Record<string, unknown>>;
  /** It costs by the hour: a training, or a campaign. */
  readonly isPaid: boolean;
  /** Of a training, in hours as Personalize bills them. */
  readonly expectedHours: number | null;
}

type Seen = Pick<PersonalizeSync, 'state' | 'settings' | 'snapshot' | 'generation' | 'budget'>;

/**
 * Every call that would be made from where things stand, in its order, but those that only look. Nothing is asked of anybody. Before an export
 * `assumed` stands for it, and names that follow from its content are left open.
 */
export function callsTo(
  sync: Seen,
  rows: readonly PersonalizeResource[],
  {
    assumed,
    tags,
    ...names
  }: Pick<Wanted, 'prefix' | 'roleArn'> & {
    readonly assumed: Wanted['snapshot'];
    readonly tags: Parameters<typeof createInput>[1]['tags'];
  },
): readonly PlannedCall[] {
  if (sync.state === SyncState.TEARDOWN) return removals(rows.filter(isRemovable));
  const plan = planOf({ ...sync, ...names, snapshot: sync.snapshot ?? assumed });
  const arnOf = (name: unknown): string => {
    const planned = plan.find((each) => each.name === name);
    return (planned && rowOf(rows, planned)?.arn) ?? `ARN of ${String(name)}`;
  };
  const isOpen = ({ kind }: PlannedResource): boolean => sync.snapshot === null && (kind === 'IMPORT_JOB' || kind === 'SOLUTION_VERSION');
  const created = plan.flatMap((planned): PlannedCall[] => {
    const row = rowOf(rows, planned);
    const { kind, logicalKey } = planned;
    if (kind === 'CAMPAIGN' && row?.status === ACTIVE) return moves(planned, row, arnOf);
    if (row !== null && (row.arn !== null || row.status === TAKEN_DOWN)) return [];
    const name = row?.name ?? planned.name;
    const versionName = kind === 'CAMPAIGN' ? { versionName: planned.needs[0] ?? '' } : {};
    return [
      {
        ...{ operation: `Create${WIRE[kind].word}`, kind, logicalKey, name: isOpen(planned) ? null : name },
        input: createInput({ kind, name, desired: planned.desired, ...versionName }, { arnOf, tags }),
        isPaid: kind === 'SOLUTION_VERSION' || kind === 'CAMPAIGN',
        expectedHours: kind === 'SOLUTION_VERSION' ? expectedHours(rows, logicalKey, sync.budget) : null,
      },
    ];
  });
  return [...created, ...removals(obsolete({ rows, plan }))];
}

/** Every call that would be made to have people deleted there who were forgotten here. */
export function deletionCalls(
  { state }: Pick<Seen, 'state'>,
  rows: readonly PersonalizeResource[],
  {
    deletions,
    tags,
    ...settings
  }: Parameters<typeof plannedDeletions>[1] & {
    readonly deletions: readonly PersonalizeDeletion[];
    readonly tags: Parameters<typeof createInput>[1]['tags'];
  },
): readonly PlannedCall[] {
  if (state === SyncState.TEARDOWN) return [];
  const announced = rows.filter((row) => row.kind === 'DELETION_JOB' && isToMake(row));
  // Whose last row is still to go here is to be deleted there as well.
  const next = plannedDeletions({ rows, deletions: deletions.map((each) => ({ ...each, isErased: true })) }, settings);
  const arnOf = (name: unknown): string => rows.find((row) => row.name === name)?.arn ?? `ARN of ${String(name)}`;
  return [...announced, ...next].map(({ kind, logicalKey, name, desired }) => ({
    ...{ operation: `Create${WIRE[kind].word}`, kind, logicalKey, name, input: createInput({ kind, name, desired }, { arnOf, tags }) },
    ...{ isPaid: false, expectedHours: null },
  }));
}

function moves(
  { logicalKey, name, needs, kind }: PlannedResource,
  row: PersonalizeResource,
  arnOf: (name: unknown) => string,
): PlannedCall[] {
  const solutionVersionArn = arnOf(needs[0]);
  if (row.details.deployedArn === solutionVersionArn) return [];
  const input = { campaignArn: row.arn, solutionVersionArn, minProvisionedTPS: 1 };
  return [{ operation: 'UpdateCampaign', kind, logicalKey, name, input, isPaid: false, expectedHours: null }];
}

function removals(rows: readonly PersonalizeResource[]): readonly PlannedCall[] {
  return rows.map(({ kind, logicalKey, name, arn }) => {
    const { word, noun } = WIRE[kind];
    return { operation: `Delete${word}`, kind, logicalKey, name, input: { [`${noun}Arn`]: arn }, isPaid: false, expectedHours: null };
  });
}
