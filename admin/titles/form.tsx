import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Form, useNotify, useRedirect } from 'react-admin';
import { ask } from '../api/request';
import { useMay } from '../api/rights';
import { accepted, fieldErrors, RefusedError } from '../api/user-errors';
import { SaveTitleDocument, type TitleWholeFragment } from '../generated/titles';
import { Section } from '../parts/section';
import { ConflictDialog } from './conflict';
import { Episodes } from './episodes';
import { Basics, Lists, Place } from './form-fields';
import { PosterPanel } from './poster-panel';
import { inputOf, same } from './resource';
import { SaveBar } from './save-bar';

type Values = Readonly<Record<string, unknown>>;

interface TitleFormProps {
  /** The title as it was read; null for a new one. */
  readonly title: TitleWholeFragment | null;
  /** What a new one begins with. */
  readonly initial?: Values;
}

interface Conflict {
  readonly mine: Values;
  readonly theirs: TitleWholeFragment;
}

/** Everything about a title that can be changed. What is refused stands beside its field; nothing that was typed is lost. */
export function TitleForm({ title, initial = {} }: TitleFormProps) {
  const mayWrite = useMay('CATALOGUE_WRITE');
  const { base, isDirty, rebase } = useBase(title);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const save = useSave(rebase);

  async function submit(values: Values) {
    setFailure(null);
    return told(values, await save(values, base));
  }

  /** Shows what went wrong; answers what stands beside which field. */
  async function told(values: Values, error: Error | null): Promise<Readonly<Record<string, string>> | undefined> {
    if (error === null) return undefined;
    const theirs = base && newerOf(error);
    // What differs is nothing that this form shows, such as the poster: then there is nothing to choose.
    if (theirs && same(inputOf({ ...theirs }, { ...base }), inputOf({ ...base }, { ...base })))
      return told(values, await save(values, theirs));
    if (theirs) setConflict({ mine: values, theirs });
    else setFailure(error.message);
    return error instanceof RefusedError ? fieldErrors(error.userErrors.filter(({ field }) => !NO_FIELDS.has(field ?? ''))) : {};
  }

  return (
    <Form
      key={base ? `${base.id} ${base.version}` : 'new'}
      record={base ?? initial}
      onSubmit={submit as never}
      warnWhenUnsavedChanges
      noValidate
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Section title="What it is">
            <Basics title={title} readOnly={!mayWrite} />
          </Section>
          <Lists readOnly={!mayWrite} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {title && <PosterPanel title={title} readOnly={!mayWrite} />}
          <Section title="Where it stands">
            <Place title={title} readOnly={!mayWrite} />
          </Section>
          {title?.kind === 'SHOW' && <Episodes show={title} readOnly={!mayWrite} />}
        </Box>
      </Box>
      {failure && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {failure}
        </Alert>
      )}
      {mayWrite && <SaveBar isNew={title === null} isDirty={isDirty} />}
      {conflict && base && (
        <ConflictDialog
          base={base}
          {...conflict}
          onClose={() => setConflict(null)}
          onSave={async (values) => {
            setConflict(null);
            await told(values, await save(values, conflict.theirs));
          }}
        />
      )}
      {!mayWrite && <Button href="/admin/titles">Back to the list</Button>}
    </Form>
  );
}

/** Errors of these stand in no field of the form: beside one, they would hold back the next save. */
const NO_FIELDS: ReadonlySet<string> = new Set(['input.id', 'input.version', 'input.posterUploadId']);

/** The title as somebody else saved it since, where that is why a save was refused. */
function newerOf(error: Error): TitleWholeFragment | null {
  const isStale =
    error instanceof RefusedError && error.userErrors.some(({ code, field }) => code === 'CONFLICT' && field === 'input.version');
  return isStale ? ((error.current as TitleWholeFragment | null) ?? null) : null;
}

/**
 * The title as the form began with it. News of it replace that only while nothing is typed: else the save is told of them, and nothing
 * that was typed goes unseen.
 */
function useBase(title: TitleWholeFragment | null) {
  const [base, rebase] = useState(title);
  const isDirty = useRef(false);
  useEffect(() => {
    if (!isDirty.current) rebase(title);
  }, [title]);
  return { base, isDirty, rebase };
}

/** Saves what the form changed over a row as it was read; resolves to what went wrong, or null. */
function useSave(onSaved: (title: TitleWholeFragment) => void) {
  const client = useQueryClient();
  const notify = useNotify();
  const redirect = useRedirect();
  return async (values: Values, over: TitleWholeFragment | null): Promise<Error | null> => {
    try {
      const { title } = accepted((await ask(SaveTitleDocument, { input: inputOf(values, over as Values | null) })).saveTitle);
      notify(over === null ? 'Added.' : 'Saved.', { type: 'success' });
      if (title) onSaved(title);
      await client.invalidateQueries();
      if (over === null && title) redirect('edit', 'titles', title.id);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
}
