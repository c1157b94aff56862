import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useEffect, useState } from 'react';
import { useAsk } from '../api/use-ask';
import { PlacementPreviewDocument, type PlacementPreviewQuery } from '../generated/placements';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Poster } from '../parts/poster';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { Waiting } from '../parts/waiting';
import { type Draft, inputOf } from './draft';
import { PersonField } from './person-field';

const PAUSE_MS = 350;

/** What the placement would list now, as it stands in the form, for a person or for somebody new; nothing of it counts as served. */
export function Preview({ draft }: { readonly draft: Draft }) {
  const [userId, setUserId] = useState<string | null>(null);
  const input = useSettled(JSON.stringify({ ...previewInput(draft), ...(userId && { userId }) }));
  const asked = useAsk(PlacementPreviewDocument, { input: JSON.parse(input) }, { keep: true });
  return (
    <Box sx={{ minWidth: 0 }}>
      <Section title="What it would list now">
        <PersonField onChange={setUserId} />
        <Asked of={asked} waiting={<Waiting rows={6} height={60} />}>
          {({ recommendations }) => <Listed list={recommendations} isOld={asked.isPlaceholderData} />}
        </Asked>
      </Section>
    </Box>
  );
}

type List = PlacementPreviewQuery['recommendations'];

function Listed({ list: { items }, isOld }: { readonly list: List; readonly isOld: boolean }) {
  if (items.nodes.length === 0)
    return <Empty title="Nothing fits.">No title of the catalogue is within these bounds. Loosen one of them.</Empty>;
  return (
    <Box
      component="ol"
      aria-label="Preview"
      aria-busy={isOld}
      sx={{ display: 'grid', gap: 1.5, m: 0, p: 0, listStyle: 'none', opacity: isOld ? 0.6 : 1 }}
    >
      {items.nodes.map(({ rank, title, reasons }) => (
        <Box component="li" key={title.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'center', minWidth: 0 }}>
          <Typography
            variant="body2"
            sx={{ width: 24, flex: 'none', textAlign: 'right', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
          >
            {rank}
          </Typography>
          <Poster url={title.posterUrl} />
          <Box sx={{ minWidth: 0 }}>
            <Typography noWrap>{title.name}</Typography>
            <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
              {wordsOf(title.kind)}
              {title.year !== null && ` · ${title.year}`}
              {reasons[0] && ` · ${reasons[0].text}`}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** The draft without what is not yet a value: a year that is still being typed. */
function previewInput(draft: Draft): Record<string, unknown> {
  const numbers = ['availableSeconds', 'perKind', 'maxTitleSeconds', 'yearFrom', 'yearTo'];
  return Object.fromEntries(
    Object.entries(inputOf(draft)).filter(([field, value]) => !numbers.includes(field) || typeof value === 'number'),
  );
}

/** The newest value that stood still for a moment, so that typing does not ask at every letter. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return useDeferredValue(settled);
}
