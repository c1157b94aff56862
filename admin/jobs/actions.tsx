import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { CancelJobDocument, type JobRowFragment, RerunJobDocument, RetryJobDocument } from '../generated/jobs';
import { Confirm } from '../parts/confirm';
import { jobWords } from './job-words';

type Job = Pick<JobRowFragment, 'id' | 'name' | 'state' | 'cancelRequestedAt' | 'right'>;

/** Whether who is signed in may stop this job or begin it again: as the server decides it. */
function useMayTouch({ right }: Pick<Job, 'right'>): boolean {
  const mayRun = useMay('JOBS_RUN');
  const may = useMay(right);
  return mayRun && may;
}

/** Asks a job that waits or runs to stop, after asking back. */
export function CancelButton({ job }: { readonly job: Job }) {
  const may = useMayTouch(job);
  const [isOpen, setOpen] = useState(false);
  const { run } = useAct(CancelJobDocument);
  const isAsked = job.cancelRequestedAt !== null;
  if (!may || (job.state !== 'RUNNING' && job.state !== 'QUEUED')) return null;
  async function cancel() {
    await run({ id: job.id });
    setOpen(false);
  }
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)} disabled={isAsked} aria-label={`Cancel ${jobWords(job.name)} ${job.id}`}>
        {isAsked ? 'Stopping…' : 'Cancel'}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={`Cancel ${jobWords(job.name).toLowerCase()} ${job.id}?`}
        action="Cancel the job"
        isDangerous
        onConfirm={cancel}
        onClose={() => setOpen(false)}
      >
        {job.state === 'QUEUED'
          ? 'It has not begun: nothing is lost.'
          : 'It stops within a second or so. What it had not finished is not kept.'}
      </Confirm>
    </>
  );
}

/** Starts a job again: the same one where it failed or was cancelled, and else a new one that is told the same. */
export function AgainButton({ job }: { readonly job: Job }) {
  const may = useMay('JOBS_RUN');
  const mayTouch = useMayTouch(job);
  const navigate = useNavigate();
  const retry = useAct(RetryJobDocument, { said: 'It waits for a worker again.' });
  const rerun = useAct(RerunJobDocument, { said: 'A new job with the same payload waits.' });
  if (!may) return null;
  const mayRetry = job.state === 'FAILED' || job.state === 'CANCELLED';
  async function again() {
    const done = await rerun.run({ id: job.id });
    if (done?.job) navigate(`/jobs/${done.job.id}`);
  }
  return (
    <>
      {mayRetry && mayTouch && (
        <Button variant="contained" loading={retry.isRunning} onClick={() => void retry.run({ id: job.id })}>
          Retry
        </Button>
      )}
      {(mayRetry || job.state === 'SUCCEEDED') && (
        <Button loading={rerun.isRunning} onClick={() => void again()}>
          Run again with the same payload
        </Button>
      )}
    </>
  );
}
