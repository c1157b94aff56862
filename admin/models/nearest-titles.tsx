import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { nameWords, type Point } from './map-point';
import { nearest } from './map-view';

interface NearestTitlesProps {
  readonly points: readonly Point[];
  /** The index of the title that was chosen; -1: none. */
  readonly to: number;
  readonly onChoose: (index: number) => void;
}

const SHOWN = 15;

/** What the map shows, as a list: the titles that lie closest to one. */
export function NearestTitles({ points, to, onChoose }: NearestTitlesProps) {
  const close = useMemo(() => nearest(points, to, SHOWN), [points, to]);
  const chosen = points[to];
  if (!chosen)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Search a title to see what lies near it.
      </Typography>
    );
  return (
    <>
      <Box>
        <MuiLink component={Link} to={`/titles/${chosen.title.id}`}>
          {nameWords(chosen.title)}
        </MuiLink>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[...chosen.title.genres, `liked by ${chosen.popularity}`].join(', ')}
        </Typography>
      </Box>
      <Box component="ol" aria-label="Titles nearby" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.25 }}>
        {close.map((at) => (
          <li key={points[at]?.title.id}>
            <Button size="small" onClick={() => onChoose(at)} sx={{ textAlign: 'left', justifyContent: 'flex-start', p: 0.25 }}>
              {nameWords(points[at]?.title)}
            </Button>
          </li>
        ))}
      </Box>
    </>
  );
}
