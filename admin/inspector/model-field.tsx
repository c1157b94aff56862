import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { InspectorChoicesQuery } from '../generated/inspector';
import { wordsOf } from '../parts/state-chip';

interface ModelFieldProps {
  readonly label: string;
  /** What is meant when none is chosen. */
  readonly none: string;
  readonly models: InspectorChoicesQuery['models'];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const dated = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** A model; those without factors cannot be chosen, and say why. */
export function ModelField({ label, none, models, value, onChange }: ModelFieldProps) {
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || null)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{none}</MenuItem>
      {models.map(({ id, state, createdAt, bytes }) => (
        <MenuItem key={id} value={id} disabled={bytes === 0}>
          {[
            `Model ${id}`,
            dated.format(new Date(createdAt)),
            bytes === 0 && state !== 'FAILED' ? 'removed' : wordsOf(state).toLowerCase(),
          ].join(' · ')}
        </MenuItem>
      ))}
      {value && !models.some(({ id }) => id === value) && <MenuItem value={value}>Model {value}</MenuItem>}
    </TextField>
  );
}
