import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useLive } from '../api/live';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { type GenomeJobFragment, GenomeProgressDocument, StopGenomeJobDocument } from '../generated/genome';
import { Ago } from '../parts/ago';
import { Progress } from '../parts/progress';
import { Section } from '../parts/section';
import { GenomeOutcome } from './outcome';

interface GenomeJobProps {
  readonly job: GenomeJobFragment;
  readonly onEnded: () => void;
}

const isOver = ({ state }: GenomeJobFragment): boolean => state !== 'QUEUED' && state !== 'RUNNING';

/** The last import of a genome: how far it is, or what became of it. */
export function GenomeJob({ job: asked, onEnded }: GenomeJobProps) {
  const [live, setLive] = useState<GenomeJobFragment | null>(null);
  const mayStop = useMay('JOBS_RUN');
  const { run, isRunning } = useAct(StopGenomeJobDocument, { said: 'It stops within a second or so.' });
  useLive(GenomeProgressDocument, isOver(asked) ? null : { id: asked.id }, ({ jobProgress }) => {
    setLive(jobProgress);
    if (isOver(jobProgress)) onEnded();
  });
  const job = isOver(asked) ? asked : (live ?? asked);
  if (!isOver(job))
    return (
      <Section title="Importing">
        <Progress
          label="Importing"
          value={job.state === 'RUNNING' ? job.progress : null}
          message={job.state === 'QUEUED' ? 'Waiting for a worker' : job.message}
        />
        {mayStop && (
          <Box>
            <Button onClick={() => void run({ id: job.id })} loading={isRunning}>
              Stop
            </Button>
          </Box>
        )}
      </Section>
    );
  return (
    <Section title="The last import" beside={<Ago at={job.finishedAt} />}>
      {job.state === 'FAILED' && <Alert severity="error">Nothing was changed. {job.error}</Alert>}
      {job.state === 'CANCELLED' && <Alert severity="info">It was stopped: nothing was changed.</Alert>}
      {job.state === 'SUCCEEDED' && job.result && <GenomeOutcome result={job.result} />}
    </Section>
  );
}
