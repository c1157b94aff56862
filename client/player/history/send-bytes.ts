/** How a PUT ended. lost: the connection broke, or the server could not answer; used: the address takes nothing any more. */
export type Sent = { readonly end: 'taken' | 'lost' | 'used' } | { readonly end: 'refused'; readonly field: string | null };

/** As an address says nothing of its own, what is sent is bytes. */
export const BYTES_TYPE = 'application/octet-stream';
/** So long without a byte on its way, and the line counts as cut. */
const SILENT_MS = 30_000;
const SERVER_FAULT = 500;

/** Sends a file to an address that was given out, and tells how much of it has gone, 0 to 1. Never rejects. */
export function sendBytes(url: string, file: Blob, tell: (fraction: number) => void, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENT_MS);
    };
    const abort = (): void => request.abort();
    const end = (sent: Sent): void => {
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
      resolve(sent);
    };
    signal.addEventListener('abort', abort);
    request.upload.addEventListener('progress', ({ loaded }) => {
      listen();
      tell(file.size === 0 ? 1 : Math.min(1, loaded / file.size));
    });
    request.addEventListener('load', () => end(answerOf(request.status, request.responseText)));
    request.addEventListener('error', () => end({ end: 'lost' }));
    request.addEventListener('abort', () => end({ end: 'lost' }));
    request.open('PUT', url);
    request.setRequestHeader('content-type', BYTES_TYPE);
    listen();
    request.send(file);
  });
}

const USED_UP: ReadonlySet<string | null> = new Set(['CONFLICT', 'UNAUTHENTICATED', 'NOT_FOUND']);

/** What an answer means. */
export function answerOf(status: number, text: string): Sent {
  if (status >= 200 && status < 300) return { end: 'taken' };
  const { code, field } = faultIn(text);
  if (USED_UP.has(code)) return { end: 'used' };
  return status >= SERVER_FAULT || code === null ? { end: 'lost' } : { end: 'refused', field };
}

function faultIn(text: string): { readonly code: string | null; readonly field: string | null } {
  try {
    const { code, field } = JSON.parse(text).errors[0].extensions;
    return { code: typeof code === 'string' ? code : null, field: typeof field === 'string' ? field : null };
  } catch {
    return { code: null, field: null };
  }
}
