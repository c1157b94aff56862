import PauseIcon from '@mui/icons-material/PauseOutlined';
import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { EventType } from '../generated/dashboard';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { LiveDot } from './live-dot';
import { StreamRow } from './stream-row';
import { useStream } from './use-stream';

const TYPES: readonly EventType[] = ['CLICK', 'WATCH_INTERVAL', 'COMPLETED', 'RATING', 'LIKE', 'DISLIKE', 'DONT_KNOW', 'IMPRESSION'];

/** What people do, as it comes in: to be watched, filtered and held. */
export function Stream() {
  const [isPaused, setPaused] = useState(false);
  const [types, setTypes] = useState<readonly EventType[]>([]);
  const { state, events, skipped, clear } = useStream({ types, isPaused });
  function toggle(type: EventType): void {
    setTypes(types.includes(type) ? types.filter((one) => one !== type) : [...types, type]);
    clear();
  }
  return (
    <Section
      title="Events as they come in"
      beside={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          {!isPaused && <LiveDot state={state} />}
          <Button size="small" startIcon={isPaused ? <PlayIcon /> : <PauseIcon />} onClick={() => setPaused(!isPaused)}>
            {isPaused ? 'Go on' : 'Pause'}
          </Button>
        </Box>
      }
    >
      <Box role="group" aria-label="Types of events" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {TYPES.map((type) => (
          <Chip
            key={type}
            size="small"
            label={wordsOf(type)}
            onClick={() => toggle(type)}
            color={types.includes(type) ? 'primary' : 'default'}
            variant={types.includes(type) ? 'filled' : 'outlined'}
            aria-pressed={types.includes(type)}
          />
        ))}
      </Box>
      {events.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', py: 3, textAlign: 'center' }}>
          {isPaused ? 'Paused.' : 'Waiting for the next event.'}
        </Typography>
      ) : (
        <Box component="ul" tabIndex={0} aria-label="Events" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 360, overflowY: 'auto' }}>
          {events.map((event) => (
            <StreamRow key={event.sequence} event={event} />
          ))}
        </Box>
      )}
      {skipped > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {count(skipped)} more came in too fast to be shown.
        </Typography>
      )}
    </Section>
  );
}
