import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useAsk } from '../api/use-ask';
import { PlacementGenresDocument, PlacementMoodsDocument } from '../generated/placements';
import { wordsOf } from '../parts/state-chip';
import type { Draft } from './draft';
import type { FieldsProps } from './name-fields';
import { ShareField } from './share-field';
import { CERTIFICATES, KINDS } from './words';

const NUMBERS = [
  ['perKind', 'At most of one kind'],
  ['freeMinutes', 'Free time, minutes'],
  ['maxMinutes', 'Longest title, minutes'],
  ['yearFrom', 'From year'],
  ['yearTo', 'To year'],
  ['region', 'Region, for example DE'],
  ['locale', 'Language, for example de'],
] as const satisfies readonly (readonly [keyof Draft, string])[];
/** The server calls a length by its seconds. */
const SERVED_AS: Readonly<Partial<Record<keyof Draft, string>>> = { maxMinutes: 'maxTitleSeconds', freeMinutes: 'availableSeconds' };

/** What a list holds where the request says nothing else. */
export function FilterFields({ draft, set, errors, isFixed }: FieldsProps) {
  const [isOpen, setOpen] = useState(false);
  const moods = useAsk(PlacementMoodsDocument, {}).data?.moods ?? [];
  const { data } = useAsk(PlacementGenresDocument, {}, { enabled: isOpen });
  return (
    <>
      <Autocomplete
        multiple
        disabled={isFixed}
        options={[...KINDS]}
        value={[...draft.kinds]}
        onChange={(_, kinds) => set({ kinds })}
        getOptionLabel={wordsOf}
        renderInput={(params) => (
          <TextField {...params} label="Kinds" error={Boolean(errors.kinds)} helperText={errors.kinds ?? 'None: every kind.'} />
        )}
      />
      <Autocomplete
        multiple
        freeSolo
        open={isOpen}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        disabled={isFixed}
        options={(data?.genres ?? []).map(({ genre }) => genre)}
        value={[...draft.genres]}
        onChange={(_, genres) => set({ genres })}
        renderInput={(params) => (
          <TextField {...params} label="Genres" error={Boolean(errors.genres)} helperText={errors.genres ?? 'None: every genre.'} />
        )}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))' }}>
        {NUMBERS.map(([field, label]) => (
          <TextField
            key={field}
            label={label}
            value={draft[field]}
            onChange={({ target }) => set({ [field]: target.value })}
            disabled={isFixed}
            error={Boolean(errors[SERVED_AS[field] ?? field])}
            helperText={errors[SERVED_AS[field] ?? field]}
            autoComplete="off"
          />
        ))}
        <TextField
          select
          label="Mood"
          value={draft.mood}
          onChange={({ target }) => set({ mood: target.value })}
          disabled={isFixed}
          error={Boolean(errors.mood)}
          helperText={errors.mood}
        >
          <MenuItem value="">None</MenuItem>
          {moods.map(({ id, names }) => (
            <MenuItem key={id} value={id}>
              {names.en}
            </MenuItem>
          ))}
          {draft.mood !== '' && !moods.some(({ id }) => id === draft.mood) && <MenuItem value={draft.mood}>{draft.mood}</MenuItem>}
        </TextField>
        <TextField
          select
          label="Certificate up to"
          value={draft.maxCertificate}
          onChange={({ target }) => set({ maxCertificate: target.value })}
          disabled={isFixed}
          error={Boolean(errors.maxCertificate)}
          helperText={errors.maxCertificate}
        >
          <MenuItem value="">Any</MenuItem>
          {[...new Set([...CERTIFICATES, draft.maxCertificate].filter((each) => each !== ''))].map((certificate) => (
            <MenuItem key={certificate} value={certificate}>
              {certificate}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box sx={{ display: 'grid', gap: 1 }}>
        <FormControlLabel
          control={<Switch checked={!draft.excludeSeen} onChange={() => set({ excludeSeen: !draft.excludeSeen })} disabled={isFixed} />}
          label="Also what the person has seen"
        />
        <FormControlLabel
          control={
            <Switch checked={draft.excludeServed} onChange={() => set({ excludeServed: !draft.excludeServed })} disabled={isFixed} />
          }
          label="Without what was shown in the last 30 days"
        />
      </Box>
      <ShareField
        label="Variety"
        hint="How much the list avoids titles that are like each other."
        value={draft.diversity}
        onChange={(diversity) => set({ diversity })}
        isFixed={isFixed}
      />
      <ShareField
        label="Places for new titles"
        hint="Shown to learn about them; people see that they are new."
        value={draft.explorationShare}
        onChange={(explorationShare) => set({ explorationShare })}
        isFixed={isFixed}
      />
    </>
  );
}
