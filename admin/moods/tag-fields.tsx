import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { FieldsProps } from './genre-fields';
import { WeightRow } from './weight-row';

/** How much each tag speaks for the mood. */
export function TagFields({ draft, set, errors, isFixed }: FieldsProps) {
  const [typed, setTyped] = useState('');
  const tag = typed.trim();
  const isThere = draft.tags.some((each) => each.tag.toLowerCase() === tag.toLowerCase());
  function add() {
    if (tag === '' || isThere) return;
    set({ tags: [...draft.tags, { tag, weight: 0.5 }] });
    setTyped('');
  }
  return (
    <>
      {errors.tags && <Typography color="error">{errors.tags}</Typography>}
      {draft.tags.map((each, at) => (
        <WeightRow
          key={each.tag}
          name={each.tag}
          weight={each.weight}
          isFixed={isFixed}
          onChange={(weight) => set({ tags: draft.tags.map((other, place) => (place === at ? { ...other, weight } : other)) })}
          onRemove={() => set({ tags: draft.tags.filter((_, place) => place !== at) })}
        />
      ))}
      {!isFixed && (
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center' }}>
          <TextField
            label="A tag of the catalogue"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter adds the tag: the form is not yet to be saved.
              event.preventDefault();
              add();
            }}
            autoComplete="off"
          />
          <Button onClick={add} disabled={tag === '' || isThere}>
            Add tag
          </Button>
        </Box>
      )}
    </>
  );
}
