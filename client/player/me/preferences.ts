import { useMutation } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { SetPreferencesDocument, type SetPreferencesInput } from '../generated/documents';

/** What became of the last save. */
export type Saving = 'none' | 'saving' | 'saved' | 'unsaved';

/** Saves preferences; answers whether they were taken. Never rejects. */
export function usePreferences() {
  const [send] = useMutation(SetPreferencesDocument);
  const [saving, setSaving] = useState<Saving>('none');
  const save = useCallback(
    async (input: SetPreferencesInput): Promise<boolean> => {
      setSaving('saving');
      const isTaken = await send({ variables: { input } }).then(
        ({ data }) => data?.setPreferences.userErrors.length === 0,
        () => false,
      );
      setSaving(isTaken ? 'saved' : 'unsaved');
      return isTaken;
    },
    [send],
  );
  return { saving, save };
}
