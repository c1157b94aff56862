import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import { MoodPreviewDocument, type MoodPreviewQuery, type SaveMoodInput } from '../generated/moods';
import { useCalm } from '../inspector/use-calm';
import { Asked } from '../parts/asked';
import { share } from '../parts/numbers';
import { Poster } from '../parts/poster';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { TitleLink } from '../parts/title-link';
import { Coverage } from './coverage';
import { type Draft, saveInputOf } from './draft';

/** Stands in for what a new mood is not yet called: the preview does not go by it. */
const UNNAMED = 'unnamed';

/** What the mood of the form would reach and show, asked once the hand rests. */
export function Preview({ draft }: { readonly draft: Draft }) {
  const { id, names, ...rest } = draft;
  const named = { id: id.trim() || UNNAMED, names: { en: names.en.trim() || UNNAMED, ru: names.ru.trim() || UNNAMED } };
  const calm = useCalm(JSON.stringify(saveInputOf({ ...rest, ...named }, null)));
  const input = JSON.parse(calm) as SaveMoodInput;
  const asked = useAsk(MoodPreviewDocument, { input }, { keep: true });
  return (
    <Section title="Preview">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        What it would reach, and what somebody without a past would be shown. Nothing is saved yet.
      </Typography>
      <Asked of={asked}>{({ moodPreview }) => <Reached preview={moodPreview} isOld={asked.isPlaceholderData} />}</Asked>
    </Section>
  );
}

type Previewed = MoodPreviewQuery['moodPreview'];

function Reached({ preview: { coverage, titles }, isOld }: { readonly preview: Previewed; readonly isOld: boolean }) {
  const kinds = [...new Set(titles.flatMap(({ title }) => (title ? [title.kind] : [])))];
  return (
    <Box aria-busy={isOld} sx={{ display: 'grid', gap: 2, opacity: isOld ? 0.6 : 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Coverage of={coverage} />
      {titles.length === 0 && <Typography>Nothing of the catalogue fits.</Typography>}
      {kinds.map((kind) => (
        <Box key={kind}>
          <Typography component="h3" variant="subtitle2">
            {wordsOf(kind)}
          </Typography>
          <Box component="ol" aria-label={`Preview of ${wordsOf(kind)}`} sx={{ display: 'grid', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
            {titles
              .filter(({ title }) => title?.kind === kind)
              .map(({ title, score }) => (
                <Box component="li" key={title?.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'center', minWidth: 0 }}>
                  <Poster url={title?.posterUrl ?? ''} />
                  <Box sx={{ minWidth: 0 }}>
                    <TitleLink title={title} />
                    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                      fits by {share(score)}
                    </Typography>
                  </Box>
                </Box>
              ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
