import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { PlacementsQuery } from '../generated/placements';
import { Ago } from '../parts/ago';
import { count } from '../parts/numbers';
import { ENGINES } from './words';

/** A placement as the list knows it: with what was served in it. */
export type PlacementListed = PlacementsQuery['placements'][number] & { readonly id: string };
type Share = NonNullable<PlacementListed['day']>[number];

/** How many lists in all; a dash where nobody may say. */
export function servedText(shares: readonly Share[] | null): string {
  return shares ? count(shares.reduce((sum, { lists }) => sum + lists, 0)) : '–';
}

/** What served in a placement, by engine and model, today and in the last seven days. */
export function ServedIn({ placement: { day, week } }: { readonly placement: Pick<PlacementListed, 'day' | 'week'> }) {
  const shares = week ?? [];
  if (shares.length === 0)
    return <Typography sx={{ p: 1, color: 'text.secondary' }}>Nobody asked for it in the last seven days.</Typography>;
  const today = new Map((day ?? []).map((share) => [keyOf(share), share.lists]));
  return (
    <Box sx={{ overflowX: 'auto', maxWidth: { xs: 'calc(100vw - 72px)', sm: 'none' } }}>
      <Table size="small" aria-label="What served here">
        <TableHead>
          <TableRow>
            <TableCell>Served by</TableCell>
            <TableCell align="right">Lists in 24 h</TableCell>
            <TableCell align="right">In 7 days</TableCell>
            <TableCell>Last</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shares.map((share) => (
            <TableRow key={keyOf(share)}>
              <TableCell>{byText(share)}</TableCell>
              <TableCell align="right">{count(today.get(keyOf(share)) ?? 0)}</TableCell>
              <TableCell align="right">{count(share.lists)}</TableCell>
              <TableCell>
                <Ago at={share.lastAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

const keyOf = ({ engine, modelId }: Share): string => `${engine} ${modelId ?? ''}`;

function byText({ engine, modelId }: Share): string {
  return modelId === null ? `${ENGINES[engine]}, without a model` : `${ENGINES[engine]}, model ${modelId}`;
}
