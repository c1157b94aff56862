import Badge from '@mui/material/Badge';
import CircularProgress from '@mui/material/CircularProgress';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLive } from '../api/live';
import { RunningJobsDocument, type RunningJobsSubscription } from '../generated/imports';
import { jobWords } from '../jobs/job-words';
import { share } from '../parts/numbers';

type Running = RunningJobsSubscription['jobsChanged']['running'];

const IMPORT = 'import-catalogue';

/** What is at work, in the bar of every page: nothing while nothing is. */
export default function RunningJobs() {
  const [running, setRunning] = useState<Running>([]);
  useLive(RunningJobsDocument, {}, ({ jobsChanged }) => setRunning(jobsChanged.running));
  const [first] = running;
  if (!first) return null;
  const said = running.map(({ name, progress }) => `${jobWords(name)} ${share(Math.floor(progress * 100) / 100)}`).join(', ');
  const circle = (
    <CircularProgress
      size={22}
      color="inherit"
      variant={first.progress > 0 ? 'determinate' : 'indeterminate'}
      value={Math.max(5, first.progress * 100)}
      aria-hidden
    />
  );
  return (
    <Tooltip title={said}>
      <IconButton
        component={Link}
        to={first.name === IMPORT ? '/imports' : '/jobs'}
        color="inherit"
        aria-label={`${running.length} at work: ${said}`}
      >
        {running.length > 1 ? (
          <Badge badgeContent={running.length} color="primary">
            {circle}
          </Badge>
        ) : (
          circle
        )}
      </IconButton>
    </Tooltip>
  );
}
