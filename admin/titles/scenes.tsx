import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import { TitleScenesDocument, type TitleScenesQuery } from '../generated/scenes';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { duration } from '../parts/numbers';
import { Section } from '../parts/section';
import { FoundThemes } from '../scenes/found-themes';
import { ScenesForm } from '../scenes/scenes-form';

type Told = NonNullable<TitleScenesQuery['title']>;

/** What is seen in a title, when, and what that makes it about. */
export default function TitleScenes({ id }: { readonly id: string }) {
  const asked = useAsk(TitleScenesDocument, { id });
  return (
    <Asked of={asked}>
      {({ title }) =>
        title ? (
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 1fr)' },
              alignItems: 'start',
            }}
          >
            <ScenesForm key={title.id} title={title} again={async () => (await asked.refetch()).data?.title ?? null} />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
              <Section title="What it is about">
                {title.themes.length > 0 ? (
                  <FoundThemes themes={title.themes} label="Themes of this title" />
                ) : (
                  'No theme is found in its genres, tags, description and scenes.'
                )}
              </Section>
              <MostWatched title={title} />
            </Box>
          </Box>
        ) : (
          <Empty title="This title is gone." />
        )
      }
    </Asked>
  );
}

/** Where people come back to, so that these scenes are described first. */
function MostWatched({ title: { audience, seconds } }: { readonly title: Told }) {
  if (!audience || seconds === null) return null;
  const { mostWatched } = audience;
  return (
    <Section title="Most watched">
      {mostWatched.length === 0
        ? 'No scene stands out so far.'
        : mostWatched.map(({ from, to }) => (
            <Typography key={from}>
              {duration(from * seconds)} to {duration(to * seconds)}
            </Typography>
          ))}
    </Section>
  );
}
