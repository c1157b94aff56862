import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useAct } from '../api/use-act';
import { RenewShopSecretDocument, type ShopRowFragment } from '../generated/shops';
import { Confirm } from '../parts/confirm';
import { Section } from '../parts/section';
import { ShownOnce } from '../parts/shown-once';

/** The secret with which a shop signs what it tells; shown once. */
export function Secret({ shop: { id, name, hasSecret } }: { readonly shop: ShopRowFragment }) {
  const [isAsking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { run } = useAct(RenewShopSecretDocument);
  async function renew() {
    const done = await run({ shopId: id });
    setAsking(false);
    setSecret(done?.secret ?? null);
  }
  return (
    <Section title="Telling of actions">
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {hasSecret ? 'It signs with its secret' : 'Without a secret it can tell of nothing'}: POST <code>/shops/{id}/actions</code>.
      </Typography>
      <Box>
        <Button variant="outlined" onClick={() => (hasSecret ? setAsking(true) : void renew())}>
          {hasSecret ? 'Renew the secret' : 'Make a secret'}
        </Button>
      </Box>
      <Confirm isOpen={isAsking} title="Renew the secret?" action="Renew" isDangerous onConfirm={renew} onClose={() => setAsking(false)}>
        The one of before signs nothing from then on.
      </Confirm>
      {secret && (
        <ShownOnce title={`The secret of ${name}`} label="Secret" text={secret} onClose={() => setSecret(null)}>
          Keep it where the shop signs: it is shown this once only.
        </ShownOnce>
      )}
    </Section>
  );
}
