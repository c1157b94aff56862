import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useLogin } from 'react-admin';

/** The door of the console. */
export default function SignIn() {
  const login = useLogin();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFault(null);
    try {
      await login({ email: String(form.get('email')), password: String(form.get('password')) });
    } catch (error) {
      setFault(error instanceof Error ? error.message : 'You could not be signed in.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2, width: 'min(100%, 360px)' }}>
        <Typography component="h1" variant="h1">
          Kinograph console
        </Typography>
        {fault && <Alert severity="error">{fault}</Alert>}
        <TextField name="email" type="email" label="E-mail" autoComplete="username" required autoFocus />
        <TextField name="password" type="password" label="Password" autoComplete="current-password" required />
        <Button type="submit" variant="contained" size="large" loading={isBusy}>
          Sign in
        </Button>
      </Box>
    </Box>
  );
}
