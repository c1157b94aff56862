import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { Ago } from '../parts/ago';
import { Section } from '../parts/section';
import { Waiting } from '../parts/waiting';
import { CancelButton } from './actions';
import { History } from './history';
import { JobTabs } from './job-tabs';
import { jobWords } from './job-words';
import { Outbox } from './outbox';
import { Running } from './running';
import { StartMenu } from './start-menu';
import { type Queue, useQueue } from './use-queue';

/** What runs and what waits, live, and what has been. */
export default function QueuePage() {
  const { queue, state } = useQueue();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', py: 2 }}>
      <Title title="Jobs" />
      <JobTabs at="queue">
        <StartMenu />
      </JobTabs>
      <Section title="Now" beside={<Standing queue={queue} />}>
        {state === 'failed' && (
          <Alert severity="error">The queue cannot be followed right now. Load the page again to try once more.</Alert>
        )}
        {queue === null && state !== 'failed' && <Waiting rows={2} />}
        {queue !== null && <Now queue={queue} />}
      </Section>
      <Outbox />
      <History endedAt={queue?.lastEndedAt ?? null} />
    </Box>
  );
}

function Standing({ queue }: { readonly queue: Queue | null }) {
  if (queue === null) return null;
  return (
    <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
      {queue.running.length} running, {queue.waiting} waiting
    </Typography>
  );
}

const LIST = { display: 'grid', gap: 2, m: 0, p: 0, listStyle: 'none' } as const;

function Now({ queue: { running, queued, waiting } }: { readonly queue: Queue }) {
  if (running.length + queued.length === 0)
    return <Typography sx={{ color: 'text.secondary' }}>Nothing runs and nothing waits: the workers are free.</Typography>;
  return (
    <>
      {running.length > 0 && (
        <Box component="ul" aria-label="Running" sx={LIST}>
          {running.map((job) => (
            <Running key={job.id} job={job} />
          ))}
        </Box>
      )}
      {queued.length > 0 && (
        <Box component="ul" aria-label="Waiting" sx={{ ...LIST, gap: 1 }}>
          {queued.map((job) => (
            <Box component="li" key={job.id} sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
              <Typography variant="body2">
                <MuiLink component={Link} to={`/jobs/${job.id}`}>
                  {jobWords(job.name)} {job.id}
                </MuiLink>{' '}
                waits since <Ago at={job.createdAt} />
                {job.error && ` after: ${job.error}`}
              </Typography>
              <CancelButton job={job} />
            </Box>
          ))}
        </Box>
      )}
      {waiting > queued.length && <Typography variant="body2">and {waiting - queued.length} more</Typography>}
    </>
  );
}
