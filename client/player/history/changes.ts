import { useMutation } from '@apollo/client/react';
import { CorrectRowDocument, type HistoryGroupFragment, LeaveOutRowsDocument } from '../generated/documents';

/** What a person does with a group; each answers whether it was taken. */
export interface Changes {
  /** null: none of the titles here. */
  means(group: HistoryGroupFragment, titleId: string | null): Promise<boolean>;
  leaveOut(group: HistoryGroupFragment, leftOut: boolean): Promise<boolean>;
  readonly isBusy: boolean;
}

/** Changes of an import. Its counts follow in the cache by what the server answers. */
export function useChanges(importId: string): Changes {
  const [correct, correcting] = useMutation(CorrectRowDocument);
  const [leave, leaving] = useMutation(LeaveOutRowsDocument);
  return {
    isBusy: correcting.loading || leaving.loading,
    means: ({ number }, titleId) =>
      correct({ variables: { input: { importId, number, titleId, alike: true } } }).then(
        ({ data }) => data?.correctRow.userErrors.length === 0,
        () => false,
      ),
    leaveOut: ({ name }, leftOut) =>
      leave({ variables: { input: { importId, name, leftOut } } }).then(
        ({ data }) => data?.leaveOutRows.userErrors.length === 0,
        () => false,
      ),
  };
}
