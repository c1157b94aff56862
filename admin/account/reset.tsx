import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CssBaseline from '@mui/material/CssBaseline';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type FormEvent, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { ApiError, ask } from '../api/request';
import { accepted, RefusedError } from '../api/user-errors';
import { ResetPasswordDocument } from '../generated/account';
import { darkTheme, lightTheme } from '../look/theme';
import { Door } from './door';
import { PasswordField } from './password-field';
import { useWait, waitText } from './wait';

/** Where an operator chooses a password by a link. It stands outside of the console, since nobody is signed in. */
export default function Reset() {
  const isDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  return (
    <ThemeProvider theme={createTheme(isDark ? darkTheme : lightTheme)}>
      <CssBaseline />
      <Choose />
    </ThemeProvider>
  );
}

function Choose() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const token = hash.slice(1);
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const left = useWait(error);
  const isWorn = token === '' || isAbout(error, 'token');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [password, again] = [String(form.get('password')), String(form.get('again'))];
    if (password !== again) return setError(new Error('The two are not the same: type it once more.'));
    setBusy(true);
    setError(null);
    try {
      const { email } = accepted((await ask(ResetPasswordDocument, { token, password }, { asNobody: true })).resetPassword);
      navigate('/login', { replace: true, state: { email, said: 'Your password is set. Sign in with it.' } });
    } catch (error) {
      setError(error instanceof Error ? error : new Error('Your password could not be set.'));
      setBusy(false);
    }
  }

  if (isWorn)
    return (
      <Door title="This link is used up" why="A link works once, for an hour, and only the newest one does.">
        <Alert severity="warning">Ask an admin for a fresh link. At the machine itself: npm run operator -- reset</Alert>
        <Button component={Link} to="/login" variant="outlined">
          Go to sign-in
        </Button>
      </Door>
    );
  return (
    <Door title="Choose a password" why="12 characters or more; a few words that belong to nobody but you do well.">
      <Box component="form" onSubmit={submit} aria-label="Choose a password" sx={{ display: 'grid', gap: 2 }}>
        {left > 0 && <Alert severity="warning">Too many tries from here. Rest for {waitText(left)}.</Alert>}
        {error && !(error instanceof ApiError && error.code === 'RATE_LIMITED') && <Alert severity="error">{error.message}</Alert>}
        <PasswordField name="password" kind="new" label="New password" required autoFocus />
        <PasswordField name="again" kind="new" label="New password again" required />
        <Button type="submit" variant="contained" size="large" loading={isBusy} disabled={left > 0}>
          Set password
        </Button>
      </Box>
    </Door>
  );
}

const isAbout = (error: Error | null, field: string): boolean =>
  error instanceof RefusedError && error.userErrors.some((each) => each.field === field);
