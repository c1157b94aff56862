import { useEffect, useRef, useState } from 'react';
import type { UploadPurpose } from '../generated/imports';
import { type ChosenFile, type Sending, sendFile } from './send-file';

/** A file on its way. */
export interface SentFile extends Sending {
  readonly path: string;
  readonly bytes: number;
}

interface FilesOnTheirWay {
  /** Null: nothing is on its way. */
  readonly files: readonly SentFile[] | null;
  /** All of it is there, and the server is told what to do with it. */
  readonly isLooking: boolean;
  readonly error: string | null;
  readonly send: (files: readonly ChosenFile[]) => void;
  readonly stop: () => void;
}

interface Sender {
  /** What the files are for; titles unless told. */
  readonly purpose?: UploadPurpose;
  /** What of the chosen files is to be sent, in what order; a sentence where they do not belong together. */
  readonly pick: (files: readonly ChosenFile[]) => readonly ChosenFile[] | string;
  /** Has the server go on with what was sent. */
  readonly finish: (uploadIds: readonly string[], signal: AbortSignal) => Promise<void>;
}

/** Sends files one after the other, and then has the server go on with them. */
export function useSending({ purpose = 'CATALOGUE', pick, finish }: Sender): FilesOnTheirWay {
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
      uploadIds.push(await sendFile(file, { purpose, told, signal }));
      told({ share: 1, isWaiting: false });
    }
    setLooking(true);
    await finish(uploadIds, signal);
  }

  return {
    ...{ files, isLooking, error },
    send(chosen) {
      const picked = pick(chosen);
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
