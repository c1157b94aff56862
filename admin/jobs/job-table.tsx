import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link } from 'react-router-dom';
import type { JobRowFragment } from '../generated/jobs';
import { Ago } from '../parts/ago';
import { duration } from '../parts/numbers';
import { StateChip } from '../parts/state-chip';
import { jobWords } from './job-words';

// The whole text stands on the page of the job.
const CLAMPED = {
  display: '-webkit-box',
  WebkitLineClamp: 3,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const;

/** Jobs, a row each. */
export function JobTable({ jobs }: { readonly jobs: readonly JobRowFragment[] }) {
  return (
    <TableContainer>
      <Table size="small" aria-label="Jobs">
        <TableHead>
          <TableRow>
            {['Job', 'State', 'How it ended', 'Asked for', 'Took'].map((label) => (
              <TableCell key={label}>{label}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {jobs.map((job) => (
            <TableRow key={job.id} hover>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <MuiLink component={Link} to={`/jobs/${job.id}`}>
                  {jobWords(job.name)} {job.id}
                </MuiLink>
              </TableCell>
              <TableCell>
                <StateChip state={job.state} />
              </TableCell>
              <TableCell sx={{ minWidth: 200, color: job.error ? 'error.main' : 'text.secondary' }}>
                <Box sx={CLAMPED}>{job.error ?? job.message ?? '–'}</Box>
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Ago at={job.createdAt} />
                {job.by && ` by ${job.by.name ?? job.by.actor}`}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{timeOf(job.seconds)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function timeOf(seconds: number | null): string {
  if (seconds === null) return '–';
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : duration(seconds);
}
