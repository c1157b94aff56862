import Button from '@mui/material/Button';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { RemoveBlockDocument } from '../generated/blocks';
import { Ago } from '../parts/ago';
import { Confirm } from '../parts/confirm';
import { count } from '../parts/numbers';
import { TitleLink } from '../parts/title-link';
import { WideTable } from '../parts/wide-table';
import { type Block, blockName, KINDS } from './words';

/** Everything that is blocked, with what it keeps out and who said so. */
export function BlockTable({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <WideTable label="Blocked">
      <TableHead>
        <TableRow>
          <TableCell>What</TableCell>
          <TableCell>Name</TableCell>
          <TableCell align="right">Keeps out</TableCell>
          <TableCell>Why</TableCell>
          <TableCell>By</TableCell>
          <TableCell>When</TableCell>
          <TableCell />
        </TableRow>
      </TableHead>
      <TableBody>
        {blocks.map((block) => (
          <Row key={`${block.kind} ${block.value}`} block={block} />
        ))}
      </TableBody>
    </WideTable>
  );
}

function Row({ block }: { readonly block: Block }) {
  const { kind, value, reason, title } = block;
  return (
    <TableRow sx={{ verticalAlign: 'top' }}>
      <TableCell>{KINDS[kind]}</TableCell>
      <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>
        {kind === 'TITLE' ? <TitleLink title={title} /> : <bdi>{value}</bdi>}
      </TableCell>
      <TableCell align="right">{count(block.titles)}</TableCell>
      <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>{reason ? <bdi>{reason}</bdi> : '–'}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{block.actorName ?? block.actor}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Ago at={block.at} />
      </TableCell>
      <TableCell align="right">
        <Remove block={block} />
      </TableCell>
    </TableRow>
  );
}

function Remove({ block }: { readonly block: Block }) {
  const [isAsking, setAsking] = useState(false);
  const mayWrite = useMay('CATALOGUE_WRITE');
  const name = blockName(block);
  const { run } = useAct(RemoveBlockDocument, { said: 'Lists may hold it again.' });
  if (!mayWrite) return null;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        Remove
      </Button>
      <Confirm
        isOpen={isAsking}
        title={`Let lists hold ${name} again?`}
        action="Remove the block"
        onConfirm={() => run({ input: { kind: block.kind, value: block.value } }).then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        It comes back at once, wherever no other block keeps it out. The audit keeps why it was blocked.
      </Confirm>
    </>
  );
}
