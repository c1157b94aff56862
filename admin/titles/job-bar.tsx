import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLive } from '../api/live';
import { TitleJobDocument, type TitleJobSubscription } from '../generated/titles';
import { Progress } from '../parts/progress';
import { titles, useSaidWithUndo } from './undo';

/** A change of thousands while a job makes it; it goes on when the page is left. */
export function JobBar({ id, label }: { readonly id: string; readonly label: string }) {
  const [job, setJob] = useState<TitleJobSubscription['jobProgress'] | null>(null);
  const client = useQueryClient();
  const said = useSaidWithUndo();
  useLive(TitleJobDocument, { id }, ({ jobProgress }) => setJob(jobProgress));
  const isDone = job?.state === 'SUCCEEDED';
  const { changed, changeSetId } = (job?.result ?? {}) as { readonly changed?: number; readonly changeSetId?: number };
  useEffect(() => {
    if (!isDone) return;
    void client.invalidateQueries();
    if (changeSetId !== undefined) said(`${titles(changed ?? 0)} changed.`, String(changeSetId));
  }, [isDone, changed, changeSetId, client, said]);
  if (job?.state === 'FAILED') return <Alert severity="error">{job.error}</Alert>;
  if (isDone) return <Alert severity="success">Done.</Alert>;
  return (
    <>
      <Progress label={label} value={job === null ? null : job.progress} message={job?.message ?? null} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        You can close this: the job goes on, and stands among the jobs and the changes.
      </Typography>
    </>
  );
}
