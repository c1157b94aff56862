import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { PersonListDocument } from '../generated/people';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Poster } from '../parts/poster';
import { Section } from '../parts/section';
import { TitleLink } from '../parts/title-link';

/** The list that somebody gets at this moment, with the reasons they are told. */
export function Now({ id }: { readonly id: string }) {
  const list = useAsk(PersonListDocument, { id });
  return (
    <Section
      title="What they get now"
      beside={
        <Button component={Link} to={`/inspector?user=${id}`}>
          Take it apart
        </Button>
      }
    >
      <Asked of={list}>
        {({ recommendations: { items, model } }) =>
          items.nodes.length === 0 ? (
            <Empty title="The list is empty.">There is no title left that they may see and do not know.</Empty>
          ) : (
            <>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {model ? `Ranked by model ${model.id}.` : 'No model ranks it yet: it goes by genres and by what is popular.'}
              </Typography>
              <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
                {items.nodes.map(({ rank, title, reasons }) => (
                  <Box component="li" key={title.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
                    <Typography sx={{ width: 28, textAlign: 'right', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
                      {rank}
                    </Typography>
                    <Poster url={title.posterUrl} />
                    <Box sx={{ minWidth: 0 }}>
                      <TitleLink title={title} />
                      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                        {reasons.map(({ text }) => text).join(' · ')}
                      </Typography>
                    </Box>
                  </Box>
                ))}
              </Box>
            </>
          )
        }
      </Asked>
    </Section>
  );
}
