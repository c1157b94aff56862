import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useGetIdentity } from 'react-admin';
import { useAct } from '../api/use-act';
import { fieldErrors, RefusedError } from '../api/user-errors';
import { type OperatorRowFragment, type Role, SaveOperatorDocument } from '../generated/operators';
import { ConflictNotice } from '../parts/conflict-notice';
import { RoleField } from './role-field';
import { ROLES } from './roles';
import { ShopField } from './shop-field';

interface Draft {
  readonly name: string;
  readonly role: Role;
  readonly shopId: string | null;
  readonly isDisabled: boolean;
}

const draftOf = ({ name, role, shopId, disabledAt }: OperatorRowFragment): Draft => ({
  ...{ name: name ?? '', role, shopId },
  isDisabled: disabledAt !== null,
});

/** Name, role and whether they may sign in; somebody else's save in between is told, never overwritten. */
export function OperatorForm({ operator }: { readonly operator: OperatorRowFragment }) {
  const [draft, setDraft] = useState(() => draftOf(operator));
  // The row that the form was filled from: what is on the server may be newer by now.
  const [read, setRead] = useState(operator);
  const { identity } = useGetIdentity();
  const { run, isRunning, error, reset } = useAct(SaveOperatorDocument, { quiet: true, said: 'Saved.' });
  const current = error instanceof RefusedError && error.userErrors.some(({ field }) => field === 'input.version') ? rowIn(error) : null;
  const errors = error instanceof RefusedError && !current ? fieldErrors(error.userErrors) : {};
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });

  async function save(version: number) {
    const { name, role, shopId, isDisabled } = draft;
    const shop = role === 'SHOP' ? { shopId } : {};
    const done = await run({
      input: { id: operator.id, version, name: name.trim() === '' ? null : name, role, ...shop, disabled: isDisabled },
    });
    if (!done?.operator) return;
    // What one may do oneself has changed: the menu and every page follow from it.
    if (done.operator.id === identity?.id && done.operator.role !== read.role) location.reload();
    take(done.operator);
  }
  function take(row: OperatorRowFragment) {
    reset();
    setRead(row);
    setDraft(draftOf(row));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void save(read.version);
  }

  return (
    <Box component="form" onSubmit={submit} aria-label="Operator" sx={{ display: 'grid', gap: 2 }}>
      {current && (
        <ConflictNotice theirs={difference(current, draft)} onTake={() => take(current)} onKeep={() => void save(current.version)} />
      )}
      {error && !current && Object.keys(errors).length === 0 && <Alert severity="error">{error.message}</Alert>}
      <TextField
        label="Name"
        value={draft.name}
        onChange={({ target }) => set({ name: target.value })}
        error={Boolean(errors.name)}
        helperText={errors.name}
      />
      <RoleField value={draft.role} onChange={(role) => set({ role })} error={errors.role} />
      {draft.role === 'SHOP' && <ShopField value={draft.shopId} onChange={(shopId) => set({ shopId })} error={errors.shopId} />}
      <FormControlLabel
        control={<Switch checked={!draft.isDisabled} onChange={() => set({ isDisabled: !draft.isDisabled })} />}
        label="May sign in"
      />
      {errors.disabled && <Alert severity="error">{errors.disabled}</Alert>}
      <Box>
        <Button type="submit" variant="contained" loading={isRunning} disabled={isSame(draft, draftOf(read))}>
          Save
        </Button>
      </Box>
    </Box>
  );
}

const rowIn = ({ current }: RefusedError): OperatorRowFragment | null => (current as OperatorRowFragment | null) ?? null;
const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);
const mayText = (isDisabled: boolean): string => (isDisabled ? 'no' : 'yes');

function difference(row: OperatorRowFragment, mine: Draft): readonly (readonly [string, string])[] {
  const theirs = draftOf(row);
  return [
    ...(theirs.name === mine.name ? [] : [['Name', theirs.name || 'none'] as const]),
    ...(theirs.role === mine.role ? [] : [['Role', ROLES[theirs.role].name] as const]),
    ...(theirs.shopId === mine.shopId ? [] : [['Shop', theirs.shopId ?? 'none'] as const]),
    ...(theirs.isDisabled === mine.isDisabled ? [] : [['May sign in', mayText(theirs.isDisabled)] as const]),
  ];
}
