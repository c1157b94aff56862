import type { Host } from './host';
import { ask } from './request';

/** The anonymous session of this browser, shared by its tabs. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  /** Who signed in and is to take its past over, by `ownerOf`. */
  readonly into?: string;
}

/** Where the session is kept in the store. */
export const SESSION = 'kinograph:session';
const START = 'mutation{startSession{token user{id}}}';

interface Started {
  readonly startSession: { readonly token: string | null; readonly user: { readonly id: string } | null };
}

/**
 * Begins a session, unless there is another than the refused one by now; of two tabs at once only one does, where the browser has
 * locks. null where the server does not want to. Rejects without a network.
 */
export async function beginSession(host: Host, refused: string | undefined): Promise<Session | null> {
  const { store, report } = host;
  const begin = async (): Promise<Session | null> => {
    const kept = store.read<Session>(SESSION);
    if (kept && kept.token !== refused) return kept;
    const { token, user } = (await ask<Started>(host, START))?.startSession ?? {};
    if (!token || !user) {
      report('refused', 'startSession');
      return null;
    }
    const session = { token, userId: user.id };
    store.write(SESSION, session);
    return session;
  };
  return globalThis.navigator?.locks?.request(SESSION, begin) ?? begin();
}
