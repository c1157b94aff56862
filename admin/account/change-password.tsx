import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useAct } from '../api/use-act';
import { fieldErrors, RefusedError } from '../api/user-errors';
import { ChangePasswordDocument } from '../generated/account';
import { PasswordField } from './password-field';
import { useWait, waitText } from './wait';

const HINT = '12 characters or more; a few words that belong to nobody but you do well.';

/** Another password for who is signed in; their other browsers are signed out by it. */
export function ChangePassword() {
  const { run, isRunning, error, reset } = useAct(ChangePasswordDocument, { quiet: true });
  const [said, setSaid] = useState<string | null>(null);
  const left = useWait(error);
  const errors = error instanceof RefusedError ? fieldErrors(error.userErrors) : {};

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    setSaid(null);
    const done = await run({ current: String(form.get('current')), next: String(form.get('next')) });
    if (done === null) return;
    element.reset();
    setSaid(`Your password is changed.${endedText(done.sessionsEnded ?? 0)}`);
  }

  return (
    <Box component="form" onSubmit={submit} aria-label="Change password" sx={{ display: 'grid', gap: 2, maxWidth: 420 }}>
      {said && <Alert severity="success">{said}</Alert>}
      {left > 0 && <Alert severity="warning">Too many tries. Rest for {waitText(left)}.</Alert>}
      {error && left === 0 && Object.keys(errors).length === 0 && <Alert severity="error">{error.message}</Alert>}
      <PasswordField
        name="current"
        kind="current"
        label="Password of now"
        required
        error={Boolean(errors.current)}
        helperText={errors.current}
        onChange={reset}
      />
      <PasswordField
        name="next"
        kind="new"
        label="New password"
        required
        error={Boolean(errors.next)}
        helperText={errors.next ?? HINT}
        onChange={reset}
      />
      <Box>
        <Button type="submit" variant="contained" loading={isRunning} disabled={left > 0}>
          Change password
        </Button>
      </Box>
    </Box>
  );
}

function endedText(sessions: number): string {
  if (sessions === 0) return '';
  return sessions === 1 ? ' One other browser was signed out.' : ` ${sessions} other browsers were signed out.`;
}
