import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

const dated = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });

interface DaysProps<Row> {
  /** In the order of their times. */
  readonly rows: readonly Row[];
  readonly at: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
}

/** A timeline: rows under the day that they belong to. */
export function Days<Row>({ rows, at, children }: DaysProps<Row>) {
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = dated.format(new Date(at(row)));
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {[...days].map(([day, of]) => (
        <Box component="li" key={day}>
          <Typography component="h3" variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            {day}
          </Typography>
          <Box
            component="ul"
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              pl: 2,
              borderLeft: 2,
              borderColor: 'divider',
              display: 'grid',
              gap: 1.5,
              gridTemplateColumns: 'minmax(0, 1fr)',
            }}
          >
            {of.map(children)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
