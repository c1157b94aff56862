import Button from '@mui/material/Button';
import { useState } from 'react';
import { useAct } from '../api/use-act';
import { type KeyRowFragment, RevokeApiKeyDocument } from '../generated/keys';
import { Confirm } from '../parts/confirm';

/** Ends a key for good, after a question. */
export function Revoke({ apiKey: { id, name, state } }: { readonly apiKey: KeyRowFragment }) {
  const [isAsking, setAsking] = useState(false);
  const { run } = useAct(RevokeApiKeyDocument, { said: 'The key is revoked; whatever used it is closed.' });
  async function revoke() {
    if ((await run({ id })) !== null) setAsking(false);
  }
  if (state === 'REVOKED') return null;
  return (
    <>
      <Button size="small" color="error" aria-label={`Revoke ${name.slice(0, 100)}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <Confirm isOpen={isAsking} title="Revoke this key?" action="Revoke" isDangerous onConfirm={revoke} onClose={() => setAsking(false)}>
        “{name}” stops working at once, on every server, and open connections that use it are closed. It cannot be brought back: make a new
        one instead.
      </Confirm>
    </>
  );
}
