import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import type { InspectorListFragment } from '../generated/inspector';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import type { Asking } from './asking';
import { scoreText } from './words';

interface PastProps {
  readonly list: InspectorListFragment;
  readonly asking: Asking;
  readonly onChange: (change: Partial<Asking>) => void;
}

/** The past as the engine reads it; a title that is taken out shows how the list changes. */
export function Past({ list: { past, pastTitles }, asking: { without }, onChange }: PastProps) {
  const toggle = (id: string): void =>
    onChange({ without: without.includes(id) ? without.filter((other) => other !== id) : [...without, id] });
  return (
    <Section title="The past that counts">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {pastTitles === 0
          ? 'There is none: the list goes by genres and by what is popular.'
          : `${count(pastTitles)} ${pastTitles === 1 ? 'title' : 'titles'}, the surest first. Take one out to see the list without it: nothing is deleted.`}
      </Typography>
      <Box component="ul" aria-label="The past" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 420, overflow: 'auto' }}>
        {past.map(
          ({ title, liked, weight, known }) =>
            title && (
              <li key={title.id}>
                <FormControlLabel
                  control={<Checkbox size="small" checked={!without.includes(title.id)} onChange={() => toggle(title.id)} />}
                  label={
                    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                      {title.name}
                      <Box component="span" sx={{ color: 'text.secondary' }}>
                        {` · ${liked ? 'liked' : 'not liked'}, weighs ${scoreText(weight)}${known ? '' : ' · unknown to the model'}`}
                      </Box>
                    </Typography>
                  }
                />
              </li>
            ),
        )}
      </Box>
    </Section>
  );
}
