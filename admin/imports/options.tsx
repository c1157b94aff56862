import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMay } from '../api/rights';
import type { ImportOptionsInput, OnExisting, TitleKind } from '../generated/imports';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import type { Preview } from './use-preview';

interface OptionsProps {
  readonly format: Preview['format'];
  readonly options: ImportOptionsInput;
  readonly hasOwnId: boolean;
  readonly onChange: (change: ImportOptionsInput) => void;
}

const KINDS: readonly TitleKind[] = ['MOVIE', 'SHOW', 'EPISODE', 'BOOK', 'TRACK', 'VIDEO'];

/** What is chosen for all rows at once. */
export function Options({ format, options, hasOwnId, onChange }: OptionsProps) {
  const mayRate = useMay('EVENTS_WRITE');
  return (
    <Section title="For all rows">
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' } }}>
        <TextField
          select
          label="Titles that are here already"
          value={options.onExisting}
          onChange={({ target }) => onChange({ onExisting: target.value as OnExisting })}
        >
          <MenuItem value="UPDATE">Change to what the file tells</MenuItem>
          <MenuItem value="SKIP">Leave as they are</MenuItem>
        </TextField>
        <TextField
          select
          label="Kind, where a row tells none"
          value={options.kind}
          onChange={({ target }) => onChange({ kind: target.value as TitleKind })}
        >
          {KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {wordsOf(kind)}
            </MenuItem>
          ))}
        </TextField>
        {hasOwnId && (
          <TextField
            required
            label="Whose ids they are"
            helperText="A short name, the same at every import: our-shop"
            value={options.source}
            error={!/^[a-z][a-z0-9-]{0,31}$/.test(options.source ?? '')}
            onChange={({ target }) => onChange({ source: target.value.trim().toLowerCase() })}
          />
        )}
      </Box>
      {format === 'MOVIELENS' && mayRate && (
        <FormControlLabel
          control={<Checkbox checked={options.ratings ?? false} onChange={({ target }) => onChange({ ratings: target.checked })} />}
          label="Also import the ratings, as the past of people movielens:1, movielens:2 and so on; an undo leaves them"
        />
      )}
    </Section>
  );
}
