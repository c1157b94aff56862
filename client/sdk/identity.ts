import type { Host } from './host';
import { ask } from './request';
import { beginSession, SESSION, type Session } from './session';
import { ownerOf } from './token-owner';

/** Whose events may be sent with which token. */
export interface Credential {
  readonly token: string;
  /** By `ownerOf`. */
  readonly who: string;
}

/** The page's word for who is signed in; null: nobody. */
export type TokenSource = (refresh: boolean) => string | null | Promise<string | null>;

export interface Identity {
  /** The viewer's token, else the session's, begun when there is none; null when there is none now. Never rejects. */
  bearer(refresh?: boolean): Promise<string | null>;
  /** Who is here, as far as is known by now. */
  who(): string | null;
  /** The tokens known by now: the last one used first, then that of a session that is still to be taken over. */
  known(): readonly Credential[];
  isSession(token: string | null): boolean;
  /** Makes the viewer who is signed in take the session's past over; answers whether that happened. */
  signedIn(): Promise<boolean>;
  /** Tries again what `signedIn` could not do for want of a network. */
  takeOver(): Promise<boolean>;
  /** Forgets everybody. */
  forget(): void;
}

interface IdentityOptions {
  readonly token: TokenSource | undefined;
  /** Events of the one are the other's from now on. */
  readonly handOver: (from: string, to: string) => void;
}

const MERGE = 'mutation($from:ID!,$into:ID!,$token:String){mergeUsers(fromId:$from,intoId:$into,fromToken:$token){user{id}}}';

const credential = (token: string): Credential => ({ token, who: ownerOf(token) });

/** Knows in whose name the page acts. */
export function createIdentity(host: Host, { token, handOver }: IdentityOptions): Identity {
  const { store, report } = host;
  let last: Credential | null = null;
  /** How often people came and went, so that a token that comes late is not taken for the next one's. */
  let changes = 0;
  /** A page renews a refused session once: whoever is refused at the same time asks for the same thing. */
  let isRenewed = false;
  let beginning: Promise<string | null> | null = null;

  const session = (): Session | null => store.read<Session>(SESSION);

  const viewer = async (refresh: boolean): Promise<string | null> => (await token?.(refresh)) || null;

  async function begin(old: string | undefined): Promise<string | null> {
    const begun = (await beginSession(host, old))?.token ?? null;
    // The server's secret has changed: what the old session did and nobody has taken yet is the new one's.
    if (old && begun) {
      isRenewed = true;
      handOver(ownerOf(old), ownerOf(begun));
    }
    return begun;
  }

  function anonymous(refresh: boolean): string | Promise<string | null> {
    const old = session()?.token;
    if (old && !(refresh && old === last?.token && !isRenewed)) return old;
    beginning ??= begin(old).finally(() => {
      beginning = null;
    });
    return beginning;
  }

  async function bearer(refresh = false): Promise<string | null> {
    const change = changes;
    try {
      const given = (await viewer(refresh)) ?? (await anonymous(refresh));
      if (change !== changes) return bearer();
      if (given) last = credential(given);
      return given;
    } catch (error) {
      report('network', error);
      return null;
    }
  }

  function known(): readonly Credential[] {
    const kept = session();
    const other = kept && credential(kept.token);
    return [last, other?.who === last?.who ? null : other].filter((one) => one !== null);
  }

  async function takeOver(): Promise<boolean> {
    try {
      const kept = session();
      const own = kept?.into && (await viewer(false));
      if (!own || ownerOf(own) !== kept.into) return false;
      const me = await ask<{ viewer: { id: string } | null }>(host, '{viewer{id}}', own);
      const variables = { from: kept.userId, into: me?.viewer?.id, token: kept.token };
      const merged = await ask<{ mergeUsers: { user: object | null } }>(host, MERGE, own, variables);
      const isDone = Boolean(merged?.mergeUsers.user);
      if (isDone) handOver(ownerOf(kept.token), kept.into);
      else report('refused', 'mergeUsers');
      if (session()?.token === kept.token) store.remove(SESSION);
      return isDone;
    } catch (error) {
      report('network', error);
      return false;
    }
  }

  return {
    bearer,
    who: () => last?.who ?? null,
    known,
    isSession: (token) => token === session()?.token,
    async signedIn() {
      changes += 1;
      const given = await bearer();
      const kept = session();
      if (given && kept && given !== kept.token) store.write(SESSION, { ...kept, into: ownerOf(given) });
      return takeOver();
    },
    takeOver,
    forget() {
      changes += 1;
      last = null;
      store.remove(SESSION);
    },
  };
}
