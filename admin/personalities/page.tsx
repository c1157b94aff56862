import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { lazy, useState } from 'react';
import { Title } from 'react-admin';
import { useLive } from '../api/live';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import {
  type GroupingJobFragment,
  GroupingProgressDocument,
  GroupPersonalitiesDocument,
  LastGroupingJobDocument,
  PersonalityGroupsDocument,
  type PersonalityGroupsQuery,
} from '../generated/personalities';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { ChartCard } from '../parts/chart-card';
import { Empty } from '../parts/empty';
import { count, share } from '../parts/numbers';
import { Progress } from '../parts/progress';
import { Section } from '../parts/section';
import { WideTable } from '../parts/wide-table';

const Bars = lazy(() => import('../charts/bars'));

type Groups = PersonalityGroupsQuery['personalityGroups'];

const FIRST = 20;

/** How many people like the same genres, as counted last, and a way to count anew. */
export default function PersonalitiesPage() {
  const asked = useAsk(PersonalityGroupsDocument, { first: FIRST });
  const mayRun = useMay('JOBS_RUN');
  const { run, isRunning } = useAct(GroupPersonalitiesDocument, { said: 'It waits for a worker.' });
  const button = (name: string) =>
    mayRun && (
      <Button variant="contained" loading={isRunning} onClick={() => void run({})}>
        {name}
      </Button>
    );
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Personalities" />
      <Grouping onEnded={() => void asked.refetch()} />
      <Asked of={asked}>
        {({ personalityGroups: groups }) =>
          groups.length > 0 ? (
            <Shown groups={groups} button={button('Count again')} />
          ) : (
            <Empty title="Nobody has been counted yet." action={button('Count people')}>
              A job looks which genres each person rated 4 and more, at least four titles of a genre, and counts who likes the same. Whoever
              rated five titles or fewer is left out.
            </Empty>
          )
        }
      </Asked>
    </Box>
  );
}

function Shown({ groups, button }: { readonly groups: Groups; readonly button: React.ReactNode }) {
  const largest = groups[0];
  const summary =
    largest && `The largest is ${nameOf(largest)}, with ${count(largest.people)} ${largest.people === 1 ? 'person' : 'people'}.`;
  return (
    <>
      <ChartCard title="The largest groups" summary={summary ?? ''} height={80 + groups.length * 28}>
        <Bars
          labels={groups.map((_, at) => String(at + 1))}
          series={[{ label: 'People', values: groups.map(({ people }) => people) }]}
          height={80 + groups.length * 28}
          isHorizontal
          format={count}
        />
      </ChartCard>
      <Section title="By genres" beside={button}>
        <Box sx={{ color: 'text.secondary' }}>
          Counted <Ago at={largest?.groupedAt} />; sums only, nobody is in them by name.
        </Box>
        <WideTable label="Personality groups">
          <TableHead>
            <TableRow>
              <TableCell align="right">Place</TableCell>
              <TableCell>Genres</TableCell>
              <TableCell align="right">People</TableCell>
              <TableCell align="right">Of all</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {groups.map((group, at) => (
              <TableRow key={group.key}>
                <TableCell align="right">{at + 1}</TableCell>
                <TableCell>{nameOf(group)}</TableCell>
                <TableCell align="right">{count(group.people)}</TableCell>
                <TableCell align="right">{share(group.share)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </WideTable>
      </Section>
    </>
  );
}

function nameOf({ genres }: Groups[number]): string {
  return genres.length === 0 ? 'No genre stands out' : genres.join(', ');
}

const isOver = ({ state }: GroupingJobFragment): boolean => state !== 'QUEUED' && state !== 'RUNNING';

/** How far the count is while one runs, or why the last one failed. */
function Grouping({ onEnded }: { readonly onEnded: () => void }) {
  const last = useAsk(LastGroupingJobDocument, {});
  const [live, setLive] = useState<GroupingJobFragment | null>(null);
  const told = last.data?.jobs.nodes[0];
  const job = live !== null && live.id === told?.id ? live : told;
  useLive(GroupingProgressDocument, told && !isOver(told) ? { id: told.id } : null, ({ jobProgress }) => {
    setLive(jobProgress);
    if (!isOver(jobProgress)) return;
    void last.refetch();
    onEnded();
  });
  if (job?.state === 'FAILED') return <Alert severity="error">The last count failed. {job.error}</Alert>;
  if (!job || isOver(job)) return null;
  return (
    <Section title="Counting">
      <Progress
        label="Counting"
        value={job.state === 'RUNNING' ? job.progress : null}
        message={job.state === 'QUEUED' ? 'Waiting for a worker' : job.message}
      />
    </Section>
  );
}
