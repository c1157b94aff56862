import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Radio from '@mui/material/Radio';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { TitleWholeFragment } from '../generated/titles';
import { same } from './resource';
import { fieldName, valueText } from './words';

type Values = Readonly<Record<string, unknown>>;

interface ConflictDialogProps {
  /** As it was read, as the form has it, and as it is on the server now. */
  readonly base: TitleWholeFragment;
  readonly mine: Values;
  readonly theirs: TitleWholeFragment;
  readonly onSave: (values: Values) => Promise<void>;
  readonly onClose: () => void;
}

const COUNTED = new Set(['id', 'version', 'updatedAt', 'createdAt', 'posterUrl', 'posterIsDrawn', 'mergedFrom']);

/** Somebody else saved first: both versions side by side, and for every field a choice. Nothing is overwritten unseen. */
export function ConflictDialog({ base, mine, theirs, onSave, onClose }: ConflictDialogProps) {
  const heading = useId();
  const [isBusy, setBusy] = useState(false);
  const was: Values = { ...base };
  const now: Values = { ...theirs };
  const fields = Object.keys(now).filter((field) => !COUNTED.has(field) && !same(mine[field], now[field]));
  // A field that only I changed stays mine unless I say otherwise; one that they changed is theirs.
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(fields.filter((field) => same(was[field], now[field]))));
  const choose = (field: string, isMine: boolean): void =>
    setKept((before) => new Set(isMine ? [...before, field] : [...before].filter((each) => each !== field)));
  async function save() {
    setBusy(true);
    await onSave({ ...now, ...Object.fromEntries([...kept].map((field) => [field, mine[field]])) });
    setBusy(false);
  }
  return (
    <Dialog open onClose={isBusy ? () => undefined : onClose} aria-labelledby={heading} fullWidth maxWidth="md">
      <DialogTitle id={heading}>Somebody else has changed this title</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography>
          Nothing of yours was saved yet.{' '}
          {fields.length === 0 ? 'Both versions say the same.' : 'Choose what the title shall be, field by field.'}
        </Typography>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>Field</TableCell>
              <TableCell>Yours</TableCell>
              <TableCell>Theirs, as it is now</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map((field) => (
              <TableRow key={field} sx={{ verticalAlign: 'top' }}>
                <TableCell component="th" scope="row">
                  {fieldName(field)}
                </TableCell>
                <Choice name={field} label="yours" value={mine[field]} isChosen={kept.has(field)} onChoose={() => choose(field, true)} />
                <Choice name={field} label="theirs" value={now[field]} isChosen={!kept.has(field)} onChoose={() => choose(field, false)} />
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isBusy}>
          Back to the form
        </Button>
        <Button variant="contained" loading={isBusy} onClick={() => void save()}>
          Save what is chosen
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: unknown;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, label, value, isChosen, onChoose }: ChoiceProps) {
  return (
    <TableCell sx={{ overflowWrap: 'anywhere', bgcolor: isChosen ? 'action.selected' : undefined }}>
      <Radio
        size="small"
        checked={isChosen}
        onChange={onChoose}
        name={name}
        slotProps={{ input: { 'aria-label': `${fieldName(name)}: ${label}` } }}
        sx={{ p: 0.5, mr: 0.5 }}
      />
      <bdi>{valueText(value)}</bdi>
    </TableCell>
  );
}
