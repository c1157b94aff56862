import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import type { ModelRowFragment } from '../generated/models';
import { Ago } from '../parts/ago';
import { brief } from '../parts/numbers';
import { StateChip } from '../parts/state-chip';
import { HEADLINE, headlineOf, mostOf, whiskersOf } from './headline';
import { PromoteButton } from './swap';
import { Whiskers } from './whiskers';

interface ModelTableProps {
  readonly models: readonly ModelRowFragment[];
  readonly live: ModelRowFragment | null;
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
}

// For who hears the page and does not see it.
const UNSEEN = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } as const;

/** Models, a row each: where it stands, how it ranks beside popularity and chance, and what the gate said. */
export function ModelTable({ models, live, chosen, onChoose }: ModelTableProps) {
  const most = mostOf(models.map(headlineOf));
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
            <Row key={model.id} model={model} live={live} most={most} isChosen={chosen.includes(model.id)} onChoose={onChoose} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface RowProps {
  readonly model: ModelRowFragment;
  readonly live: ModelRowFragment | null;
  readonly most: number;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}

function Row({ model, live, most, isChosen, onChoose }: RowProps) {
  const headline = headlineOf(model);
  return (
    <TableRow hover selected={isChosen}>
      <TableCell padding="checkbox">
        {model.state !== 'FAILED' && (
          <Checkbox
            checked={isChosen}
            onChange={() => onChoose(model.id)}
            slotProps={{ input: { 'aria-label': `Compare model ${model.id}` } }}
          />
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
          <MuiLink component={Link} to={`/models/${model.id}`}>
            Model {model.id}
          </MuiLink>
          <StateChip state={model.state} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            trained <Ago at={model.createdAt} />
          </Typography>
        </Box>
      </TableCell>
      <TableCell>
        {headline ? (
          <Whiskers metric={HEADLINE} rows={whiskersOf(headline)} most={most} />
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Not measured
          </Typography>
        )}
      </TableCell>
      <TableCell sx={{ minWidth: 240, overflowWrap: 'anywhere' }}>
        {model.error ?? model.verdict ?? '–'}
        {model.report && model.report.gate.text !== model.verdict && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {model.report.gate.outcome === 'PASSED' ? 'The gate would let it serve.' : 'The gate would hold it back.'}
          </Typography>
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {brief(model.interactions)} by {brief(model.users)} people
        <br />
        {brief(model.items)} titles
      </TableCell>
      <TableCell>
        <PromoteButton model={model} live={live} />
      </TableCell>
    </TableRow>
  );
}
