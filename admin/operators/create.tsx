import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { Title, useRedirect } from 'react-admin';
import { useAct } from '../api/use-act';
import { fieldErrors, RefusedError } from '../api/user-errors';
import { CreateOperatorDocument, type Role } from '../generated/operators';
import { Section } from '../parts/section';
import { LinkShown } from './link-shown';
import { RoleField } from './role-field';
import { ShopField } from './shop-field';

type Made = { readonly email: string; readonly link: { readonly url: string; readonly expiresAt: string } };

/** A new operator, who chooses a password by a link. */
export default function OperatorCreate() {
  const { run, isRunning, error } = useAct(CreateOperatorDocument, { quiet: true });
  const [role, setRole] = useState<Role>('READER');
  const [shopId, setShopId] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const redirect = useRedirect();
  const errors = error instanceof RefusedError ? fieldErrors(error.userErrors) : {};

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const done = await run({
      input: { email: String(form.get('email')).trim(), name: String(form.get('name')), role, ...(role === 'SHOP' && { shopId }) },
    });
    if (done?.operator && done.link) setMade({ email: done.operator.email, link: done.link });
  }

  return (
    <Box sx={{ mt: 2, maxWidth: 560 }}>
      <Title title="Add operator" />
      <Section title="Who shall come in?">
        <Box component="form" onSubmit={submit} aria-label="Add operator" noValidate sx={{ display: 'grid', gap: 2 }}>
          {error && Object.keys(errors).length === 0 && <Alert severity="error">{error.message}</Alert>}
          <TextField
            name="email"
            type="email"
            label="E-mail"
            autoComplete="off"
            required
            autoFocus
            error={Boolean(errors.email)}
            helperText={errors.email ?? 'They sign in with it.'}
          />
          <TextField name="name" label="Name" autoComplete="off" error={Boolean(errors.name)} helperText={errors.name} />
          <RoleField value={role} onChange={setRole} error={errors.role} />
          {role === 'SHOP' && <ShopField value={shopId} onChange={setShopId} error={errors.shopId} />}
          <Box>
            <Button type="submit" variant="contained" loading={isRunning}>
              Add and make a link
            </Button>
          </Box>
        </Box>
      </Section>
      {made && <LinkShown {...made} onClose={() => redirect('list', 'operators')} />}
    </Box>
  );
}
