import ExpandIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Collapse from '@mui/material/Collapse';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useState } from 'react';
import { share } from '../parts/numbers';
import { Poster } from '../parts/poster';
import { TitleLink } from '../parts/title-link';
import type { Colours } from './colours';
import { Parts } from './parts';
import { ScoreBar } from './score-bar';
import { type Item, RANKED_BY, scoreText } from './words';

interface PlaceProps {
  readonly item: Item;
  readonly colours: Colours;
  readonly most: number;
  /** Where it stood in the list beside. */
  readonly move?: ReactNode;
}

/** A name without end is cut here; it stands whole among the parts. */
const TWO_LINES = { display: '-webkit-box', overflow: 'hidden', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2 } as const;

/** One place of a list, taken apart: its bar, and on demand every part in numbers. */
export function Place({ item, colours, most, move }: PlaceProps) {
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const { rank, title, parts, score, reasons } = item;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
      <Typography sx={{ minWidth: 28, textAlign: 'right', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{rank}</Typography>
      {title && <Poster url={title.posterUrl} />}
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
          <TitleLink title={title} />
          {move}
        </Box>
        <ScoreBar parts={parts} colours={colours} most={most} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
          <Typography
            variant="body2"
            sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', ...TWO_LINES }}
          >
            {[scoreText(score), ...reasons.map(({ text }) => text)].join(' · ')}
          </Typography>
          <Moved item={item} />
        </Box>
        <Collapse in={isOpen} id={panel} mountOnEnter unmountOnExit>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {RANKED_BY[item.rankedBy]}. By its score alone it would stand on place {item.scoreRank}.
          </Typography>
          <Parts parts={parts} score={score} colours={colours} />
          <Weighed item={item} />
        </Collapse>
      </Box>
      <IconButton
        size="small"
        aria-expanded={isOpen}
        aria-controls={panel}
        aria-label={`Parts of the score of ${title?.name ?? 'this title'}`}
        onClick={() => setOpen(!isOpen)}
      >
        <ExpandIcon fontSize="small" sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
      </IconButton>
    </Box>
  );
}

/** What moved it besides its score. */
function Moved({ item: { explored, propensity, variety, rank, scoreRank } }: { readonly item: Item }) {
  if (explored) return <Chip size="small" variant="outlined" label={`Something new, by a chance of ${share(propensity)}`} />;
  if (variety && rank < scoreRank) return <Chip size="small" variant="outlined" label={`Up from ${scoreRank} for variety`} />;
  return null;
}

function Weighed({ item: { variety } }: { readonly item: Item }) {
  if (!variety) return null;
  const { relevance, likeness, like, gain } = variety;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
      For variety: it fits {share(relevance)} as well as the best, and is {share(likeness)} alike to {like?.name ?? 'nothing before it'}.
      Weighed against each other that makes {scoreText(gain)}.
    </Typography>
  );
}
