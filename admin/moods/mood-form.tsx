import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { fieldErrors, RefusedError } from '../api/user-errors';
import { type MoodRowFragment, SaveMoodDocument } from '../generated/moods';
import { ConflictNotice } from '../parts/conflict-notice';
import { Section } from '../parts/section';
import { type Draft, difference, draftOf, NEW, saveInputOf } from './draft';
import { GenreFields } from './genre-fields';
import { NameFields } from './name-fields';
import { Preview } from './preview';
import { SoundFields } from './sound-fields';
import { TagFields } from './tag-fields';

interface MoodFormProps {
  /** Null: a new one. */
  readonly mood: MoodRowFragment | null;
  readonly onSaved: (mood: MoodRowFragment) => void;
  readonly below?: ReactNode;
}

/** What a mood is, beside what it would reach as it stands in the form. */
export function MoodForm({ mood, onSaved, below }: MoodFormProps) {
  const [read, setRead] = useState(mood);
  const [draft, setDraft] = useState(() => (mood ? draftOf(mood) : NEW));
  const mayWrite = useMay('CATALOGUE_WRITE');
  const { run, isRunning, error, reset } = useAct(SaveMoodDocument, { quiet: true, said: 'Saved: lists go by it from now on.' });
  const current = error instanceof RefusedError && error.isConflict ? (error.current as MoodRowFragment | null) : null;
  const errors = error instanceof RefusedError && !current ? fieldErrors(error.userErrors) : {};
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const fields = { draft, set, errors, isFixed: !mayWrite };

  async function save(version: number | null) {
    const done = await run({ input: saveInputOf(draft, version) });
    if (!done?.mood) return;
    take(done.mood);
    onSaved(done.mood);
  }
  function take(row: MoodRowFragment) {
    reset();
    setRead(row);
    setDraft(draftOf(row));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void save(read?.version ?? null);
  }

  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Box component="form" onSubmit={submit} aria-label="Mood" noValidate sx={{ display: 'grid', gap: 2 }}>
          {current && (
            <ConflictNotice theirs={difference(current, draft)} onTake={() => take(current)} onKeep={() => void save(current.version)} />
          )}
          {error && !current && <Alert severity="error">{error.message}</Alert>}
          <Section title="What it is">
            <NameFields {...fields} isNew={read === null} />
          </Section>
          <Section title="Genres">
            <GenreFields {...fields} />
          </Section>
          <Section title="Tags">
            <TagFields {...fields} />
          </Section>
          <Section title="Sound of tracks">
            <SoundFields {...fields} />
          </Section>
          {mayWrite && (
            <Box>
              <Button type="submit" variant="contained" loading={isRunning} disabled={read !== null && isSame(draft, draftOf(read))}>
                Save
              </Button>
            </Box>
          )}
        </Box>
        {below}
      </Box>
      {mayWrite && (
        <Box
          sx={{
            alignSelf: 'start',
            minWidth: 0,
            position: { lg: 'sticky' },
            top: 64,
            maxHeight: { lg: 'calc(100vh - 80px)' },
            overflowY: 'auto',
          }}
        >
          <Preview draft={draft} />
        </Box>
      )}
    </Box>
  );
}

const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);
