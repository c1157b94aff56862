import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { MoodRowFragment } from '../generated/moods';
import { count } from '../parts/numbers';
import { wordsOf } from '../parts/state-chip';

/** For each kind of how many titles a mood knows anything, and how many fit. */
export function Coverage({ of }: { readonly of: NonNullable<MoodRowFragment['coverage']> }) {
  return (
    <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      {of
        .filter(({ titles }) => titles > 0)
        .map(({ kind, titles, scored, fitting }) => (
          <Box key={kind}>
            <Typography variant="body2">
              {wordsOf(kind)}: {count(fitting)} fit, {count(scored)} of {count(titles)} known
            </Typography>
            <LinearProgress
              aria-label={`${wordsOf(kind)}: how many fit of those known`}
              variant="buffer"
              value={(fitting / titles) * 100}
              valueBuffer={(scored / titles) * 100}
              sx={{ height: 6, borderRadius: 3, '& .MuiLinearProgress-dashed': { display: 'none' } }}
            />
          </Box>
        ))}
    </Box>
  );
}
