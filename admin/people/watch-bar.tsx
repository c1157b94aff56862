import Box from '@mui/material/Box';
import { duration, share } from '../parts/numbers';

interface WatchBarProps {
  /** The pieces that were played, without repeats, in seconds. */
  readonly covered: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
  readonly mediaSeconds: number | null | undefined;
  /** 0 to 1; null when the length is unknown. */
  readonly coverage: number | null | undefined;
}

const WIDTH = 1_000;

/** Which parts of a title were played, along its length. */
export function WatchBar({ covered, mediaSeconds, coverage }: WatchBarProps) {
  if (!mediaSeconds || covered.length === 0) return null;
  const said = `Watched ${share(coverage ?? 0)} of ${duration(mediaSeconds)}`;
  const at = (seconds: number): number => (WIDTH * Math.min(seconds, mediaSeconds)) / mediaSeconds;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <Box
        component="svg"
        viewBox={`0 0 ${WIDTH} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
        sx={{ flex: 1, minWidth: 60, height: 8, borderRadius: 1, bgcolor: 'divider', color: 'primary.main' }}
      >
        {covered.map(({ fromSeconds, toSeconds }) => (
          <rect
            key={fromSeconds}
            x={at(fromSeconds)}
            width={Math.max(4, at(toSeconds) - at(fromSeconds))}
            height="10"
            fill="currentColor"
          />
        ))}
      </Box>
      <Box
        component="span"
        sx={{ color: 'text.secondary', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
      >
        {share(coverage ?? 0)} of {duration(mediaSeconds)}
      </Box>
    </Box>
  );
}
