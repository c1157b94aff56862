import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useId } from 'react';

interface FormDialogProps {
  readonly title: string;
  readonly action: string;
  readonly isRunning: boolean;
  readonly isWrong: boolean;
  /** What the server refused, where it belongs to no field. */
  readonly refused?: string | undefined;
  readonly onStart: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form of many fields with its one button; on a phone it takes the whole screen. */
export function FormDialog({ title, action, isRunning, isWrong, refused, onStart, onClose, children }: FormDialogProps) {
  const heading = useId();
  const isSmall = useMediaQuery('(max-width: 600px)');
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="md" fullScreen={isSmall}>
      <DialogTitle id={heading}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {children}
        {refused && <Alert severity="error">{refused}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" onClick={onStart} loading={isRunning} disabled={isWrong}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
