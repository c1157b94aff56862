import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import { actionText, actorText } from '../audit/words';
import { MoodHistoryDocument } from '../generated/moods';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';
import { BeforeAfter } from '../titles/before-after';

/** The last twenty changes of a mood, the newest first. */
export function History({ id }: { readonly id: string }) {
  const asked = useAsk(MoodHistoryDocument, { id }, { keep: true });
  return (
    <Section title="History">
      <Asked of={asked}>
        {({ audit: { nodes } }) =>
          nodes.length === 0 ? (
            <Typography sx={{ color: 'text.secondary' }}>Nobody has changed it: it is as it was shipped.</Typography>
          ) : (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
              {nodes.map((change) => (
                <Box key={change.id}>
                  <Typography variant="body2">
                    {actorText(change)} {actionText(change.action)} <Ago at={change.at} />
                  </Typography>
                  <BeforeAfter before={change.before} after={change.after} />
                </Box>
              ))}
            </Box>
          )
        }
      </Asked>
    </Section>
  );
}
