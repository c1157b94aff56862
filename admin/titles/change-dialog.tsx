import EditIcon from '@mui/icons-material/EditNoteOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useListContext } from 'react-admin';
import type { TitleChange } from '../generated/titles';
import { Poster } from '../parts/poster';
import { ChangeFields } from './change-fields';
import { useGenreNames } from './filters';
import { JobBar } from './job-bar';
import { filterOf } from './resource';
import { titles } from './undo';
import { type Chosen, type Step, useBulk } from './use-bulk';
import { kindOf, posterOf, shortName } from './words';

interface ChangeDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  /** Also told when all went well, for example to choose none any more. */
  readonly onDone?: () => void;
}

/** Changes many titles: what is to change, then how many and some of them, then for good. */
export function ChangeDialog({ chosen, onClose, onDone }: ChangeDialogProps) {
  const heading = useId();
  const [change, setChange] = useState<TitleChange>({});
  const genres = useGenreNames().map(({ name }) => name);
  const finish = (): void => {
    onDone?.();
    onClose();
  };
  const { step, isBusy, errors, failure, look, make, back } = useBulk(chosen, finish);
  const isFilled = Object.keys(change).length > 0;
  return (
    <Dialog open onClose={isBusy ? () => undefined : onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>{headingOf(step, chosen)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {failure && <Alert severity="error">{failure}</Alert>}
        {step.at === 'filling' && (
          <Box sx={{ pt: 1 }}>
            <ChangeFields value={change} onChange={setChange} genres={genres} errors={errors} />
          </Box>
        )}
        {step.at === 'looking' && <Look step={step} />}
        {step.at === 'working' && <JobBar id={step.jobId} label="Changing titles" />}
      </DialogContent>
      <DialogActions>
        {step.at === 'looking' && <Button onClick={back}>Back</Button>}
        <Button onClick={onClose} disabled={isBusy}>
          {step.at === 'working' ? 'Close' : 'Cancel'}
        </Button>
        {step.at === 'filling' && (
          <Button variant="contained" disabled={!isFilled} loading={isBusy} onClick={() => void look(change)}>
            Count first
          </Button>
        )}
        {step.at === 'looking' && (
          <Button variant="contained" disabled={step.count === 0} loading={isBusy} onClick={() => void make(change)}>
            Change {titles(step.count)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function headingOf(step: Step, chosen: Chosen): string {
  if (step.at === 'looking') return `Change ${titles(step.count)}?`;
  if (step.at === 'working') return 'Changing titles';
  return 'ids' in chosen ? `Change ${titles(chosen.ids.length)}` : 'Change everything that fits the filter';
}

function Look({ step }: { readonly step: Extract<Step, { at: 'looking' }> }) {
  return (
    <>
      {step.moved && <Alert severity="warning">The catalogue has changed meanwhile: this is how many titles fit now.</Alert>}
      <Typography>
        {step.count === 0
          ? 'No title fits, so nothing would be changed.'
          : 'All of them or none are changed, and it can be undone. These are some of them:'}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1, listStyle: 'none' }}>
        {step.sample.map((title) => (
          <Box component="li" key={title.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'center', minWidth: 0 }}>
            <Poster url={posterOf(title)} width={24} />
            <Typography noWrap dir="auto" sx={{ minWidth: 0 }}>
              {shortName(title.name)}
            </Typography>
            <Typography variant="body2" noWrap sx={{ color: 'text.secondary', flex: 'none' }}>
              {[kindOf(title.kind), title.year].filter(Boolean).join(', ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </>
  );
}

/** Opens the dialog for everything that fits the filter of the list. */
export function ChangeAllButton() {
  const { filterValues } = useListContext();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" startIcon={<EditIcon />} onClick={() => setOpen(true)}>
        Change all that fit
      </Button>
      {isOpen && <ChangeDialog chosen={{ filter: filterOf(filterValues) }} onClose={() => setOpen(false)} />}
    </>
  );
}
