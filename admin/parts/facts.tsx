import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface FactsProps {
  /** Label and value; a value of null is left out. */
  readonly of: readonly (readonly [label: string, value: ReactNode | null])[];
}

/** Short facts side by side, each under its label. */
export function Facts({ of }: FactsProps) {
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 2, m: 0 }}>
      {of.map(
        ([label, value]) =>
          value !== null && (
            <Box key={label} sx={{ minWidth: 0 }}>
              <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                {label}
              </Typography>
              <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}>
                {value}
              </Typography>
            </Box>
          ),
      )}
    </Box>
  );
}
