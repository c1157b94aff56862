import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { count, share } from '../parts/numbers';
import { WideTable } from '../parts/wide-table';
import type { PlacementListed } from './served';
import { ENGINES } from './words';

type Comparison = NonNullable<PlacementListed['comparisons']>[number];

/** How the engine that is only asked compares with the one that serves, in the last seven days. */
export function Compared({ placement: { comparisons } }: { readonly placement: Pick<PlacementListed, 'comparisons'> }) {
  if (!comparisons || comparisons.length === 0)
    return <Typography sx={{ p: 1, color: 'text.secondary' }}>No list was compared in the last seven days.</Typography>;
  return (
    <WideTable label="Engines compared">
      <TableHead>
        <TableRow>
          <TableCell>Served, and compared with</TableCell>
          <TableCell align="right">Lists</TableCell>
          <TableCell align="right">In common, first 10</TableCell>
          <TableCell align="right">First 20</TableCell>
          <TableCell align="right">Took, ms</TableCell>
          <TableCell align="right">The other, ms</TableCell>
          <TableCell align="right">No answer</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {comparisons.map((row) => (
          <TableRow key={`${row.served} ${row.shadow}`}>
            <TableCell>
              {ENGINES[row.served]}, {ENGINES[row.shadow]}
            </TableCell>
            <TableCell align="right">{count(row.lists)}</TableCell>
            <TableCell align="right">{overlapText(row.overlapAt10)}</TableCell>
            <TableCell align="right">{overlapText(row.overlapAt20)}</TableCell>
            <TableCell align="right">{timeText(row.servedMs, row.servedMostMs)}</TableCell>
            <TableCell align="right">{timeText(row.shadowMs, row.shadowMostMs)}</TableCell>
            <TableCell align="right">{failedText(row)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </WideTable>
  );
}

const overlapText = (overlap: number | null): string => (overlap === null ? '–' : share(overlap));

/** The mean, and the slowest. */
function timeText(mean: number | null, most: number): string {
  return mean === null ? '–' : `${mean.toFixed(1)}, at most ${count(Math.ceil(most))}`;
}

function failedText({ lists, failures }: Comparison): string {
  return failures === 0 ? '0' : `${count(failures)} (${share(failures / (lists + failures))})`;
}
