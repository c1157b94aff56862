import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { isMissing } from '../api/missing';
import { type HistoryImportCardFragment, HistoryImportDocument } from '../generated/documents';

const POLL_MS = 700;

/** Whether a server works with it now. */
export function isAtWork({ state, job }: Pick<HistoryImportCardFragment, 'state' | 'job'>): boolean {
  return (state === 'READING' || state === 'PLACING') && job?.state !== 'FAILED' && job?.state !== 'CANCELLED';
}

/** One import, asked for again and again while a server works with it. */
export function useImport(id: string) {
  const [isFollowed, setFollowed] = useState(false);
  const { data, error, refetch } = useQuery(HistoryImportDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: isFollowed ? POLL_MS : 0,
  });
  const imported = data?.historyImport ?? null;
  const isWorkedWith = imported !== null && isAtWork(imported);
  if (isFollowed !== isWorkedWith) setFollowed(isWorkedWith);
  return { imported, error, isGone: data?.historyImport === null || isMissing(error), retry: () => void refetch().catch(() => {}) };
}
