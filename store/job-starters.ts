import type { JobStarter } from '../core/job';
import type { Db } from './database';

/** Who asked for each of these runs, by its id, as the audit or its payload says; a run that a schedule or a terminal began is left out. Names, never addresses. */
export async function startersOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, JobStarter>> {
  const rows = await db.query<(JobStarter & { readonly jobId: number })[]>(
    `with started as (
       select distinct on ("entityId") "entityId", actor from audit
       where entity = 'job' and "entityId" = any($2::text[]) and action = 'job.start'
       order by "entityId", id desc),
     asked as (
       select run.id as "jobId", coalesce(started.actor, run.payload ->> 'actor') as actor
       from job_runs run left join started on started."entityId" = run.id::text
       where run.id = any($1::bigint[]))
     select asked."jobId", asked.actor, coalesce(operators.name, split_part(operators.email, '@', 1), api_keys.name) as name
     from asked
     left join operators on asked.actor = 'operator:' || operators.id
     left join api_keys on asked.actor = 'key:' || api_keys.id
     where asked.actor is not null`,
    [ids, ids.map(String)],
  );
  return new Map(rows.map(({ jobId, actor, name }) => [jobId, { actor, name }]));
}
