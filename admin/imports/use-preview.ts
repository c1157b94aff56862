import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../api/request';
import { accepted } from '../api/user-errors';
import { type ColumnMappingInput, type ImportOptionsInput, PreviewImportDocument, type PreviewImportMutation } from '../generated/imports';

export type Preview = NonNullable<PreviewImportMutation['previewImport']['preview']>;

/** What is chosen so far; null: as it is guessed. */
export interface Chosen {
  readonly mapping: readonly ColumnMappingInput[] | null;
  readonly options: ImportOptionsInput | null;
}

const PAUSE_MS = 400;

/** The first rows as they would become, looked at again a moment after every change. */
export function usePreview(uploadIds: readonly string[], chosen: Chosen): UseQueryResult<Preview, Error> {
  const [settled, setSettled] = useState(chosen);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(chosen), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [chosen]);
  return useQuery({
    queryKey: ['preview of an import', uploadIds, settled],
    queryFn: async ({ signal }) => {
      const { mapping, options } = settled;
      // A source that is still being typed is no mapping yet.
      const told = mapping?.filter(({ field, source }) => field !== 'EXTERNAL_ID' || /^[a-z][a-z0-9-]*$/.test(source ?? '')) ?? null;
      const input = { uploadIds: [...uploadIds], mapping: told, options };
      const { preview } = accepted((await ask(PreviewImportDocument, { input }, { signal })).previewImport);
      if (!preview) throw new Error('The server did not show what is in the file.');
      return preview;
    },
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    retry: false,
  });
}
