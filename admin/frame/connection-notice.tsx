import Alert from '@mui/material/Alert';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** Says when the network is gone, until it is back: what is on screen stays, and is asked again by itself. */
export function ConnectionNotice() {
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  if (isOnline) return null;
  return (
    <Alert severity="warning" role="status" sx={{ mt: 1 }}>
      No connection. What you see may be old; nothing you entered is lost, and the page goes on by itself when the network is back.
    </Alert>
  );
}
