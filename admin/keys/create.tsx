import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { Title, useRedirect } from 'react-admin';
import { useAct } from '../api/use-act';
import { fieldErrors, RefusedError } from '../api/user-errors';
import { type ApiKeyKind, CreateApiKeyDocument, type CreateApiKeyInput, type Scope } from '../generated/keys';
import { Section } from '../parts/section';
import { ShownOnce } from '../parts/shown-once';
import { KindField } from './kind-field';
import { ScopeField } from './scope-field';
import { KINDS, LIFETIMES } from './scopes';

interface Draft {
  readonly kind: ApiKeyKind;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly origins: string;
  readonly days: number | null;
}

const EMPTY: Draft = { kind: 'SERVER', name: '', scopes: [], origins: '', days: null };
const DAY_MS = 86_400_000;

/** A new key: what it is for, what it may, and until when. Its secret is on screen once. */
export default function KeyCreate() {
  const [draft, setDraft] = useState(EMPTY);
  const [secret, setSecret] = useState<string | null>(null);
  const { run, isRunning, error } = useAct(CreateApiKeyDocument, { quiet: true });
  const redirect = useRedirect();
  const errors = error instanceof RefusedError ? fieldErrors(error.userErrors) : {};
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await run({ input: inputOf(draft) });
    if (done?.secret) setSecret(done.secret);
  }

  return (
    <Box sx={{ mt: 2, maxWidth: 640 }}>
      <Title title="Make a key" />
      <Section title="What is it for?">
        <Box component="form" onSubmit={submit} aria-label="Make a key" noValidate sx={{ display: 'grid', gap: 2.5 }}>
          {error && Object.keys(errors).length === 0 && <Alert severity="error">{error.message}</Alert>}
          <KindField value={draft.kind} onChange={(kind) => set({ kind })} />
          <TextField
            label="Name"
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
            error={Boolean(errors.name)}
            helperText={errors.name ?? 'What to know it by, for example Web shop.'}
            autoComplete="off"
            required
          />
          {draft.kind === 'SERVER' ? (
            <ScopeField value={draft.scopes} onChange={(scopes) => set({ scopes })} error={errors.scopes} />
          ) : (
            <TextField
              label="Origins, one a line"
              value={draft.origins}
              onChange={({ target }) => set({ origins: target.value })}
              error={Boolean(errors.origins)}
              helperText={errors.origins ?? 'Where the page is served from: scheme, host and port, for example https://shop.example'}
              multiline
              minRows={2}
              required
            />
          )}
          <TextField
            select
            label="It ends"
            value={draft.days ?? 0}
            onChange={({ target }) => set({ days: Number(target.value) || null })}
            error={Boolean(errors.expiresAt)}
            helperText={errors.expiresAt}
            sx={{ maxWidth: 280 }}
          >
            {LIFETIMES.map(([label, days]) => (
              <MenuItem key={label} value={days ?? 0}>
                {label}
              </MenuItem>
            ))}
          </TextField>
          <Box>
            <Button type="submit" variant="contained" loading={isRunning}>
              Make the key
            </Button>
          </Box>
        </Box>
      </Section>
      {secret !== null && (
        <ShownOnce title={`The key of ${draft.name.trim()}`} label="Key" text={secret} onClose={() => redirect('list', 'keys')}>
          It is shown now and never again: only its hash is kept. {KINDS[draft.kind].lets}
        </ShownOnce>
      )}
    </Box>
  );
}

function inputOf({ kind, name, scopes, origins, days }: Draft): CreateApiKeyInput {
  const lines = origins.split(/[\s,]+/).filter((line) => line !== '');
  return {
    kind,
    name,
    ...(kind === 'SERVER' ? { scopes: [...scopes] } : { origins: lines }),
    expiresAt: days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
  };
}
