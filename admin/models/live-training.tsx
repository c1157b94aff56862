import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { Running } from '../jobs/running';
import { useQueue } from '../jobs/use-queue';
import { Section } from '../parts/section';
import { TrainingCurve } from './curve';

const LEARNS: readonly string[] = ['train', 'tune'];

/** What is being trained or searched right now, with its curve as it grows; nothing where nothing is. */
export function LiveTraining({ onEnd }: { readonly onEnd: () => void }) {
  const { queue } = useQueue();
  const running = queue?.running.filter(({ name }) => LEARNS.includes(name)) ?? [];
  const waiting = queue?.queued.filter(({ name }) => LEARNS.includes(name)) ?? [];
  const busy = running.length + waiting.length;
  const before = useRef(busy);
  useEffect(() => {
    if (busy < before.current) onEnd();
    before.current = busy;
  }, [busy, onEnd]);
  if (busy === 0) return null;
  const curve = running.find(({ curve }) => curve.length > 1)?.curve;
  return (
    <>
      <Section title="Learning now">
        <Box component="ul" sx={{ display: 'grid', gap: 2, m: 0, p: 0, listStyle: 'none' }}>
          {running.map((job) => (
            <Running key={job.id} job={job} />
          ))}
        </Box>
        {waiting.length > 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {waiting.length === 1 ? 'One waits' : `${waiting.length} wait`} for a worker: one learns at a time.
          </Typography>
        )}
      </Section>
      {curve && <TrainingCurve curve={curve} />}
    </>
  );
}
