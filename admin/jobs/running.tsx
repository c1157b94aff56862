import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { Ago } from '../parts/ago';
import { Progress } from '../parts/progress';
import { CancelButton } from './actions';
import { jobWords } from './job-words';
import type { RunningJob } from './use-queue';

/** A job that runs: how far it is, what it is doing, since when, and who asked for it. */
export function Running({ job }: { readonly job: RunningJob }) {
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 2, alignItems: 'center' }}>
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
          <MuiLink component={Link} to={`/jobs/${job.id}`}>
            {jobWords(job.name)} {job.id}
          </MuiLink>
          <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
            began <Ago at={job.startedAt} />
            {job.by && `, asked for by ${job.by.name ?? job.by.actor}`}
          </Typography>
        </Box>
        <Progress label={`${jobWords(job.name)} ${job.id}`} value={job.progress} message={job.message} />
      </Box>
      <CancelButton job={job} />
    </Box>
  );
}
