import Box from '@mui/material/Box';
import type { LiveState } from '../api/live';

const WORDS: Readonly<Record<LiveState, string>> = {
  opening: 'Connecting',
  live: 'Live',
  waiting: 'Connecting again',
  failed: 'Not live',
};
const COLOURS: Readonly<Record<LiveState, string>> = {
  opening: 'text.secondary',
  live: 'success.main',
  waiting: 'primary.main',
  failed: 'error.main',
};

/** Whether news arrive by themselves. */
export function LiveDot({ state }: { readonly state: LiveState }) {
  return (
    <Box role="status" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, typography: 'body2', color: 'text.secondary' }}>
      <Box component="span" aria-hidden sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: COLOURS[state] }} />
      {WORDS[state]}
    </Box>
  );
}
