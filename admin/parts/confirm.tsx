import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type ReactNode, useId, useState } from 'react';

interface ConfirmProps {
  readonly isOpen: boolean;
  /** A question: "Revoke this key?" */
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb of the question: "Revoke". */
  readonly action: string;
  readonly isDangerous?: boolean;
  /** Has to be typed before the button works: for what cannot be undone. */
  readonly typed?: string;
  readonly onConfirm: () => Promise<unknown> | unknown;
  readonly onClose: () => void;
}

/** Asks before something that others will notice. Stays open, busy, until it is done. */
export function Confirm({ isOpen, title, children, action, isDangerous = false, typed, onConfirm, onClose }: ConfirmProps) {
  const [isBusy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const heading = useId();
  async function confirm() {
    setBusy(true);
    try {
      await onConfirm();
      setText('');
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog open={isOpen} onClose={isBusy ? () => undefined : onClose} aria-labelledby={heading} fullWidth maxWidth="xs">
      <DialogTitle id={heading}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <div>{children}</div>
        {typed && (
          <TextField label={`Type ${typed} to go on`} value={text} onChange={({ target }) => setText(target.value)} autoComplete="off" />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isBusy}>
          Cancel
        </Button>
        <Button
          variant="contained"
          color={isDangerous ? 'error' : 'primary'}
          onClick={() => void confirm()}
          loading={isBusy}
          disabled={typed !== undefined && text !== typed}
        >
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
