import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Slider from '@mui/material/Slider';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { share } from '../parts/numbers';
import { RowsField, type RowsProps } from './rows-field';

/** A word that describes a title, and how well it fits. */
export interface Tag {
  readonly tag: string;
  readonly relevance: number;
}

const BLANK: Tag = { tag: '', relevance: 1 };
/** Some titles have a thousand: those that fit best are shown first. */
const SHOWN = 20;

/** Tags with a slider each for how well they fit. */
export function TagsField({ value, onChange, readOnly = false, error }: RowsProps<Tag>) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? value : value.slice(0, SHOWN);
  const rest = value.slice(shown.length);
  return (
    <>
      <RowsField
        noun="tag"
        blank={BLANK}
        most={1_000}
        value={shown}
        onChange={(tags) => onChange([...tags, ...rest])}
        readOnly={readOnly}
        error={error}
      >
        {({ tag, relevance }, change, at) => (
          <>
            <TextField
              label="Tag"
              value={tag}
              onChange={({ target }) => change({ tag: target.value })}
              slotProps={{ htmlInput: { maxLength: 200, readOnly, dir: 'auto', 'aria-label': `Tag ${at + 1}` } }}
            />
            <Box sx={{ px: 1.5, pt: 0.5 }}>
              <Slider
                size="small"
                min={0}
                max={1}
                step={0.05}
                value={relevance}
                disabled={readOnly}
                onChange={(_, next) => change({ relevance: Number(next) })}
                valueLabelDisplay="auto"
                valueLabelFormat={share}
                getAriaLabel={() => `How well ${tag || 'it'} fits`}
                getAriaValueText={share}
              />
            </Box>
          </>
        )}
      </RowsField>
      {rest.length > 0 && (
        <Box>
          <Button onClick={() => setAll(true)}>Show {rest.length} more</Button>
        </Box>
      )}
    </>
  );
}
