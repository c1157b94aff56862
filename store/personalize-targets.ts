import { CAMPAIGN_ROLES, DATASET_TYPES, type PersonalizeTargets, type ResourceKind } from '../core/personalize/sync';
import type { Db } from './database';

interface Row {
  readonly kind: ResourceKind;
  readonly logicalKey: string;
  readonly arn: string;
  readonly trackingId: string | null;
}

/** What is there to be asked and told: null while the sync is off, paused by an operator, or being taken down. */
export async function personalizeTargets(db: Db): Promise<PersonalizeTargets | null> {
  const rows = await db.query<Row[]>(
    `select r.kind, r."logicalKey", r.arn, r.details->>'trackingId' as "trackingId"
     from personalize_resources r join personalize_syncs s on s.id = r."syncId"
     where s.enabled and s.state not in ('OFF', 'TEARDOWN', 'GONE') and r.status = 'ACTIVE' and r.arn is not null
       and r.kind in ('EVENT_TRACKER', 'DATASET', 'CAMPAIGN', 'FILTER')
     order by r.id`,
  );
  if (rows.length === 0) return null;
  const arns = (kind: ResourceKind): ReadonlyMap<string, string> =>
    new Map(rows.filter((row) => row.kind === kind).map(({ logicalKey, arn }) => [logicalKey, arn]));
  const of = <Key extends string>(keys: readonly Key[], kind: ResourceKind): Record<Key, string | null> => {
    const known = arns(kind);
    return Object.fromEntries(keys.map((key) => [key, known.get(key) ?? null])) as Record<Key, string | null>;
  };
  return {
    trackingId: rows.find(({ kind }) => kind === 'EVENT_TRACKER')?.trackingId ?? null,
    datasetArns: of(DATASET_TYPES, 'DATASET'),
    campaigns: of(CAMPAIGN_ROLES, 'CAMPAIGN'),
    filters: Object.fromEntries(arns('FILTER')),
  };
}
