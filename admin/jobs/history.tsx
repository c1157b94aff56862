import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { type JobState, JobsDocument } from '../generated/jobs';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { TurnPages } from '../parts/turn-pages';
import { JobTable } from './job-table';
import { jobWords, KNOWN_JOBS } from './job-words';

const STATES: readonly JobState[] = ['SUCCEEDED', 'FAILED', 'CANCELLED', 'RUNNING', 'QUEUED'];
const ROWS = 25;

/** What has been, by pages; the filter stands in the address. Asked again whenever a job has ended. */
export function History({ endedAt }: { readonly endedAt: string | null }) {
  const [params, setParams] = useSearchParams();
  const state = STATES.find((each) => each === params.get('state')) ?? null;
  const name = params.get('name');
  const page = Math.max(0, Number(params.get('page') ?? 1) - 1) || 0;
  const jobs = useAsk(JobsDocument, { state, name, first: ROWS, offset: page * ROWS }, { keep: true });
  const { refetch } = jobs;
  useEffect(() => {
    if (endedAt !== null) void refetch();
  }, [endedAt, refetch]);
  const set = (key: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (key !== 'page') next.delete('page');
    if (value === '') next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };
  return (
    <Section
      title="History"
      beside={
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Choice
            label="State"
            value={state ?? ''}
            of={STATES.map((each) => [each, wordsOf(each)])}
            onChange={(value) => set('state', value)}
          />
          <Choice
            label="Work"
            value={name ?? ''}
            of={[...new Set([...KNOWN_JOBS, ...(name ? [name] : [])])].map((each) => [each, jobWords(each)])}
            onChange={(value) => set('name', value)}
          />
        </Box>
      }
    >
      <Asked of={jobs}>
        {({ jobs: { nodes, totalCount } }) =>
          nodes.length === 0 ? (
            <Empty title={state || name ? 'No job fits.' : 'No job has run yet.'} />
          ) : (
            <>
              <JobTable jobs={nodes} />
              <TurnPages total={totalCount} page={page} rows={ROWS} onTurn={(next) => set('page', String(next + 1))} />
            </>
          )
        }
      </Asked>
    </Section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly of: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, of, onChange }: ChoiceProps) {
  return (
    <TextField select label={label} value={value} onChange={({ target }) => onChange(target.value)} sx={{ minWidth: 130 }}>
      <MenuItem value="">Any</MenuItem>
      {of.map(([each, words]) => (
        <MenuItem key={each} value={each}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
