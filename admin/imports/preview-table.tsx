import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { duration } from '../parts/numbers';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import type { Preview } from './use-preview';

type Row = Preview['rows'][number];

/** The first rows as the titles that they would become, or what is wrong with them. */
export function PreviewTable({ rows }: { readonly rows: Preview['rows'] }) {
  return (
    <Section title="The first rows">
      {rows.length === 0 && <Typography sx={{ color: 'text.secondary' }}>There is no row in this file.</Typography>}
      {rows.length > 0 && (
        <Box sx={{ overflowX: 'auto' }} role="region" aria-label="The first rows" tabIndex={0}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell align="right">Row</TableCell>
                <TableCell>Title</TableCell>
                <TableCell>Genres</TableCell>
                <TableCell>Found again by</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.row} sx={{ verticalAlign: 'top' }}>
                  <TableCell align="right">{row.row}</TableCell>
                  {row.draft ? <GoodRow draft={row.draft} /> : <BadRow row={row} />}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Section>
  );
}

function GoodRow({ draft }: { readonly draft: NonNullable<Row['draft']> }) {
  const facts = [wordsOf(draft.kind), draft.year, draft.seconds && duration(draft.seconds)].filter(Boolean).join(' · ');
  return (
    <>
      <TableCell sx={{ minWidth: 180, overflowWrap: 'anywhere' }}>
        <bdi>{(draft.name ?? 'As it is called here').slice(0, 200)}</bdi>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {facts}
        </Typography>
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>{draft.genres?.slice(0, 5).join(', ')}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        {draft.externalIds.map(({ source, value }) => `${source}:${value}`).join(', ')}
      </TableCell>
    </>
  );
}

function BadRow({ row }: { readonly row: Row }) {
  return (
    <TableCell colSpan={3} sx={{ color: 'error.main', overflowWrap: 'anywhere' }}>
      {row.problems.map(({ column, message }) => (
        <div key={`${column} ${message}`}>
          {column === 'row' ? '' : `${column}: `}
          {message}
        </div>
      ))}
    </TableCell>
  );
}
