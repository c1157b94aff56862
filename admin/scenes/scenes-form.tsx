import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { RefusedError } from '../api/user-errors';
import { type SavedSceneFragment, SaveScenesDocument, type TitleScenesQuery } from '../generated/scenes';
import { ConflictNotice } from '../parts/conflict-notice';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { type Draft, draftsOf, emptyDraft, inputOf } from './draft';
import { SceneFields } from './scene-fields';

type Told = NonNullable<TitleScenesQuery['title']>;

interface ScenesFormProps {
  readonly title: Told;
  /** The title as it is now; null where it is gone. */
  readonly again: () => Promise<Told | null>;
}

/** The scenes of a title, to be changed and saved together. What was typed stays, whatever is read anew meanwhile. */
export function ScenesForm({ title, again }: ScenesFormProps) {
  const isFixed = !useMay('CATALOGUE_WRITE');
  const [read, setRead] = useState({ version: title.scenesVersion, scenes: title.describedScenes });
  const [drafts, setDrafts] = useState(() => draftsOf(title.describedScenes));
  const { run, isRunning, error, reset } = useAct(SaveScenesDocument, {
    quiet: true,
    said: 'Saved: lists by scenes go by it from now on.',
  });
  const theirs = error instanceof RefusedError && error.isConflict ? ((error.current as readonly SavedSceneFragment[] | null) ?? []) : null;
  const isDirty = JSON.stringify(inputOf(drafts)) !== JSON.stringify(inputOf(draftsOf(read.scenes)));

  function take(scenes: readonly SavedSceneFragment[], version: number) {
    reset();
    setRead({ version, scenes: [...scenes] });
    setDrafts(draftsOf(scenes));
  }
  async function save(version: number, saved: readonly Draft[] = drafts) {
    const done = await run({ input: { titleId: title.id, version, scenes: inputOf(saved) } });
    if (done?.scenes && done.version !== null) take(done.scenes, done.version);
  }
  async function takeTheirs() {
    const now = await again();
    if (now) take(now.describedScenes, now.scenesVersion);
  }
  async function keepMine() {
    const now = await again();
    if (!now) return;
    // A scene that they took out is a new one again.
    const known = new Set(now.describedScenes.map(({ id }) => id));
    await save(
      now.scenesVersion,
      drafts.map((draft) => (draft.id !== null && !known.has(draft.id) ? { ...draft, id: null } : draft)),
    );
  }

  return (
    <Section title="Scenes">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Times in seconds or as 1:30; leave both out where the place is not known.
      </Typography>
      {theirs && (
        <ConflictNotice
          theirs={theirs.map(({ keywords }, at) => [`Scene ${at + 1}`, keywords.join(', ')])}
          onTake={() => void takeTheirs()}
          onKeep={() => void keepMine()}
        />
      )}
      {error && !theirs && <Alert severity="error">{error.message}</Alert>}
      {drafts.length === 0 && <Empty title="Nobody has described its scenes yet." />}
      {drafts.map((draft, at) => (
        <SceneFields
          key={draft.key}
          titleId={title.id}
          draft={draft}
          number={at + 1}
          isFixed={isFixed}
          onChange={(changed) => setDrafts(drafts.map((each) => (each.key === draft.key ? changed : each)))}
          onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
        />
      ))}
      {!isFixed && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Button variant="outlined" onClick={() => setDrafts([...drafts, emptyDraft()])}>
            Add a scene
          </Button>
          <Button variant="contained" onClick={() => void save(read.version)} loading={isRunning} disabled={!isDirty}>
            Save scenes
          </Button>
          <Box role="status" sx={{ color: 'text.secondary' }}>
            {isDirty ? 'Not saved yet.' : ''}
          </Box>
        </Box>
      )}
    </Section>
  );
}
