import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useLive } from '../api/live';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { CancelImportJobDocument, ImportJobDocument, type ImportJobSubscription } from '../generated/imports';
import { Progress } from '../parts/progress';
import type { ShownImport } from './show';

const LOOK_MS = 2_000;
const DOING: Readonly<Partial<Record<ShownImport['state'], string>>> = {
  CHECKING: 'Checking every row',
  RUNNING: 'Importing',
  UNDOING: 'Undoing',
};

/** How far the job of an import is; it goes on when the page is left. */
export function Working({ shown, onMoved }: { readonly shown: ShownImport; readonly onMoved: () => void }) {
  const [told, setTold] = useState<ImportJobSubscription['jobProgress'] | null>(null);
  const mayStop = useMay('JOBS_RUN');
  const { run, isRunning } = useAct(CancelImportJobDocument, { said: 'It stops within a second or so.' });
  const state = useLive(ImportJobDocument, shown.job ? { id: shown.job.id } : null, ({ jobProgress }) => setTold(jobProgress));
  const job = told ?? shown.job;
  const hasEnded = job !== null && job.state !== 'QUEUED' && job.state !== 'RUNNING';
  useEffect(() => {
    // The end may be missed while the connection is gone: then it is looked for.
    if (hasEnded) onMoved();
    const timer = setInterval(onMoved, LOOK_MS);
    return () => clearInterval(timer);
  }, [hasEnded, onMoved]);
  const heading = DOING[shown.state] ?? 'Working';
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography component="h2" variant="h3">
        {heading}
      </Typography>
      <Progress label={heading} value={job?.state === 'RUNNING' ? job.progress : null} message={messageOf(job)} />
      {state === 'waiting' && (
        <Alert severity="warning">The connection is gone. The job goes on, and this page with it as soon as it is back.</Alert>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        You can leave this page: it goes on, and the bar above tells of it. Everything is written at once at the end, or nothing.
      </Typography>
      {mayStop && shown.job && shown.state !== 'UNDOING' && (
        <Box>
          <Button onClick={() => shown.job && void run({ id: shown.job.id })} loading={isRunning}>
            Stop
          </Button>
        </Box>
      )}
    </Box>
  );
}

function messageOf(job: ShownImport['job']): string | null {
  if (job === null) return null;
  return job.state === 'QUEUED' ? 'Waiting for a worker' : job.message;
}
