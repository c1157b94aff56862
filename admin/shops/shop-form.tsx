import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useAct } from '../api/use-act';
import { fieldErrors, RefusedError } from '../api/user-errors';
import { SaveShopDocument, type ShopRowFragment } from '../generated/shops';
import { ConflictNotice } from '../parts/conflict-notice';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { ACTIONS, type Draft, difference, draftOf, NEW, priceFault, saveInputOf } from './draft';

interface ShopFormProps {
  /** Null: a new one. */
  readonly shop: ShopRowFragment | null;
  readonly onSaved: (shop: ShopRowFragment) => void;
}

/** On what terms a shop is here. */
export function ShopForm({ shop, onSaved }: ShopFormProps) {
  const [read, setRead] = useState(shop);
  const [draft, setDraft] = useState(() => (shop ? draftOf(shop) : NEW));
  const { run, isRunning, error, reset } = useAct(SaveShopDocument, { quiet: true, said: 'Saved.' });
  const current = error instanceof RefusedError && error.isConflict ? (error.current as ShopRowFragment | null) : null;
  const errors = error instanceof RefusedError && !current ? fieldErrors(error.userErrors) : {};
  const wrong = priceFault(draft);
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });

  async function save(over: ShopRowFragment | null) {
    const done = await run({ input: saveInputOf(draft, over) });
    if (!done?.shop) return;
    take(done.shop);
    onSaved(done.shop);
  }
  function take(row: ShopRowFragment) {
    reset();
    setRead(row);
    setDraft(draftOf(row));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void save(read);
  }

  return (
    <Section title="Terms">
      <Box component="form" onSubmit={submit} aria-label="Shop" noValidate sx={{ display: 'grid', gap: 2 }}>
        {current && <ConflictNotice theirs={difference(current, draft)} onTake={() => take(current)} onKeep={() => void save(current)} />}
        {error && !current && <Alert severity="error">{error.message}</Alert>}
        <TextField label="Name" value={draft.name} onChange={({ target }) => set({ name: target.value })} error={Boolean(errors.name)} />
        <TextField
          label="Currency"
          value={draft.currency}
          onChange={({ target }) => set({ currency: target.value.toUpperCase() })}
          error={Boolean(errors.currency)}
          helperText="Three letters, for example EUR."
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}>
          {ACTIONS.map((action) => (
            <TextField
              key={action}
              label={`Price of ${wordsOf(action).toLowerCase()}`}
              value={draft.prices[action] ?? ''}
              placeholder="Free"
              onChange={({ target }) => set({ prices: { ...draft.prices, [action]: target.value } })}
              error={wrong === action}
              helperText={wrong === action ? 'A number such as 1.50.' : ' '}
              slotProps={{ htmlInput: { inputMode: 'decimal' } }}
            />
          ))}
        </Box>
        <TextField
          label="Parameter of clicks"
          value={draft.clickParameter}
          onChange={({ target }) => set({ clickParameter: target.value })}
          error={Boolean(errors.clickParameter)}
          helperText="It names the click in links to the shop. Nothing: the shop can tell of no actions."
        />
        {read && (
          <FormControlLabel
            control={<Switch checked={draft.isDisabled} onChange={() => set({ isDisabled: !draft.isDisabled })} />}
            label="Closed: nothing of it is shown"
          />
        )}
        <Box>
          <Button
            type="submit"
            variant="contained"
            loading={isRunning}
            disabled={wrong !== null || (read !== null && JSON.stringify(draft) === JSON.stringify(draftOf(read)))}
          >
            Save
          </Button>
        </Box>
      </Box>
    </Section>
  );
}
