import type { Report } from './report';
import { type Address, ask } from './request';
import type { Store } from './store';

/** The anonymous session of this browser, shared by its tabs. */
export interface Session {
  readonly token: string;
  readonly userId: string;
  /** Who signed in and is to take its past over, by `ownerOf`. */
  readonly into?: string;
}

export interface Sessions {
  kept(): Session | null;
  keep(session: Session): void;
  forget(): void;
  /** Begins one, unless there is another than the refused one by now. Null when that cannot be done now. */
  begin(refused?: string): Promise<Session | null>;
}

const KEY = 'kinograph:session';
const START = 'mutation{startSession{token user{id}userErrors{code}}}';

interface Started {
  readonly startSession: { readonly token: string | null; readonly user: { readonly id: string } | null } | null;
}

/** Keeps the session in `store`; two tabs at once begin one only, where the browser has locks. */
export function createSessions({ store, address, report }: { store: Store; address: Address; report: Report }): Sessions {
  let beginning: Promise<Session | null> | null = null;

  function kept(): Session | null {
    try {
      const session = JSON.parse(store.get(KEY) ?? 'null');
      return session?.token && session.userId ? session : null;
    } catch {
      return null;
    }
  }

  const keep = (session: Session): void => store.set(KEY, JSON.stringify(session));

  async function start(refused: string | undefined): Promise<Session | null> {
    const known = kept();
    if (known && known.token !== refused) return known;
    try {
      const { data, codes } = await ask<Started>(address, START);
      const { token, user } = data?.startSession ?? {};
      if (!token || !user) report('refused', `No session: ${codes.join()}`);
      if (!token || !user) return null;
      const session = { token, userId: user.id };
      keep(session);
      return session;
    } catch (error) {
      report('network', error);
      return null;
    }
  }

  return {
    kept,
    keep,
    forget: () => store.remove(KEY),
    begin(refused) {
      const run = () => start(refused);
      const locked = async () => navigator.locks.request(KEY, run);
      beginning ??= locked()
        .catch(run)
        .finally(() => {
          beginning = null;
        });
      return beginning;
    },
  };
}
