import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { fieldErrors, RefusedError } from '../api/user-errors';
import { CheckFilterDocument, type CheckFilterQuery, type FilterRowFragment, SaveFilterDocument } from '../generated/filters';
import { ConflictNotice } from '../parts/conflict-notice';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';

interface FilterFormProps {
  /** Null: a new one. */
  readonly filter: FilterRowFragment | null;
  readonly onDone: () => void;
}

const EXAMPLE = 'INCLUDE ItemID WHERE Items.GENRES IN ($GENRES) | EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("watched")';

/** A filter's name and expression; what is wrong with it, and where, is told while it is written. */
export function FilterForm({ filter, onDone }: FilterFormProps) {
  const [name, setName] = useState(filter?.name ?? '');
  const [expression, setExpression] = useState(filter?.expression ?? '');
  const { run, isRunning, error, reset } = useAct(SaveFilterDocument, { quiet: true, said: 'Saved: from now on, its name means this.' });
  const current = currentIn(error);
  const errors = error instanceof RefusedError && !current ? fieldErrors(error.userErrors) : {};
  const asked = useDeferredValue(expression.trim());
  const checked = useAsk(CheckFilterDocument, { expression: asked }, { enabled: asked !== '', keep: true });
  const found = asked === '' ? null : (checked.data?.checkFilter ?? null);

  async function save(version: number | null) {
    const done = await run({ input: { name: name.trim(), expression: expression.trim(), version } });
    if (!done?.filter) return;
    setName('');
    setExpression('');
    onDone();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void save(filter?.version ?? null);
  }
  function take(row: FilterRowFragment) {
    reset();
    setExpression(row.expression);
  }

  return (
    <Section title={filter ? `Change ${filter.name}` : 'Add a filter'}>
      <Box component="form" onSubmit={submit} aria-label="Filter" noValidate sx={{ display: 'grid', gap: 2 }}>
        {current && (
          <ConflictNotice
            theirs={[['Expression', current.expression]]}
            onTake={() => take(current)}
            onKeep={() => void save(current.version)}
          />
        )}
        {error && !current && Object.keys(errors).length === 0 && <Alert severity="error">{error.message}</Alert>}
        <TextField
          label="Name"
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={Boolean(errors.name)}
          helperText={errors.name ?? 'What applications ask by: letters, digits, hyphens and underscores.'}
          disabled={filter !== null}
          autoComplete="off"
          required
          sx={{ maxWidth: 360 }}
        />
        <TextField
          label="Expression"
          value={expression}
          onChange={({ target }) => setExpression(target.value)}
          error={found?.fault !== null && found !== null}
          helperText={found === null ? `For example ${EXAMPLE}` : foundText(found)}
          multiline
          minRows={3}
          required
          slotProps={{ htmlInput: { spellCheck: false }, input: { sx: { fontFamily: 'monospace' } }, formHelperText: { role: 'status' } }}
        />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" loading={isRunning} disabled={name.trim() === '' || expression.trim() === ''}>
            Save
          </Button>
          {filter && <Button onClick={onDone}>Cancel</Button>}
        </Box>
      </Box>
    </Section>
  );
}

function foundText({ fault, expected, parameters, titles }: CheckFilterQuery['checkFilter']): string {
  if (fault !== null) return expected === null ? fault : `${fault} Expected ${expected}.`;
  if (parameters.length > 0) return `Good. A request tells ${parameters.join(', ')}.`;
  return titles === null ? 'Good.' : `Good: ${count(titles)} titles pass for somebody without a past.`;
}

function currentIn(error: Error | null): FilterRowFragment | null {
  const isStale = error instanceof RefusedError && error.userErrors.some(({ field }) => field === 'input.version');
  return isStale ? ((error.current as FilterRowFragment | null) ?? null) : null;
}
