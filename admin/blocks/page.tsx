import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { BlocksDocument } from '../generated/blocks';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { AddBlock } from './add';
import { BlockTable } from './table';

/** What no list may hold: single titles, and themes by genre or tag. */
export default function Blocks() {
  const asked = useAsk(BlocksDocument, {});
  const mayWrite = useMay('CATALOGUE_WRITE');
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Blocked" />
      <Typography sx={{ color: 'text.secondary', maxWidth: 720 }}>
        What is blocked stands in no list of anybody: no recommendation, search, blend or ranking. Whoever watched it keeps it in their
        past.
      </Typography>
      {mayWrite && <AddBlock />}
      <Asked of={asked}>
        {({ blocks }) =>
          blocks.length === 0 ? (
            <Empty title="Nothing is blocked.">A title that must not be shown, or a theme that does harm, would stand here.</Empty>
          ) : (
            <BlockTable blocks={blocks} />
          )
        }
      </Asked>
    </Box>
  );
}
