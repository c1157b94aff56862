import type { JobStarter } from '../core/job';
import type { Db } from './database';

/** Who asked for each of these runs, by its id; a run that a schedule or a terminal began is left out. Names, never addresses. */
export async function startersOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, JobStarter>> {
  const rows = await db.query<(JobStarter & { readonly jobId: string })[]>(
    `select distinct on (asked."entityId") asked."entityId" as "jobId", asked.actor,
       coalesce(operators.name, split_part(operators.email, '@', 1), api_keys.name) as name
     from audit asked
     left join operators on asked.actor = 'operator:' || operators.id
     left join api_keys on asked.actor = 'key:' || api_keys.id
     where asked.entity = 'job' and asked."entityId" = any($1::text[]) and asked.action = 'job.start'
     order by asked."entityId", asked.id desc`,
    [ids.map(String)],
  );
  return new Map(rows.map(({ jobId, actor, name }) => [Number(jobId), { actor, name }]));
}
