import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { MoodMatch } from '../generated/moods';
import { MATCHES } from './draft';
import type { FieldsProps } from './genre-fields';

/** What a mood is called, and what it does with a feeling. */
export function NameFields({ draft, set, errors, isFixed, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const { names } = draft;
  return (
    <>
      {isNew && (
        <TextField
          label="Id"
          required
          value={draft.id}
          onChange={({ target }) => set({ id: target.value })}
          error={Boolean(errors.id)}
          helperText={errors.id ?? 'Lower-case words joined by hyphens; front ends ask by it, and it stays.'}
        />
      )}
      <TextField
        label="Name in English"
        value={names.en}
        disabled={isFixed}
        onChange={({ target }) => set({ names: { ...names, en: target.value } })}
        error={Boolean(errors.names)}
        helperText={errors.names}
      />
      <TextField
        label="Name in Russian"
        value={names.ru}
        disabled={isFixed}
        onChange={({ target }) => set({ names: { ...names, ru: target.value } })}
        slotProps={{ htmlInput: { lang: 'ru' } }}
      />
      <Autocomplete
        multiple
        freeSolo
        options={[]}
        value={[...draft.words]}
        disabled={isFixed}
        onChange={(_, words) => set({ words })}
        renderInput={(params) => (
          <TextField
            {...params}
            label="Other words for it"
            error={Boolean(errors.words)}
            helperText={errors.words ?? 'Enter ends a word; any language.'}
          />
        )}
      />
      <TextField
        select
        label="What it does"
        value={draft.match}
        disabled={isFixed}
        onChange={({ target }) => set({ match: target.value as MoodMatch })}
      >
        {Object.entries(MATCHES).map(([match, words]) => (
          <MenuItem key={match} value={match}>
            {words}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
