import { useCallback } from 'react';
import { useAct } from '../api/use-act';
import { ChangeTitlesDocument, type TitleChange } from '../generated/titles';
import { titles, useSaidWithUndo } from './undo';

/** Changes titles that are known by their ids at once, with an undo instead of a question. Resolves to whether it was done. */
export function useChangeNow() {
  const { run, isRunning } = useAct(ChangeTitlesDocument);
  const said = useSaidWithUndo();
  const changeNow = useCallback(
    async (ids: readonly string[], change: TitleChange): Promise<boolean> => {
      const done = await run({ input: { ids: [...ids], change, dryRun: false, expectedCount: ids.length } });
      if (done?.changeSet) said(`${titles(done.changeSet.titles)} ${DONE[change.state ?? ''] ?? 'changed'}.`, done.changeSet.id);
      return done !== null;
    },
    [run, said],
  );
  return { changeNow, isRunning };
}

const DONE: Readonly<Record<string, string>> = { HIDDEN: 'hidden', LISTED: 'listed', REMOVED: 'taken out' };
