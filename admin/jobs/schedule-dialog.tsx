import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { RefusedError } from '../api/user-errors';
import { CrontabDocument, SaveScheduleDocument } from '../generated/jobs';
import { jobWords } from './job-words';
import type { Schedule } from './schedules';

const OFTEN: readonly (readonly [words: string, line: string])[] = [
  ['Every night', '0 3 * * *'],
  ['Every hour', '7 * * * *'],
  ['Every Monday', '0 3 * * 1'],
  ['Monthly', '0 3 1 * *'],
];
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

/** Says when a kind of work is to run, in crontab form; what the line means is told while it is typed. */
export function ScheduleDialog({ schedule, onClose }: { readonly schedule: Schedule; readonly onClose: () => void }) {
  const { name, standard, version } = schedule;
  const heading = useId();
  const [line, setLine] = useState(schedule.crontab ?? standard ?? '0 3 * * *');
  const { run, isRunning, error } = useAct(SaveScheduleDocument, {
    said: 'Saved: every worker goes by it from the next minute on.',
    quiet: true,
  });
  async function save() {
    const done = await run({ input: { name, enabled: true, crontab: line, version } });
    if (done) onClose();
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>When does {jobWords(name).toLowerCase()} run?</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <TextField
          label="Minute, hour, day, month, day of the week"
          value={line}
          onChange={({ target }) => setLine(target.value)}
          helperText="In UTC. A star means every; 0 is Sunday."
          autoComplete="off"
          sx={{ mt: 1 }}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {OFTEN.map(([words, each]) => (
            <Chip key={words} label={words} variant="outlined" onClick={() => setLine(each)} />
          ))}
        </Box>
        <Meaning line={line} />
        {error && (
          <Alert severity="error">
            {error instanceof RefusedError && error.isConflict
              ? 'Somebody else has changed it meanwhile. Close this, look at what holds now, and decide again.'
              : error.message}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" loading={isRunning} onClick={() => void save()}>
          Save and switch on
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Meaning({ line }: { readonly line: string }) {
  const { data, isPlaceholderData } = useAsk(CrontabDocument, { line }, { keep: true });
  if (!data) return null;
  const { fault, words, next } = data.crontab;
  if (fault !== null) return <Alert severity="warning">It must {fault}.</Alert>;
  return (
    <Box role="status" sx={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
      <Typography>It runs {words}.</Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        Next, in your time:
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {next.map((at) => (
            <li key={at}>{moment.format(new Date(at))}</li>
          ))}
        </Box>
      </Typography>
    </Box>
  );
}
