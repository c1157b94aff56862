import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { Title } from 'react-admin';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { ChangeSetsDocument, type ChangeSetsQuery } from '../generated/titles';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Confirm } from '../parts/confirm';
import { Empty } from '../parts/empty';
import { count } from '../parts/numbers';
import { TurnPages } from '../parts/turn-pages';
import { WideTable } from '../parts/wide-table';
import { titles, useUndo } from '../titles/undo';
import { detailsOf } from './details';

type ChangeSet = ChangeSetsQuery['changeSets']['nodes'][number];

const FIRST = 25;
const KINDS: Readonly<Record<ChangeSet['kind'], string>> = { BULK: 'Many titles changed', IMPORT: 'Import', UNDO: 'Undo' };

/** Every change of many titles, newest first, to be undone as one. */
export default function Changes() {
  const [page, setPage] = useState(0);
  const asked = useAsk(ChangeSetsDocument, { first: FIRST, offset: page * FIRST }, { keep: true });
  return (
    <Box sx={{ mt: 1 }}>
      <Title title="Changes" />
      <Asked of={asked}>
        {({ changeSets }) =>
          changeSets.nodes.length === 0 && page === 0 ? (
            <Empty title="Nothing was changed in bulk yet.">Changes of many titles and imports stand here, each with an undo.</Empty>
          ) : (
            <>
              <WideTable label="Changes of many titles">
                <TableHead>
                  <TableRow>
                    <TableCell>When</TableCell>
                    <TableCell>What</TableCell>
                    <TableCell align="right">Titles</TableCell>
                    <TableCell>By</TableCell>
                    <TableCell />
                  </TableRow>
                </TableHead>
                <TableBody>
                  {changeSets.nodes.map((set) => (
                    <Row key={set.id} set={set} />
                  ))}
                </TableBody>
              </WideTable>
              <TurnPages total={changeSets.totalCount} page={page} rows={FIRST} onTurn={setPage} />
            </>
          )
        }
      </Asked>
    </Box>
  );
}

function Row({ set }: { readonly set: ChangeSet }) {
  const mayWrite = useMay('CATALOGUE_WRITE');
  const [isAsking, setAsking] = useState(false);
  const { undo } = useUndo();
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Ago at={set.at} />
      </TableCell>
      <TableCell sx={{ minWidth: 200, overflowWrap: 'anywhere' }}>
        {KINDS[set.kind]}
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          <bdi>{detailsOf(set.details)}</bdi>
        </Box>
      </TableCell>
      <TableCell align="right">{count(set.titles)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{set.actorName ?? set.actor}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {set.undoneAt ? (
          <>
            Undone <Ago at={set.undoneAt} />
          </>
        ) : (
          mayWrite &&
          set.titles > 0 && (
            <Button size="small" onClick={() => setAsking(true)}>
              Undo
            </Button>
          )
        )}
        <Confirm
          isOpen={isAsking}
          title={`Undo this change of ${titles(set.titles)}?`}
          action="Undo"
          onConfirm={() => undo(set.id).then(() => setAsking(false))}
          onClose={() => setAsking(false)}
        >
          Every title becomes what it was before, except those that somebody changed since. The undo can be undone too.
        </Confirm>
      </TableCell>
    </TableRow>
  );
}
