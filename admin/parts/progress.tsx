import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { share } from './numbers';

interface ProgressProps {
  /** What is going on, also for a screen reader. */
  readonly label: string;
  /** 0 to 1; null while nobody can tell. */
  readonly value: number | null;
  /** What is being done right now. */
  readonly message?: string | null;
}

/** A bar with how much is done, and what is being done. */
export function Progress({ label, value, message }: ProgressProps) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5, minWidth: 120 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <LinearProgress
          aria-label={label}
          variant={value === null ? 'indeterminate' : 'determinate'}
          value={(value ?? 0) * 100}
          sx={{ flex: 1, height: 6, borderRadius: 3 }}
        />
        {value !== null && (
          <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', minWidth: '3.5em', textAlign: 'right' }}>
            {share(Math.floor(value * 100) / 100)}
          </Typography>
        )}
      </Box>
      {message && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {message}
        </Typography>
      )}
    </Box>
  );
}
