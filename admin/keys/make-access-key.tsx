import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormEvent, useId, useState } from 'react';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { CreateAccessKeyDocument, ServerKeysDocument } from '../generated/access-keys';
import { ShownOnce } from '../parts/shown-once';
import { SCOPES } from './scopes';

/** Makes an access key of a server key; its secret is on screen once. */
export function MakeAccessKey({ onClose }: { readonly onClose: () => void }) {
  const [apiKeyId, setApiKeyId] = useState('');
  const [source, setSource] = useState('app');
  const [made, setMade] = useState<{ readonly id: string; readonly secret: string } | null>(null);
  const serverKeys = useAsk(ServerKeysDocument, {});
  const { run, isRunning, error } = useAct(CreateAccessKeyDocument, { quiet: true });
  const heading = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await run({ input: { apiKeyId, source } });
    if (done?.secret && done.key) setMade({ id: done.key.id, secret: done.secret });
  }

  if (made !== null)
    return (
      <ShownOnce title={`The secret of ${made.id}`} label="Secret access key" text={made.secret} onClose={onClose}>
        It is shown now and never again. The application takes {made.id} as AWS_ACCESS_KEY_ID and this as AWS_SECRET_ACCESS_KEY.
      </ShownOnce>
    );
  const keys = serverKeys.data?.apiKeys.nodes ?? [];
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <Box component="form" onSubmit={submit} noValidate>
        <DialogTitle id={heading}>Make an access key</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2.5, pt: '8px !important' }}>
          {error && <Alert severity="error">{error.message}</Alert>}
          <TextField
            select
            label="Server key"
            value={keys.length === 0 ? '' : apiKeyId}
            onChange={({ target }) => setApiKeyId(target.value)}
            helperText="It may what this key may, and ends with it."
            required
          >
            {keys.map(({ id, name, scopes }) => (
              <MenuItem key={id} value={id}>
                {name} ({scopes.map((scope) => SCOPES[scope].name).join(', ')})
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label="Ids of titles"
            value={source}
            onChange={({ target }) => setSource(target.value)}
            helperText="Whose ids the application sends: app for its own, another source such as video, or kinograph for ours."
            autoComplete="off"
            required
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" loading={isRunning} disabled={apiKeyId === ''}>
            Make it
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
