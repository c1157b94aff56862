import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { EndSessionsDocument, OperatorSessionsDocument } from '../generated/account';
import { CreateResetLinkDocument, type OperatorRowFragment } from '../generated/operators';
import { Confirm } from '../parts/confirm';
import { LinkShown } from './link-shown';

/** A fresh link for who forgot, and a sign-out everywhere for who lost a laptop. */
export function OperatorAccess({ operator: { id, email, disabledAt } }: { readonly operator: OperatorRowFragment }) {
  const sessions = useAsk(OperatorSessionsDocument, { operatorId: id });
  const link = useAct(CreateResetLinkDocument);
  const end = useAct(EndSessionsDocument, { said: 'They are signed out everywhere.' });
  const [made, setMade] = useState<{ readonly url: string; readonly expiresAt: string } | null>(null);
  const [isAsking, setAsking] = useState(false);
  const open = sessions.data?.operatorSessions.length ?? 0;

  async function make() {
    const done = await link.run({ operatorId: id });
    if (done?.link) setMade(done.link);
  }
  async function signOut() {
    await end.run({ operatorId: id });
    setAsking(false);
  }

  return (
    <>
      <Typography sx={{ color: 'text.secondary' }}>{openText(open)}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" loading={link.isRunning} disabled={disabledAt !== null} onClick={() => void make()}>
          Make a link for a new password
        </Button>
        <Button color="error" disabled={open === 0} onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      </Box>
      {made && <LinkShown email={email} link={made} onClose={() => setMade(null)} />}
      <Confirm
        isOpen={isAsking}
        title={`Sign ${email} out everywhere?`}
        action="Sign out"
        isDangerous
        onConfirm={signOut}
        onClose={() => setAsking(false)}
      >
        Every browser of theirs is signed out at once. They can sign in again with their password.
      </Confirm>
    </>
  );
}

function openText(sessions: number): string {
  if (sessions === 0) return 'Signed in nowhere.';
  return sessions === 1 ? 'Signed in in one browser.' : `Signed in in ${sessions} browsers.`;
}
