import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { TitleRowFragment } from '../generated/titles';
import { Poster } from '../parts/poster';
import { posterOf, shortName } from './words';

/** Poster and name of a title, leading to its page: what the keyboard walks along. */
export function NameCell({ title }: { readonly title: TitleRowFragment }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 160, maxWidth: 420 }}>
      <Poster url={posterOf(title)} width={32} />
      <Link
        component={RouterLink}
        to={`/titles/${title.id}`}
        data-row-link
        underline="hover"
        dir="auto"
        sx={{
          color: 'text.primary',
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
          overflowWrap: 'anywhere',
        }}
      >
        {shortName(title.name)}
      </Link>
    </Box>
  );
}
