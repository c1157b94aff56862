import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useCallback } from 'react';
import { useCloseNotification, useNotify } from 'react-admin';
import { useAct } from '../api/use-act';
import { UndoChangeSetDocument } from '../generated/titles';
import { count } from '../parts/numbers';

const SHOWN_MS = 15_000;

/** Says what was done to titles, with a button that takes it back. */
export function useSaidWithUndo(): (said: string, changeSetId: string) => void {
  const notify = useNotify();
  return useCallback(
    (said, changeSetId) => notify(<UndoNotice said={said} changeSetId={changeSetId} />, { autoHideDuration: SHOWN_MS }),
    [notify],
  );
}

function UndoNotice({ said, changeSetId }: { readonly said: string; readonly changeSetId: string }) {
  const close = useCloseNotification();
  const { undo, isRunning } = useUndo();
  return (
    <Alert
      severity="success"
      variant="filled"
      onClose={() => close()}
      action={
        <Button color="inherit" size="small" loading={isRunning} onClick={() => void undo(changeSetId).then(() => close())}>
          Undo
        </Button>
      }
    >
      {said}
    </Alert>
  );
}

/** Undoes a change of many titles, and tells what came of it. */
export function useUndo(): { readonly undo: (changeSetId: string) => Promise<void>; readonly isRunning: boolean } {
  const notify = useNotify();
  const { run, isRunning } = useAct(UndoChangeSetDocument);
  const undo = useCallback(
    async (id: string) => {
      const done = await run({ id });
      if (done === null) return;
      const { restored, kept, job } = done;
      if (job) return notify('The undo is under way as a job.', { type: 'info' });
      notify(saidOf(restored, kept), { type: kept.length > 0 ? 'warning' : 'success', autoHideDuration: 10_000, multiLine: true });
    },
    [run, notify],
  );
  return { undo, isRunning };
}

function saidOf(restored: number, kept: readonly { readonly titleId: string; readonly why: string }[]): string {
  const done = `${titles(restored)} ${restored === 1 ? 'is as it was' : 'are as they were'}.`;
  const [first] = kept;
  return first ? `${done} ${titles(kept.length)} stayed, for example title ${first.titleId}: ${first.why}` : done;
}

/** 1 title, 12 titles. */
export const titles = (number: number): string => `${count(number)} ${number === 1 ? 'title' : 'titles'}`;
