import SwapIcon from '@mui/icons-material/SwapHoriz';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useRedirect } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { OneTitleDocument, type TitleRowFragment, TitlesDocument, type TitleWholeFragment } from '../generated/titles';
import { Compare } from './compare';
import { useMerge } from './use-merge';
import { shortName } from './words';

interface MergeDialogProps {
  readonly title: TitleWholeFragment;
  readonly onClose: () => void;
}

/** Looks for the other row of the same work, shows both side by side, and merges them. */
export function MergeDialog({ title, onClose }: MergeDialogProps) {
  const heading = useId();
  const redirect = useRedirect();
  const [otherId, setOtherId] = useState<string | null>(null);
  const [isTurned, setTurned] = useState(false);
  const { data } = useAsk(OneTitleDocument, { id: otherId ?? '' }, { enabled: otherId !== null });
  const { merge, isRunning } = useMerge();
  const other = data?.title ?? null;
  const [from, into] = isTurned ? [other, title] : [title, other];
  async function confirm() {
    if (!from || !into || !(await merge(from, into))) return;
    onClose();
    redirect('edit', 'titles', into.id);
  }
  return (
    <Dialog open onClose={isRunning ? () => undefined : onClose} aria-labelledby={heading} fullWidth maxWidth="md">
      <DialogTitle id={heading}>Merge with another title</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Typography>For two rows of the same work: external ids, tags, episodes and the pasts of people join. It can be undone.</Typography>
        <OtherField title={title} onChange={setOtherId} />
        {from && into && (
          <>
            <Typography>
              Title {from.id} gives way, and title {into.id} stands for both.{' '}
              <Button size="small" startIcon={<SwapIcon />} onClick={() => setTurned(!isTurned)}>
                The other way round
              </Button>
            </Typography>
            <Compare one={from} other={into} />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isRunning}>
          Cancel
        </Button>
        <Button variant="contained" disabled={other === null} loading={isRunning} onClick={() => void confirm()}>
          Merge
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Finds a title of the same kind by its name. */
function OtherField({ title, onChange }: { readonly title: TitleWholeFragment; readonly onChange: (id: string | null) => void }) {
  const [search, setSearch] = useState(shortName(title.name));
  const filter = { search, kinds: [title.kind], states: ['LISTED', 'HIDDEN'] as const };
  const { data } = useAsk(
    TitlesDocument,
    { filter: { ...filter, states: [...filter.states] }, first: 10 },
    { keep: true, enabled: search.trim() !== '' },
  );
  const found = (data?.titles.nodes ?? []).filter(({ id }) => id !== title.id);
  return (
    <Autocomplete<TitleRowFragment>
      options={found}
      filterOptions={(options) => options}
      getOptionLabel={({ name, year, id }) => `${shortName(name)}${year === null ? '' : ` (${year})`}, title ${id}`}
      isOptionEqualToValue={(one, another) => one.id === another.id}
      onInputChange={(_, text, reason) => reason === 'input' && setSearch(text)}
      onChange={(_, chosen) => onChange(chosen?.id ?? null)}
      renderInput={(props) => <TextField {...props} label="The other title" sx={{ mt: 1 }} />}
    />
  );
}
