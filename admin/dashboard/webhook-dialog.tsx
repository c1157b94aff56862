import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { RefusedError } from '../api/user-errors';
import { AlertWebhookDocument, type AlertWebhookQuery, SaveAlertWebhookDocument } from '../generated/dashboard';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { ShownOnce } from '../parts/shown-once';

type Webhook = AlertWebhookQuery['alertWebhook'];

/** Where alerts are sent: an address, whether, and how the last message fared. */
export function WebhookDialog({ onClose }: { readonly onClose: () => void }) {
  const asked = useAsk(AlertWebhookDocument, {});
  const [secret, setSecret] = useState<string | null>(null);
  const heading = useId();
  if (secret !== null)
    return (
      <ShownOnce title="The secret of the alert webhook" label="Secret" text={secret} onClose={onClose}>
        Your receiver checks with it that a message is ours: the header X-Kinograph-Signature is sha256= and the HMAC-SHA-256 of the header
        X-Kinograph-Timestamp, a dot and the body.
      </ShownOnce>
    );
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>Alert webhook</DialogTitle>
      <Asked of={asked}>{({ alertWebhook }) => <WebhookForm webhook={alertWebhook} onSecret={setSecret} onClose={onClose} />}</Asked>
    </Dialog>
  );
}

interface WebhookFormProps {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
  readonly onClose: () => void;
}

function WebhookForm({ webhook, onSecret, onClose }: WebhookFormProps) {
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [enabled, setEnabled] = useState(webhook?.enabled ?? true);
  const [renewSecret, setRenewSecret] = useState(false);
  const { run, isRunning, error } = useAct(SaveAlertWebhookDocument, { said: 'The webhook is saved.', quiet: true });
  const refused = error instanceof RefusedError ? error.message : error?.message;
  async function save() {
    const done = await run({ input: { url, enabled, renewSecret } });
    if (done?.secret) onSecret(done.secret);
    else if (done) onClose();
  }
  return (
    <>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Whatever needs attention is sent there once when it begins and once when it ends.
        </Typography>
        <TextField
          label="Address"
          type="url"
          value={url}
          onChange={({ target }) => setUrl(target.value)}
          placeholder="https://alerts.example.com/kinograph"
          error={refused !== undefined}
          helperText={refused ?? ' '}
          autoFocus
        />
        <FormControlLabel control={<Switch checked={enabled} onChange={(_, checked) => setEnabled(checked)} />} label="Send alerts" />
        {webhook && (
          <FormControlLabel
            control={<Switch checked={renewSecret} onChange={(_, checked) => setRenewSecret(checked)} />}
            label="Make a new secret; the old one signs nothing from then on"
          />
        )}
        {webhook && <Fared webhook={webhook} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" onClick={() => void save()} loading={isRunning} disabled={url === ''}>
          Save
        </Button>
      </DialogActions>
    </>
  );
}

function Fared({ webhook: { failures, error, deliveredAt } }: { readonly webhook: NonNullable<Webhook> }) {
  if (failures > 0)
    return (
      <Alert severity="error" variant="outlined">
        {failures === 1 ? 'The last message did not arrive.' : `The last ${failures} messages did not arrive.`} {error}
      </Alert>
    );
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {deliveredAt ? (
        <>
          The last message arrived <Ago at={deliveredAt} />.
        </>
      ) : (
        'Nothing was sent yet.'
      )}
    </Typography>
  );
}
