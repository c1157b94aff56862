import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useLogin } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { sessionHasEnded } from '../api/auth-provider';
import { ApiError } from '../api/request';
import { Door } from './door';
import { PasswordField } from './password-field';
import { useWait, waitText } from './wait';

const FOOT = (
  <>
    Forgot your password? Any admin can make you a link to choose another. At the machine itself:{' '}
    <Box component="code" sx={{ whiteSpace: 'nowrap' }}>
      npm run operator -- reset
    </Box>
  </>
);

/** The door of the console. */
export default function SignIn() {
  const login = useLogin();
  const { state } = useLocation() as { state?: { readonly email?: string; readonly said?: string } | null };
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const left = useWait(error);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      await login({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
    } catch (error) {
      setError(error instanceof Error ? error : new Error('You could not be signed in.'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Door title="Sign in" why="The console runs this whole installation: catalogue, models and people." foot={FOOT}>
      <Box component="form" onSubmit={submit} aria-label="Sign in" sx={{ display: 'grid', gap: 2 }}>
        <Note error={error} left={left} said={state?.said ?? null} />
        <TextField name="email" type="email" label="E-mail" autoComplete="username" defaultValue={state?.email ?? ''} required autoFocus />
        <PasswordField name="password" kind="current" label="Password" required />
        <Button type="submit" variant="contained" size="large" loading={isBusy} disabled={left > 0}>
          {left > 0 ? `Wait ${waitText(left)}` : 'Sign in'}
        </Button>
      </Box>
    </Door>
  );
}

interface NoteProps {
  readonly error: Error | null;
  readonly left: number;
  readonly said: string | null;
}

/** What went wrong with the last try, else why somebody stands here. */
function Note({ error, left, said }: NoteProps) {
  if (left > 0)
    return <Alert severity="warning">Too many tries from here. Rest for {waitText(left)}; the button comes back by itself.</Alert>;
  if (error instanceof ApiError && error.code === 'RATE_LIMITED') return <Alert severity="info">You can try again now.</Alert>;
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (said) return <Alert severity="success">{said}</Alert>;
  if (sessionHasEnded()) return <Alert severity="info">Your session has ended. Sign in to go on where you were.</Alert>;
  return null;
}
