import { CombinedGraphQLErrors } from '@apollo/client';
import { useSyncExternalStore } from 'react';
import { ownerOf } from '../../sdk/token-owner';
import { account, onAccount } from '../account/account';
import { apollo } from '../api/apollo';
import { CreateHistoryUploadDocument, ImportHistoryDocument } from '../generated/documents';
import { sendBytes } from './send-bytes';

/** Why a file was not taken: what can be done about it depends on it. */
export type Fault = 'empty' | 'large' | 'kind' | 'tooMany' | 'failed';

/** A file on its way. It goes on whatever page is shown, for as long as this tab is open. */
export type Sending =
  | { readonly state: 'sending' | 'waiting'; readonly name: string; readonly fraction: number }
  | { readonly state: 'failed'; readonly name: string; readonly fault: Fault }
  | { readonly state: 'there'; readonly name: string; readonly importId: string };

export const MOST_BYTES = 50_000_000;
const LONGEST_NAME = 200;
const FIRST_MS = 1_000;
const LONGEST_MS = 20_000;

let current: Sending | null = null;
let going: AbortController | null = null;
const listeners = new Set<() => void>();

/** The file on its way, for components; null: none. */
export const useSending = (): Sending | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

/** Sends a file and lets the server make a past of it. A connection that breaks is waited for, as often as it takes. */
export async function sendHistory(file: File): Promise<void> {
  going?.abort();
  const run = new AbortController();
  going = run;
  const tell = (next: Sending): void => {
    if (!run.signal.aborted) set(next);
  };
  const { name } = file;
  const fault = faultOf(file);
  if (fault !== null) return tell({ state: 'failed', name, fault });
  addEventListener('beforeunload', warn);
  const attempt = attempts(file, (fraction) => tell({ state: 'sending', name, fraction }), run.signal);
  for (let tries = 0; !run.signal.aborted; tries += 1) {
    const end = await attempt();
    if (end === 'lost') {
      tell({ state: 'waiting', name, fraction: 0 });
      await untilOnline(Math.min(LONGEST_MS, FIRST_MS * 2 ** tries), run.signal);
      continue;
    }
    tell(typeof end === 'string' ? { state: 'failed', name, fault: end } : { state: 'there', name, ...end });
    break;
  }
  if (going === run) removeEventListener('beforeunload', warn);
}

/** Gives up what is on its way, or takes its end off the page. */
export function dropSending(): void {
  going?.abort();
  removeEventListener('beforeunload', warn);
  set(null);
}

/** What one's own eyes can see of a file; null: nothing wrong. */
export function faultOf({ size }: { readonly size: number }): Fault | null {
  if (size === 0) return 'empty';
  return size > MOST_BYTES ? 'large' : null;
}

type End = { readonly importId: string } | Fault | 'lost';

/** Each call goes on where the one before was lost: with the same address while nothing went there, and not with the bytes once they are there. */
function attempts(file: File, tell: (fraction: number) => void, signal: AbortSignal): () => Promise<End> {
  let offered: { readonly url: string; readonly id: string } | null = null;
  let isSent = false;
  let hasBegun = false;

  async function send(): Promise<End> {
    tell(isSent ? 1 : 0);
    if (offered === null) {
      const next = await offer(file);
      if (typeof next === 'string') return next;
      [offered, hasBegun] = [next, false];
    }
    if (!isSent) {
      const told = (fraction: number): void => {
        hasBegun ||= fraction > 0;
        tell(fraction);
      };
      const sent = await sendBytes(offered.url, file, told, signal);
      if (sent.end === 'refused') return sent.field === 'type' ? 'kind' : 'failed';
      if (sent.end === 'used' || (sent.end === 'lost' && hasBegun)) offered = null;
      if (sent.end !== 'taken' || offered === null) return 'lost';
      isSent = true;
    }
    return signal.aborted ? 'lost' : begin(offered.id);
  }

  // What a server says is an answer; anything else is a line that broke.
  return () => send().catch((error) => (CombinedGraphQLErrors.is(error) ? 'failed' : 'lost'));
}

async function offer({ name, size }: File): Promise<{ readonly url: string; readonly id: string } | Fault> {
  const variables = { name: name.slice(-LONGEST_NAME), bytes: size };
  const { data } = await apollo.mutate({ mutation: CreateHistoryUploadDocument, variables });
  const { url, upload, userErrors } = data?.createUpload ?? {};
  if (url && upload) return { url, id: upload.id };
  return userErrors?.[0]?.code === 'CONFLICT' ? 'tooMany' : 'failed';
}

async function begin(uploadId: string): Promise<End> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { data } = await apollo.mutate({ mutation: ImportHistoryDocument, variables: { uploadId, timeZone } });
  const { historyImport, userErrors } = data?.importHistory ?? {};
  if (historyImport) return { importId: historyImport.id };
  return userErrors?.[0]?.code === 'CONFLICT' ? 'tooMany' : 'failed';
}

/** Waits until the network is back, and `ms` where it seems to be there. */
function untilOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      removeEventListener('online', over);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(() => navigator.onLine && over(), ms);
    addEventListener('online', over);
    signal.addEventListener('abort', over);
  });
}

function set(next: Sending | null): void {
  current = next;
  for (const listener of listeners) listener();
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

// A file belongs to whoever chose it: nobody else's list shall have it.
let whose = personHere();
onAccount(() => {
  if (personHere() === whose) return;
  whose = personHere();
  dropSending();
});

function personHere(): string | null {
  const here = account();
  return here && ownerOf(here.token);
}
