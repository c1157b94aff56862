import Chip from '@mui/material/Chip';

/** What a state means to whoever looks: something to enjoy, to wait for, to look into, or nothing. */
type Tone = 'good' | 'busy' | 'bad' | 'quiet';

const TONES: Readonly<Record<string, Tone>> = {
  LISTED: 'good',
  HIDDEN: 'quiet',
  REMOVED: 'quiet',
  MERGED: 'quiet',
  QUEUED: 'quiet',
  RUNNING: 'busy',
  SUCCEEDED: 'good',
  DONE: 'good',
  CHECKING: 'busy',
  UNDOING: 'busy',
  READING: 'busy',
  APPLIED: 'good',
  REFUSED: 'bad',
  FAILED: 'bad',
  CANCELLED: 'quiet',
  TRAINED: 'quiet',
  LIVE: 'good',
  RETIRED: 'quiet',
  ACTIVE: 'good',
  SYNCING: 'busy',
  TEARDOWN: 'busy',
  PAUSED: 'bad',
  EXPIRED: 'quiet',
  REVOKED: 'bad',
  DISABLED: 'bad',
  ERASING: 'busy',
  AT_PERSONALIZE: 'busy',
  IN_MODELS: 'quiet',
  COMPLETED: 'good',
};
const COLOURS = { good: 'success', busy: 'primary', bad: 'error', quiet: 'default' } as const;

/** A state of the API in its colour and in words. */
export function StateChip({ state }: { readonly state: string }) {
  return <Chip size="small" variant="outlined" color={COLOURS[TONES[state] ?? 'quiet']} label={wordsOf(state)} />;
}

/** Live, Not found. */
export function wordsOf(state: string): string {
  const words = state.toLowerCase().replaceAll('_', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
