import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { TitleWholeFragment } from '../generated/titles';
import { Poster } from '../parts/poster';
import { same } from './resource';
import { fieldName, posterOf, valueText } from './words';

const FIELDS = [
  ...['name', 'aliases', 'kind', 'year', 'genres', 'seconds', 'pages', 'category', 'certificate', 'description'],
  ...['externalIds', 'tags', 'credits', 'availability', 'mediaUrl', 'state'],
] as const;
const LONGEST = 400;

interface CompareProps {
  readonly one: TitleWholeFragment;
  readonly other: TitleWholeFragment;
}

/** Two titles side by side; where they differ, it stands out. */
export function Compare({ one, other }: CompareProps) {
  const values = [one, other].map((title): Readonly<Record<string, unknown>> => ({ ...title }));
  const shown = FIELDS.filter((field) => values.some((title) => valueText(title[field]) !== '–'));
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label="Both titles side by side">
        <TableHead>
          <TableRow>
            <TableCell />
            {[one, other].map((title) => (
              <TableCell key={title.id}>
                <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
                  <Poster url={posterOf(title)} width={40} />
                  Title {title.id}
                </Box>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((field) => (
            <TableRow key={field} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row">
                {fieldName(field)}
              </TableCell>
              {values.map((title) => (
                <TableCell
                  key={String(title.id)}
                  sx={{ overflowWrap: 'anywhere', fontWeight: same(values[0]?.[field], values[1]?.[field]) ? undefined : 600 }}
                >
                  <bdi>{shortened(valueText(title[field]))}</bdi>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
