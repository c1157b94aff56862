import { EntitySchema } from 'typeorm';
import type { JobLine } from '../../core/job';
import { bigint, identity, now, text } from './columns';

/** What runs say while they work, in the order in which they said it. */
export const JOB_LOGS = new EntitySchema<JobLine & { readonly runId: number }>({
  name: 'job_logs',
  columns: { id: identity, runId: bigint, at: now, level: text, text },
  indices: [{ name: 'job_logs_run', columns: ['runId', 'id'] }],
});
