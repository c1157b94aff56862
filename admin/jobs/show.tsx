import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { useState } from 'react';
import { Title } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useLive } from '../api/live';
import { useAsk } from '../api/use-ask';
import { JobDocument, JobProgressDocument, type ShownJobFragment } from '../generated/jobs';
import { TrainingCurve } from '../models/curve';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { duration } from '../parts/numbers';
import { PlainJson } from '../parts/plain-json';
import { Progress } from '../parts/progress';
import { Section } from '../parts/section';
import { StateChip } from '../parts/state-chip';
import { AgainButton, CancelButton } from './actions';
import { JobLog } from './job-log';
import { jobWords } from './job-words';

/** One job: how far it is or how it ended, what it was told, what it said and what came out. */
export default function ShowJob() {
  const { id = '' } = useParams();
  // Another job is another page: nothing of the last one stays.
  return <OneJob key={id} id={id} />;
}

function OneJob({ id }: { readonly id: string }) {
  const asked = useAsk(JobDocument, { id });
  const before = asked.data?.job;
  const isOpen = before?.state === 'RUNNING' || before?.state === 'QUEUED';
  const [live, setLive] = useState<ShownJobFragment | null>(null);
  // After the last state the subscription ends; a job that is run again is followed again.
  useLive(JobProgressDocument, isOpen ? { id } : null, ({ jobProgress }) => {
    setLive(jobProgress);
    if (jobProgress.finishedAt !== null) void asked.refetch();
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', py: 2 }}>
      <Title title={before ? `${jobWords(before.name)} ${id}` : `Job ${id}`} />
      <Asked of={asked}>
        {({ job }) =>
          job ? (
            <Shown job={isOpen && live ? live : job} />
          ) : (
            <Empty title="There is no such job any more.">Jobs are kept for 30 days.</Empty>
          )
        }
      </Asked>
    </Box>
  );
}

function Shown({ job }: { readonly job: ShownJobFragment }) {
  const modelId = modelOf(job.result);
  return (
    <>
      <Section
        title="Where it stands"
        beside={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <CancelButton job={job} />
            <AgainButton job={job} />
          </Box>
        }
      >
        {job.state === 'RUNNING' && <Progress label={jobWords(job.name)} value={job.progress} message={job.message} />}
        {job.error && <Alert severity={job.state === 'FAILED' ? 'error' : 'warning'}>{job.error}</Alert>}
        <Facts
          of={[
            ['State', <StateChip key="state" state={job.state} />],
            ['Asked for', <Ago key="asked" at={job.createdAt} />],
            ['By', job.by ? (job.by.name ?? job.by.actor) : 'a schedule or a terminal'],
            ['Began', job.startedAt && <Ago key="began" at={job.startedAt} />],
            ['Took', job.seconds === null ? null : duration(job.seconds)],
            ['Attempts', job.attempts > 1 ? String(job.attempts) : null],
            ['How it ended', job.state === 'RUNNING' ? null : job.message],
            [
              'Model',
              modelId && (
                <MuiLink key="model" component={Link} to={`/models/${modelId}`}>
                  Model {modelId}
                </MuiLink>
              ),
            ],
          ]}
        />
      </Section>
      {job.curve.length > 0 && <TrainingCurve curve={job.curve} />}
      <JobLog id={job.id} said={`${job.state} ${job.message} ${job.error}`} />
      <Section title="What it was told">
        {Object.keys(job.payload).length === 0 ? (
          <span>Nothing: it needs no payload.</span>
        ) : (
          <PlainJson label="Payload" value={job.payload} />
        )}
      </Section>
      {job.result && (
        <Section title="What came out">
          <PlainJson label="Result" value={job.result} />
        </Section>
      )}
    </>
  );
}

/** The model that a training made, also one after a search. */
function modelOf(result: Readonly<Record<string, unknown>> | null): number | null {
  const trained = typeof result?.trained === 'object' && result.trained !== null ? result.trained : result;
  const id = trained && 'modelId' in trained ? trained.modelId : null;
  return typeof id === 'number' ? id : null;
}
