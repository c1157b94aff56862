import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

interface ConflictNoticeProps {
  /** What stands there now, by label, where it is not what is in the form. */
  readonly theirs: readonly (readonly [label: string, value: string])[];
  /** Fills the form with what stands there now. */
  readonly onTake: () => void;
  /** Saves what is in the form over it. */
  readonly onKeep: () => void;
}

/** Somebody else saved in between: nothing was overwritten, and who is here decides what holds. */
export function ConflictNotice({ theirs, onTake, onKeep }: ConflictNoticeProps) {
  return (
    <Alert severity="warning" role="alert">
      <AlertTitle>Somebody else saved this while you were at it</AlertTitle>
      Nothing of theirs was overwritten, and what you entered is still here.
      {theirs.length > 0 && (
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, my: 1 }}>
          {theirs.map(([label, value]) => (
            <Box key={label} sx={{ display: 'contents' }}>
              <Box component="dt">{label} now</Box>
              <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" color="inherit" onClick={onTake}>
          Take theirs
        </Button>
        <Button size="small" variant="outlined" color="inherit" onClick={onKeep}>
          Save mine over it
        </Button>
      </Box>
    </Alert>
  );
}
