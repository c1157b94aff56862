import { ApiError, ask } from '../api/request';
import { accepted } from '../api/user-errors';
import { CreateCatalogueUploadDocument, type UploadPurpose } from '../generated/imports';

/** A file that was chosen, with the folder that it stands in. */
export interface ChosenFile {
  readonly file: File;
  /** `ml-latest-small/movies.csv`. */
  readonly path: string;
}

/** How far a file is: how much of it is there, from 0 to 1, and whether the network is being waited for. */
export interface Sending {
  readonly share: number;
  readonly isWaiting: boolean;
}

/** What a file is for, whom to tell how far it is, and when to stop. */
interface SendOptions {
  readonly purpose: UploadPurpose;
  readonly told: (sending: Sending) => void;
  readonly signal: AbortSignal;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
  gz: 'application/gzip',
};
const LONGEST_WAIT_MS = 8_000;

/**
 * Sends a file and answers the id of its upload. Where the network drops it waits and begins anew, at a new address, for as long as it takes.
 * Throws an Error that says what is wrong with the file, and what `signal` says.
 */
export async function sendFile({ file, path }: ChosenFile, { purpose, told, signal }: SendOptions): Promise<string> {
  const type = TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain';
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      told({ share: 0, isWaiting: false });
      const input = { purpose, name: path, bytes: file.size, type };
      const { upload, url } = accepted((await ask(CreateCatalogueUploadDocument, { input }, { signal })).createUpload);
      if (!upload || !url) throw new Error('The server gave no address for the file.');
      await put(url, { file, type, told: (share) => told({ share, isWaiting: false }), signal });
      return upload.id;
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'OFFLINE')) throw error;
      told({ share: 0, isWaiting: true });
      await untilBack(Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt), signal);
    }
  }
}

interface Putting {
  readonly file: File;
  readonly type: string;
  readonly told: (share: number) => void;
  readonly signal: AbortSignal;
}

/** `fetch` does not tell how much of a body has gone; XMLHttpRequest does. */
function put(url: string, { file, type, told, signal }: Putting): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open('PUT', url);
    request.setRequestHeader('content-type', type);
    request.setRequestHeader('x-kinograph-console', '1');
    request.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status === 200 ? resolve() : reject(refusal(request)));
    request.onerror = () => reject(new ApiError('OFFLINE', 'The connection broke off.'));
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    request.send(file);
  });
}

/** An address that was used up or is too old when the network comes back is no reason to stop: the next one is new. */
function refusal({ status, responseText }: XMLHttpRequest): Error {
  const message = messageIn(responseText) ?? 'The server did not take the file.';
  return status === 0 || status >= 500 || status === 409 ? new ApiError('OFFLINE', message) : new Error(message);
}

function messageIn(text: string): string | null {
  try {
    return (JSON.parse(text) as { readonly errors?: readonly { readonly message: string }[] }).errors?.[0]?.message ?? null;
  } catch {
    return null;
  }
}

/** Waits so long, or until the browser says that it is online again. */
function untilBack(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
