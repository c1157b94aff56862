import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { TitleChange } from '../generated/titles';
import { TagsField } from './tags-field';
import { WindowsField } from './windows-field';
import { WordsField } from './words-field';

/** What can be done to many titles, as it is called, and with what it begins. */
export const CHANGES: readonly {
  readonly field: keyof TitleChange;
  readonly name: string;
  readonly blank: TitleChange[keyof TitleChange];
}[] = [
  { field: 'state', name: 'State', blank: 'HIDDEN' },
  { field: 'addGenres', name: 'Add genres', blank: [] },
  { field: 'removeGenres', name: 'Take genres away', blank: [] },
  { field: 'category', name: 'Shelf', blank: '' },
  { field: 'certificate', name: 'Certificate', blank: '' },
  { field: 'availability', name: 'Availability', blank: [] },
  { field: 'addTags', name: 'Add tags', blank: [{ tag: '', relevance: 1 }] },
  { field: 'removeTags', name: 'Take tags away', blank: [] },
];

interface ChangeFieldsProps {
  readonly value: TitleChange;
  readonly onChange: (change: TitleChange) => void;
  readonly genres: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** The fields of a change of many titles: those that were chosen, each with what it is to become. */
export function ChangeFields({ value, onChange, genres, errors }: ChangeFieldsProps) {
  const chosen = CHANGES.filter(({ field }) => field in value);
  const left = CHANGES.filter(({ field }) => !(field in value));
  const set = (part: TitleChange): void => onChange({ ...value, ...part });
  const textOf = (field: 'category' | 'certificate', label: string): ReactNode => (
    <TextField
      label={label}
      value={value[field] ?? ''}
      onChange={({ target }) => set({ [field]: target.value })}
      error={Boolean(errors[field])}
      helperText={errors[field] ?? 'Left empty, it is taken away.'}
    />
  );
  const editors: Readonly<Record<string, () => ReactNode>> = {
    state: () => (
      <TextField select label="State" value={value.state} onChange={({ target }) => set({ state: target.value as TitleChange['state'] })}>
        <MenuItem value="LISTED">Listed: in lists and searches</MenuItem>
        <MenuItem value="HIDDEN">Hidden: kept in the past of people, in no list</MenuItem>
        <MenuItem value="REMOVED">Removed: taken out of lists and searches</MenuItem>
      </TextField>
    ),
    addGenres: () => (
      <WordsField
        label="Genres to add"
        options={genres}
        value={value.addGenres ?? []}
        onChange={(words) => set({ addGenres: [...words] })}
        error={errors.addGenres}
      />
    ),
    removeGenres: () => (
      <WordsField
        label="Genres to take away"
        options={genres}
        value={value.removeGenres ?? []}
        onChange={(words) => set({ removeGenres: [...words] })}
        error={errors.removeGenres}
      />
    ),
    category: () => textOf('category', 'Shelf'),
    certificate: () => textOf('certificate', 'Certificate'),
    availability: () => (
      <WindowsField
        value={value.availability ?? []}
        onChange={(windows) => set({ availability: [...windows] })}
        error={errors.availability}
      />
    ),
    addTags: () => <TagsField value={value.addTags ?? []} onChange={(tags) => set({ addTags: [...tags] })} error={errors.addTags} />,
    removeTags: () => (
      <WordsField
        label="Tags to take away"
        options={[]}
        value={value.removeTags ?? []}
        onChange={(words) => set({ removeTags: [...words] })}
        error={errors.removeTags}
      />
    ),
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {chosen.map(({ field, name }) => (
        <Box key={field} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {field === 'availability' && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {name}: without a window, always and everywhere.
            </Typography>
          )}
          {editors[field]?.()}
        </Box>
      ))}
      {left.length > 0 && (
        <TextField
          select
          label={chosen.length === 0 ? 'What is to change?' : 'And what else?'}
          value=""
          onChange={({ target }) => set({ [target.value]: CHANGES.find(({ field }) => field === target.value)?.blank })}
        >
          {left.map(({ field, name }) => (
            <MenuItem key={field} value={field}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Box>
  );
}
