import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { SimilarTitlesDocument, type SimilarTitlesQuery } from '../generated/titles';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Poster } from '../parts/poster';
import { posterOf, shortName } from './words';

type Found = NonNullable<NonNullable<SimilarTitlesQuery['title']>['similar']>[number];

/** What resembles the title, nearest first, and why. */
export default function Similar({ id }: { readonly id: string }) {
  const asked = useAsk(SimilarTitlesDocument, { id });
  return (
    <Asked of={asked}>
      {({ title }) =>
        title?.similar?.length ? (
          <Box
            component="ul"
            sx={{
              m: 0,
              p: 0,
              listStyle: 'none',
              display: 'grid',
              gap: 2,
              gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
            }}
          >
            {title.similar.map((found) => (
              <SimilarTitle key={found.title.id} found={found} />
            ))}
          </Box>
        ) : (
          <Empty title="Nothing resembles it yet.">A model, or genres and tags, bring titles here.</Empty>
        )
      }
    </Asked>
  );
}

function SimilarTitle({ found: { title, score, shared } }: { readonly found: Found }) {
  const reasons = [
    shared.genres.join(', '),
    shared.tags.join(', '),
    shared.people.join(', '),
    shared.audience === null ? '' : `${shared.audience} people liked both`,
  ].filter((text) => text !== '');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, minWidth: 0 }}>
      <Poster url={posterOf(title)} width={56} />
      <Box sx={{ minWidth: 0 }}>
        <Link component={RouterLink} to={`/titles/${title.id}`} dir="auto" sx={{ overflowWrap: 'anywhere' }}>
          {shortName(title.name)}
        </Link>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[title.year, score === null ? null : `nearness ${score.toFixed(2)}`].filter((text) => text !== null).join(', ')}
        </Typography>
        {reasons.map((reason) => (
          <Typography key={reason} variant="body2" noWrap title={reason}>
            {reason}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
