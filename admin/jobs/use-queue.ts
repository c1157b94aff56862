import { useState } from 'react';
import { type LiveState, useLive } from '../api/live';
import { JobsChangedDocument, type JobsChangedSubscription } from '../generated/jobs';

export type Queue = JobsChangedSubscription['jobsChanged'];
export type RunningJob = Queue['running'][number];

/** What waits and what runs, told by the server with every change; null until it has said so first. */
export function useQueue(): { readonly queue: Queue | null; readonly state: LiveState } {
  const [queue, setQueue] = useState<Queue | null>(null);
  const state = useLive(JobsChangedDocument, {}, ({ jobsChanged }) => setQueue(jobsChanged));
  return { queue, state };
}
