import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { SaveScheduleDocument, SchedulesDocument, type SchedulesQuery } from '../generated/jobs';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';
import { StateChip } from '../parts/state-chip';
import { JobTabs } from './job-tabs';
import { jobDoes, jobWords } from './job-words';
import { ScheduleDialog } from './schedule-dialog';

export type Schedule = SchedulesQuery['schedules'][number];

/** When each kind of work runs by itself; changed by whoever may, and held by every worker from the next minute on. */
export default function SchedulesPage() {
  const schedules = useAsk(SchedulesDocument, {});
  const [edited, setEdited] = useState<Schedule | null>(null);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', py: 2 }}>
      <Title title="Jobs" />
      <JobTabs at="schedules" />
      <Section title="What runs by itself">
        <Asked of={schedules}>
          {({ schedules }) => (
            <Box component="ul" aria-label="Schedules" sx={{ display: 'grid', gap: 2.5, m: 0, p: 0, listStyle: 'none' }}>
              {schedules.map((schedule) => (
                <Row key={schedule.name} schedule={schedule} onEdit={() => setEdited(schedule)} />
              ))}
            </Box>
          )}
        </Asked>
      </Section>
      {edited && <ScheduleDialog schedule={edited} onClose={() => setEdited(null)} />}
    </Box>
  );
}

function Row({ schedule, onEdit }: { readonly schedule: Schedule; readonly onEdit: () => void }) {
  const { name, crontab, enabled, version, nextAt, reading, lastRun } = schedule;
  const may = useMay('JOBS_SCHEDULE');
  const { run, isRunning } = useAct(SaveScheduleDocument);
  const words = jobWords(name);
  // Without a time there is nothing to switch on.
  const flip = (): void => {
    if (!enabled && crontab === null) onEdit();
    else void run({ input: { name, enabled: !enabled, version } });
  };
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 2, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 0.25 }}>
        <Typography component="h3" variant="h3">
          {words}
        </Typography>
        <Typography variant="body2">
          {reading?.words ? sentence(reading.words) : 'No time is set.'} {!enabled && 'It is switched off.'}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {jobDoes(name)}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', color: 'text.secondary', fontSize: '0.875rem' }}>
          <span>
            Next: <Ago at={nextAt} />
          </span>
          {lastRun && (
            <>
              <MuiLink component={Link} to={`/jobs/${lastRun.id}`}>
                Last run
              </MuiLink>
              <Ago at={lastRun.startedAt} />
              <StateChip state={lastRun.state} />
            </>
          )}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end' }}>
        {may && (
          <Button onClick={onEdit} aria-label={`Change when ${words} runs`}>
            Change
          </Button>
        )}
        <Switch
          checked={enabled}
          disabled={!may || isRunning}
          onChange={flip}
          slotProps={{ input: { 'aria-label': `${words} runs by itself` } }}
        />
      </Box>
    </Box>
  );
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
