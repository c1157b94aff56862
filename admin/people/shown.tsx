import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { PersonShownDocument, type PersonShownQuery } from '../generated/people';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { Growing } from './growing';
import { usePages } from './use-pages';

type List = NonNullable<PersonShownQuery['user']>['served']['nodes'][number];

/** The lists that somebody got in the days that are kept, the newest first. */
export function Shown({ id }: { readonly id: string }) {
  const pages = usePages(PersonShownDocument, { id, first: 10 }, ({ user }) => user?.served);
  const empty = <Empty title="Nothing was shown to them in the last 30 days.">Lists that they get from now on will stand here.</Empty>;
  return (
    <Section title="What was shown">
      <Growing of={pages} empty={empty}>
        {(lists: readonly List[]) => lists.map((list) => <ShownList key={`${list.recommendationId} ${list.servedAt}`} list={list} />)}
      </Growing>
    </Section>
  );
}

function ShownList({ list: { placement, servedAt, modelId, places } }: { readonly list: List }) {
  return (
    <Box>
      <Typography component="h3" variant="body2" sx={{ mb: 1 }}>
        {placement ?? 'A list without a placement'}
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {' · '}
          <Ago at={servedAt} />
          {modelId ? ` · model ${modelId}` : ' · without a model'}
        </Typography>
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {places.map(({ rank, title, propensity }) => (
          <Box component="li" key={rank} sx={{ minWidth: 0, maxWidth: '100%' }}>
            <Chip
              size="small"
              variant="outlined"
              label={`${rank}. ${title?.name ?? 'gone'}${propensity !== null && propensity !== undefined && propensity < 1 ? ' · by chance' : ''}`}
            />
          </Box>
        ))}
      </Box>
    </Box>
  );
}
