import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useEffect, useState } from 'react';
import { Title } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { ImportsDocument } from '../generated/imports';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { StateChip } from '../parts/state-chip';
import { TurnPages } from '../parts/turn-pages';
import { WideTable } from '../parts/wide-table';
import { countsOf, filesOf, type ListedImport, WORKING } from './words';

const FIRST = 25;
const LOOK_MS = 3_000;

/** Every import, newest first; one that was left on its way goes on from here. */
export default function ImportList() {
  const [page, setPage] = useState(0);
  const asked = useAsk(ImportsDocument, { first: FIRST, offset: page * FIRST }, { keep: true });
  const isWorking = asked.data?.imports.nodes.some(({ state }) => WORKING.includes(state)) ?? false;
  const { refetch } = asked;
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isWorking, refetch]);
  const begin = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'center' }}>
      <Button component={Link} to="/imports/genome">
        Tag genome
      </Button>
      <Button component={Link} to="/imports/new" variant="contained" startIcon={<AddIcon />}>
        Import titles
      </Button>
    </Box>
  );
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Imports" />
      <Asked of={asked}>
        {({ imports }) =>
          imports.nodes.length === 0 && page === 0 ? (
            <Empty title="Nothing was imported yet." action={begin}>
              Bring titles from a CSV, from JSON Lines or from a MovieLens folder. You see what every row would do before anything is
              changed, and a whole import can be undone.
            </Empty>
          ) : (
            <>
              <Box sx={{ justifySelf: 'end' }}>{begin}</Box>
              <WideTable label="Imports">
                <TableHead>
                  <TableRow>
                    <TableCell>Files</TableCell>
                    <TableCell>State</TableCell>
                    <TableCell>Rows</TableCell>
                    <TableCell>By</TableCell>
                    <TableCell>When</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {imports.nodes.map((each) => (
                    <Row key={each.id} of={each} />
                  ))}
                </TableBody>
              </WideTable>
              <TurnPages total={imports.totalCount} page={page} rows={FIRST} onTurn={setPage} />
            </>
          )
        }
      </Asked>
    </Box>
  );
}

function Row({ of }: { readonly of: ListedImport }) {
  return (
    <TableRow>
      <TableCell sx={{ minWidth: 180, overflowWrap: 'anywhere' }}>
        <MuiLink component={Link} to={`/imports/${of.id}`}>
          <bdi>{filesOf(of)}</bdi>
        </MuiLink>
      </TableCell>
      <TableCell>
        <StateChip state={of.state} />
      </TableCell>
      <TableCell sx={{ minWidth: 160 }}>{of.counts ? countsOf(of.counts) : '–'}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{of.actor}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Ago at={of.finishedAt ?? of.createdAt} />
      </TableCell>
    </TableRow>
  );
}
