import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { EpisodesDocument, type TitleWholeFragment } from '../generated/titles';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';
import { Waiting } from '../parts/waiting';
import { shortName } from './words';

/** The episodes of a show, by season and number. */
export function Episodes({ show, readOnly }: { readonly show: TitleWholeFragment; readonly readOnly: boolean }) {
  const asked = useAsk(EpisodesDocument, { id: show.id });
  const add = `/titles/create?${new URLSearchParams({ kind: 'EPISODE', parent: show.id, show: show.name })}`;
  return (
    <Section
      title="Episodes"
      beside={
        !readOnly && (
          <Button size="small" startIcon={<AddIcon />} component={RouterLink} to={add}>
            Add episode
          </Button>
        )
      }
    >
      <Asked of={asked} waiting={<Waiting rows={3} />}>
        {({ title }) =>
          title?.episodes.length ? (
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, maxHeight: 420, overflow: 'auto' }}>
              {title.episodes.map(({ id, name, season, number }) => (
                <li key={id}>
                  <Link component={RouterLink} to={`/titles/${id}`} dir="auto" sx={{ overflowWrap: 'anywhere' }}>
                    {season !== null && number !== null ? `${season}.${number} ` : ''}
                    {shortName(name)}
                  </Link>
                </li>
              ))}
            </Box>
          ) : (
            <Typography sx={{ color: 'text.secondary' }}>No episode yet.</Typography>
          )
        }
      </Asked>
    </Section>
  );
}
