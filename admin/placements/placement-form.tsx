import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { RefusedError, sentenceOf } from '../api/user-errors';
import { type PlacementRowFragment, SavePlacementDocument } from '../generated/placements';
import { ConflictNotice } from '../parts/conflict-notice';
import { Section } from '../parts/section';
import { type Draft, draftOf, NEW, saveInputOf } from './draft';
import { EngineFields } from './engine-fields';
import { FilterFields } from './filter-fields';
import { NameFields } from './name-fields';
import { Preview } from './preview';
import { ENGINES, inputText } from './words';

interface PlacementFormProps {
  /** Null: a new one. */
  readonly placement: PlacementRowFragment | null;
  readonly onSaved: (placement: PlacementRowFragment) => void;
  readonly below?: ReactNode;
}

/** What a placement means, beside the list that it would give as it stands in the form. */
export function PlacementForm({ placement, onSaved, below }: PlacementFormProps) {
  const [read, setRead] = useState(placement);
  const [draft, setDraft] = useState(() => (placement ? draftOf(placement) : NEW));
  const mayWrite = useMay('PLACEMENTS_WRITE');
  const { run, isRunning, error, reset } = useAct(SavePlacementDocument, { quiet: true, said: 'Saved: from now on, its name means this.' });
  const current = currentIn(error);
  const errors = error instanceof RefusedError && !current ? errorsOf(error) : {};
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });

  async function save(version: number | null) {
    const done = await run({ input: saveInputOf(draft, version) });
    if (!done?.placement) return;
    take(done.placement);
    onSaved(done.placement);
  }
  function take(row: PlacementRowFragment) {
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
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Box component="form" onSubmit={submit} aria-label="Placement" noValidate sx={{ display: 'grid', gap: 2 }}>
          {current && (
            <ConflictNotice theirs={difference(current, draft)} onTake={() => take(current)} onKeep={() => void save(current.version)} />
          )}
          {error && !current && Object.keys(errors).length === 0 && <Alert severity="error">{error.message}</Alert>}
          <Section title="What it is">
            <NameFields draft={draft} set={set} errors={errors} isNew={read === null} isFixed={!mayWrite} />
            <EngineFields draft={draft} set={set} errors={errors} isFixed={!mayWrite} />
          </Section>
          <Section title="What it lists">
            <FilterFields draft={draft} set={set} errors={errors} isFixed={!mayWrite} />
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
      <Preview draft={draft} />
    </Box>
  );
}

const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);

function currentIn(error: Error | null): PlacementRowFragment | null {
  const isStale = error instanceof RefusedError && error.userErrors.some(({ field }) => field === 'input.version');
  return isStale ? ((error.current as PlacementRowFragment | null) ?? null) : null;
}

/** By the field of the form: `input.input.kinds[2]` stands beside `kinds`. */
function errorsOf({ userErrors }: RefusedError): Readonly<Record<string, string>> {
  return Object.fromEntries(
    userErrors.flatMap((error) => {
      const field = error.field?.replace(/^input\.(input\.)?/, '').split(/[.[]/)[0];
      return field && field !== 'input' ? [[field, sentenceOf(error)] as const] : [];
    }),
  );
}

function difference(row: PlacementRowFragment, draft: Draft): readonly (readonly [string, string])[] {
  const mine = { ...row, ...saveInputOf(draft, null), input: saveInputOf(draft, null).input ?? {} };
  return [
    ...(row.description === mine.description ? [] : [['Description', row.description || 'none'] as const]),
    ...(row.engine === draft.engine ? [] : [['Engine', ENGINES[row.engine]] as const]),
    ...((row.shadow ?? '') === draft.shadow ? [] : [['Compared with', row.shadow ? ENGINES[row.shadow] : 'none'] as const]),
    ...(inputText(row) === inputText(mine) ? [] : [['Lists', inputText(row)] as const]),
  ];
}
