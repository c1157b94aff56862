import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Chooser, Headline, Learned, type ModelsProps, Named, Verdict } from './model-pieces';
import { PromoteButton } from './swap';

// For who hears the page and does not see it.
const UNSEEN = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/** Models, a row each: where it stands, how it ranks beside popularity and chance, and what the gate said. */
export function ModelTable({ models, live, chosen, onChoose, most }: ModelsProps) {
  return (
    <TableContainer>
      <Table size="small" aria-label="Models">
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              <Box component="span" sx={UNSEEN}>
                Compare
              </Box>
            </TableCell>
            {['Model', 'NDCG@10, with 95 % intervals', 'Verdict', 'Learned from'].map((label) => (
              <TableCell key={label}>{label}</TableCell>
            ))}
            <TableCell component="td" />
          </TableRow>
        </TableHead>
        <TableBody>
          {models.map((model) => (
            <TableRow key={model.id} hover selected={chosen.includes(model.id)}>
              <TableCell padding="checkbox">
                <Chooser model={model} chosen={chosen} onChoose={onChoose} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Named model={model} />
              </TableCell>
              <TableCell>
                <Headline model={model} most={most} />
              </TableCell>
              <TableCell sx={{ minWidth: 240 }}>
                <Verdict model={model} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Learned model={model} />
              </TableCell>
              <TableCell>
                <PromoteButton model={model} live={live} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
