import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useCloseNotification, useNotify } from 'react-admin';
import { useAct } from '../api/use-act';
import { MergeTitlesDocument, UnmergeTitlesDocument } from '../generated/titles';

type Named = { readonly id: string; readonly name: string };

const SHOWN_MS = 15_000;

/** Merges two titles, with an undo in the notice. Resolves to whether it was done. */
export function useMerge() {
  const { run, isRunning } = useAct(MergeTitlesDocument);
  const notify = useNotify();
  async function merge(from: Named, into: Named): Promise<boolean> {
    if ((await run({ fromId: from.id, intoId: into.id })) === null) return false;
    notify(<MergedNotice from={from} into={into} />, { autoHideDuration: SHOWN_MS });
    return true;
  }
  return { merge, isRunning };
}

function MergedNotice({ from, into }: { readonly from: Named; readonly into: Named }) {
  const close = useCloseNotification();
  const { run, isRunning } = useAct(UnmergeTitlesDocument, { said: 'Both titles stand as they stood before.' });
  return (
    <Alert
      severity="success"
      variant="filled"
      onClose={() => close()}
      action={
        <Button color="inherit" size="small" loading={isRunning} onClick={() => void run({ fromId: from.id }).then(() => close())}>
          Undo
        </Button>
      }
    >
      Title {into.id} stands for both now.
    </Alert>
  );
}
