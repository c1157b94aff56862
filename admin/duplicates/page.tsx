import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Title } from 'react-admin';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { DuplicatesDocument, type DuplicatesQuery, KeepTitlesApartDocument } from '../generated/titles';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { TurnPages } from '../parts/turn-pages';
import { Compare } from '../titles/compare';
import { useMerge } from '../titles/use-merge';
import { shortName } from '../titles/words';

type Pair = DuplicatesQuery['duplicateTitles']['nodes'][number];

const FIRST = 10;
const WHY: Readonly<Record<Pair['reasons'][number], string>> = {
  NAME: 'the same name, and years at most one apart',
  EXTERNAL_ID: 'the same id in two catalogues',
};

/** Titles that may be one work, pair by pair: merged, or told apart for good. */
export default function Duplicates() {
  const [page, setPage] = useState(0);
  const asked = useAsk(DuplicatesDocument, { first: FIRST, offset: page * FIRST }, { keep: true });
  return (
    <Box sx={{ mt: 1 }}>
      <Title title="Duplicates" />
      <Asked of={asked}>
        {({ duplicateTitles: { nodes, totalCount } }) =>
          nodes.length === 0 && page === 0 ? (
            <Empty title="No title looks like another.">
              Two of one kind and name, or with one id in two catalogues, would stand here.
            </Empty>
          ) : (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
              {nodes.map((pair) => (
                <PairCard key={`${pair.title?.id} ${pair.other?.id}`} pair={pair} />
              ))}
              <TurnPages total={totalCount} page={page} rows={FIRST} onTurn={setPage} />
            </Box>
          )
        }
      </Asked>
    </Box>
  );
}

function PairCard({ pair: { title, other, reasons } }: { readonly pair: Pair }) {
  const mayWrite = useMay('CATALOGUE_WRITE');
  const { merge, isRunning } = useMerge();
  const apart = useAct(KeepTitlesApartDocument, { said: 'They are two works.' });
  if (!title || !other) return null;
  const isBusy = isRunning || apart.isRunning;
  return (
    <Section title={shortName(title.name)}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        They have {reasons.map((reason) => WHY[reason]).join(', and ')}.
      </Typography>
      <Compare one={title} other={other} />
      {mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="contained" disabled={isBusy} onClick={() => void merge(other, title)}>
            Merge into title {title.id}
          </Button>
          <Button variant="outlined" disabled={isBusy} onClick={() => void merge(title, other)}>
            Merge into title {other.id}
          </Button>
          <Button disabled={isBusy} onClick={() => void apart.run({ titleId: title.id, otherId: other.id })}>
            These are two works
          </Button>
        </Box>
      )}
    </Section>
  );
}
