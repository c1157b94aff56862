import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { type ReactNode, useId, useRef, useState } from 'react';

interface ShownOnceProps {
  /** What it is: "The key of Shop". */
  readonly title: string;
  /** What to do with it. */
  readonly children: ReactNode;
  /** The label of the text: "Key". */
  readonly label: string;
  readonly text: string;
  readonly onClose: () => void;
}

/** A secret that is on screen once: it can be copied, and is left only by whoever says that they kept it. */
export function ShownOnce({ title, children, label, text, onClose }: ShownOnceProps) {
  const [isKept, setKept] = useState(false);
  const heading = useId();
  return (
    <Dialog open aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading} sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <div>{children}</div>
        <Copyable label={label} text={text} />
        <FormControlLabel control={<Checkbox checked={isKept} onChange={() => setKept(!isKept)} />} label="I kept it" />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" disabled={!isKept} onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** A text to be taken along as it is. Where a browser has no clipboard for us, it is marked for the keys that copy. */
function Copyable({ label, text }: { readonly label: string; readonly text: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      field.current?.select();
      setSaid('It is marked: copy it with Ctrl or ⌘ and C.');
    }
  }
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' }, alignItems: 'start' }}>
      <TextField
        label={label}
        value={text}
        inputRef={field}
        onFocus={({ target }) => target.select()}
        helperText={said ?? ' '}
        slotProps={{ htmlInput: { readOnly: true, spellCheck: false, 'aria-live': 'off' }, input: { sx: { fontFamily: 'monospace' } } }}
      />
      <Button variant="outlined" startIcon={<CopyIcon />} onClick={() => void copy()}>
        Copy
      </Button>
    </Box>
  );
}
