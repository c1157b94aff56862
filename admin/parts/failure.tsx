import CloudOffIcon from '@mui/icons-material/CloudOffOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { ApiError } from '../api/request';

interface FailureProps {
  readonly error: unknown;
  /** Tries once more. */
  readonly again?: () => void;
}

/** What stands where something could not be shown: what went wrong, and what to do next. */
export function Failure({ error, again }: FailureProps) {
  return (
    <Box
      role="alert"
      sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, textAlign: 'center', px: 2, py: 6, color: 'text.secondary' }}
    >
      <CloudOffIcon fontSize="large" aria-hidden />
      <Typography sx={{ color: 'text.primary' }}>{headingOf(error)}</Typography>
      <Typography variant="body2" sx={{ maxWidth: 480, overflowWrap: 'anywhere' }}>
        {error instanceof Error ? error.message : 'The server gave no reason.'}
      </Typography>
      {again && (
        <Button variant="outlined" onClick={again}>
          Try again
        </Button>
      )}
    </Box>
  );
}

function headingOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'This could not be shown.';
  if (error.code === 'OFFLINE') return 'The server cannot be reached.';
  if (error.code === 'FORBIDDEN') return 'Your role does not allow this.';
  return 'The server could not answer.';
}
