import { useEffect, useRef, useState } from 'react';
import { ask } from '../api/request';
import { accepted } from '../api/user-errors';
import { PreviewImportDocument } from '../generated/imports';
import { together } from './chosen-files';
import { type ChosenFile, type Sending, sendFile } from './send-file';

/** A file on its way. */
export interface SentFile extends Sending {
  readonly path: string;
  readonly bytes: number;
}

interface FilesOnTheirWay {
  /** Null: nothing is on its way. */
  readonly files: readonly SentFile[] | null;
  /** All of it is there, and the server looks at it. */
  readonly isLooking: boolean;
  readonly error: string | null;
  readonly send: (files: readonly ChosenFile[]) => void;
  readonly stop: () => void;
}

/** Sends files one after the other, has the server look at them, and tells the id of the import that they are a draft of. */
export function useSending(onReady: (importId: string) => void): FilesOnTheirWay {
  const [files, setFiles] = useState<readonly SentFile[] | null>(null);
  const [isLooking, setLooking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  useEffect(() => {
    if (files === null) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [files]);

  async function run(chosen: readonly ChosenFile[], signal: AbortSignal): Promise<void> {
    setFiles(chosen.map(({ path, file }) => ({ path, bytes: file.size, share: 0, isWaiting: false })));
    const uploadIds: string[] = [];
    for (const [index, file] of chosen.entries()) {
      const told = (sending: Sending) => setFiles((all) => all?.map((each, at) => (at === index ? { ...each, ...sending } : each)) ?? null);
      uploadIds.push(await sendFile(file, told, signal));
      told({ share: 1, isWaiting: false });
    }
    setLooking(true);
    const { preview } = accepted((await ask(PreviewImportDocument, { input: { uploadIds } }, { signal })).previewImport);
    if (preview) onReady(preview.importId);
  }

  return {
    ...{ files, isLooking, error },
    send(chosen) {
      const picked = together(chosen);
      setError(typeof picked === 'string' ? picked : null);
      if (typeof picked === 'string') return;
      const controller = new AbortController();
      leaving.current = controller;
      run(picked, controller.signal)
        .catch((failure: unknown) => {
          if (!controller.signal.aborted) setError(failure instanceof Error ? failure.message : 'The file could not be sent.');
        })
        .finally(() => {
          setFiles(null);
          setLooking(false);
        });
    },
    stop: () => leaving.current?.abort(),
  };
}
