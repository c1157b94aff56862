import type { PlannedResource } from '../core/personalize/plan';
import type { PersonalizeCall, PersonalizeResource, ResourceDetails } from '../core/personalize/sync';
import type { Db } from './database';

/** Everything that is or was in Personalize, in the order in which it was planned. */
export async function personalizeResources(db: Db, syncId: number): Promise<readonly PersonalizeResource[]> {
  return db.query('select * from personalize_resources where "syncId" = $1 order by id', [syncId]);
}

/** Writes down what is planned and does not stand there yet, be it under the name of another try. */
export async function addPlanned(db: Db, syncId: number, planned: readonly PlannedResource[]): Promise<void> {
  for (const { kind, logicalKey, name, desired, desiredHash } of planned)
    await db.query(
      `insert into personalize_resources ("syncId", kind, "logicalKey", name, desired, "desiredHash", status)
       select $1, $2, $3, $4, $5::jsonb, $6, 'PLANNED'
       where not exists (select from personalize_resources where "syncId" = $1 and kind = $2 and "desiredHash" = $6)`,
      [syncId, kind, logicalKey, name, JSON.stringify(desired), desiredHash],
    );
}

export type ResourceChange = Partial<
  Pick<
    PersonalizeResource,
    'name' | 'arn' | 'desired' | 'status' | 'failureReason' | 'attempts' | 'nextPollAt' | 'createdByUs' | 'intentAt' | 'usedAt' | 'goneAt'
  >
> & {
  /** Laid over what is known; a null takes one out. */
  readonly details?: Readonly<{ [Name in keyof ResourceDetails]: ResourceDetails[Name] | null }>;
};

/** Changes one resource. */
export async function changeResource(db: Db, id: number, change: ResourceChange): Promise<void> {
  const names = Object.keys(change) as (keyof ResourceChange)[];
  const set = names.map((name, at) => `"${name}" = ${expressionOf(name, at + 2)}`);
  const values = names.map((name) => (name === 'details' || name === 'desired' ? JSON.stringify(change[name]) : change[name]));
  await db.query(`update personalize_resources set ${set.join(', ')} where id = $1`, [id, ...values]);
}

function expressionOf(name: keyof ResourceChange, at: number): string {
  if (name === 'details') return `jsonb_strip_nulls(details || $${at}::jsonb)`;
  return name === 'desired' ? `$${at}::jsonb` : `$${at}`;
}

/** Notes a call that was to change something. */
export async function addCall(db: Db, call: Omit<PersonalizeCall, 'id' | 'at'>): Promise<void> {
  await db.query('insert into personalize_calls ("resourceId", operation, "requestId", outcome, message) values ($1, $2, $3, $4, $5)', [
    call.resourceId,
    call.operation,
    call.requestId,
    call.outcome,
    call.message,
  ]);
}

/** The newest calls that were to change something. */
export async function lastCalls(db: Db, most: number): Promise<readonly PersonalizeCall[]> {
  return db.query('select * from personalize_calls order by at desc, id desc limit $1', [most]);
}
