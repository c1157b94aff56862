import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';

/** What every field of several rows takes. */
export interface RowsProps<Row> {
  readonly value: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly readOnly?: boolean;
  /** What is wrong with it. */
  readonly error?: string | undefined;
}

interface RowsFieldProps<Row> extends RowsProps<Row> {
  /** One of its rows, in words: "tag". */
  readonly noun: string;
  readonly blank: Row;
  readonly most?: number;
  readonly children: (row: Row, change: (part: Partial<Row>) => void, at: number) => ReactNode;
}

/** Rows of a few fields each: changed in place, taken out, added at the end. */
export function RowsField<Row>({ value, onChange, readOnly = false, error, noun, blank, most = 300, children }: RowsFieldProps<Row>) {
  const replace = (at: number, part: Partial<Row>): void => onChange(value.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <Box role="group" aria-label={`${noun}s`} sx={{ display: 'grid', gap: 1.5 }}>
      {value.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place; it has no id of its own.
        <Box key={at} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: 1, '& > *': { flex: '1 1 140px' } }}>
            {children(row, (part) => replace(at, part), at)}
          </Box>
          {!readOnly && (
            <IconButton aria-label={`Take out ${noun} ${at + 1}`} onClick={() => onChange(value.filter((_, index) => index !== at))}>
              <CloseIcon fontSize="small" />
            </IconButton>
          )}
        </Box>
      ))}
      {!readOnly && value.length < most && (
        <Box>
          <Button startIcon={<AddIcon />} onClick={() => onChange([...value, blank])}>
            Add {noun}
          </Button>
        </Box>
      )}
      {error && <FormHelperText error>{error}</FormHelperText>}
    </Box>
  );
}
