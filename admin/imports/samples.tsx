import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link } from 'react-router-dom';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import type { ShownImport } from './show';

const SHOWN = 50;

/** Some of the titles that are made or changed. */
export function Samples({ shown }: { readonly shown: ShownImport }) {
  if (shown.samples.length === 0) return null;
  return (
    <Section title="Some of the titles">
      <Box sx={{ overflowX: 'auto' }} role="region" aria-label="Some of the titles" tabIndex={0}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell align="right">Row</TableCell>
              <TableCell>Title</TableCell>
              <TableCell>What changes</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.samples.slice(0, SHOWN).map(({ row, name, titleId, outcome, fields }) => (
              <TableRow key={row}>
                <TableCell align="right">{row}</TableCell>
                <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>
                  {titleId ? (
                    <MuiLink component={Link} to={`/titles/${titleId}`}>
                      <bdi>{name}</bdi>
                    </MuiLink>
                  ) : (
                    <bdi>{name}</bdi>
                  )}
                </TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{outcome === 'CREATED' ? 'New' : fields.map(saidOf).join(', ')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}

/** `externalIds` as "External ids". */
const saidOf = (field: string): string => wordsOf(field.replace(/([A-Z])/g, '_$1'));
