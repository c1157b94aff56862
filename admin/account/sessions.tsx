import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLogout, useNotify } from 'react-admin';
import { ask } from '../api/request';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { accepted } from '../api/user-errors';
import { EndSessionsDocument, OperatorSessionsDocument } from '../generated/account';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Confirm } from '../parts/confirm';
import { Waiting } from '../parts/waiting';

/** The browsers in which who asks is signed in, and the ways to end them. */
export function Sessions() {
  const asked = useAsk(OperatorSessionsDocument, {});
  const others = useAct(EndSessionsDocument, { said: 'The other browsers are signed out.' });
  return (
    <Asked of={asked} waiting={<Waiting rows={2} />}>
      {({ operatorSessions }) => (
        <>
          <Box component="ul" sx={{ display: 'grid', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
            {operatorSessions.map(({ id, current, createdAt, lastSeenAt, expiresAt }) => (
              <Box
                component="li"
                key={id}
                sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1, borderBottom: 1, borderColor: 'divider' }}
              >
                <Typography sx={{ flex: '1 1 220px' }}>
                  Signed in <Ago at={createdAt} />, last here <Ago at={lastSeenAt} />
                </Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  ends <Ago at={expiresAt} />
                </Typography>
                {current && <Chip size="small" color="primary" variant="outlined" label="This browser" />}
              </Box>
            ))}
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button
              variant="outlined"
              disabled={operatorSessions.length < 2}
              loading={others.isRunning}
              onClick={() => void others.run({ keepThis: true })}
            >
              Sign out the others
            </Button>
            <Everywhere />
          </Box>
        </>
      )}
    </Asked>
  );
}

function Everywhere() {
  const [isOpen, setOpen] = useState(false);
  const logout = useLogout();
  const notify = useNotify();
  // Not by useAct, which would ask for everything on screen again in the name of nobody.
  async function leave() {
    try {
      accepted((await ask(EndSessionsDocument, { keepThis: false })).endSessions);
      await logout();
    } catch (error) {
      notify(error instanceof Error ? error.message : 'You are still signed in.', { type: 'error' });
    }
  }
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        Sign out everywhere
      </Button>
      <Confirm
        isOpen={isOpen}
        title="Sign out everywhere?"
        action="Sign out everywhere"
        isDangerous
        onConfirm={leave}
        onClose={() => setOpen(false)}
      >
        Every browser is signed out at once, this one too. You can sign in again with your password.
      </Confirm>
    </>
  );
}
