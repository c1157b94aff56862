import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { Section } from '../parts/section';
import type { Asking, Whose as Who } from './asking';
import { FindPerson } from './find-person';
import { FindTitles } from './find-titles';

interface WhoseProps {
  readonly asking: Asking;
  readonly onChange: (change: Partial<Asking>) => void;
}

const CHOICES: readonly (readonly [who: Who, label: string])[] = [
  ['person', 'A person'],
  ['likes', 'Who likes…'],
  ['nobody', 'Newcomer'],
];

/** Whose list is looked at: a person's, or that of somebody who likes what is chosen, or of somebody without a past. */
export function Whose({ asking, onChange }: WhoseProps) {
  const { whose, user, likes } = asking;
  return (
    <Section title="Whose list?">
      <ToggleButtonGroup
        size="small"
        exclusive
        fullWidth
        value={whose}
        onChange={(_, next: Who | null) => next && onChange({ whose: next, without: [] })}
        aria-label="Whose list"
      >
        {CHOICES.map(([who, label]) => (
          <ToggleButton key={who} value={who}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {whose === 'person' && <FindPerson id={user} onChange={(next) => onChange({ user: next, without: [] })} />}
      {whose === 'likes' && (
        <FindTitles label="Titles that they like" ids={likes} onChange={(next) => onChange({ likes: next, without: [] })} />
      )}
      {whose === 'nobody' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The list of somebody who has done nothing yet.
        </Typography>
      )}
    </Section>
  );
}
