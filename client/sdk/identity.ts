import type { Report } from './report';
import { type Address, ask } from './request';
import type { Sessions } from './session';
import { ownerOf } from './token-owner';

/** Whose events may be sent with which token. */
export interface Credential {
  readonly token: string;
  /** By `ownerOf`. */
  readonly who: string;
}

export interface Identity {
  /** The viewer's token, else the session's, begun when there is none; null when there is none now. Never rejects. */
  bearer(refresh?: boolean): Promise<string | null>;
  /** Who is here, as far as is known by now. */
  who(): string | null;
  /** The tokens known by now: the last one used first, then that of a session that is still to be taken over. */
  known(): readonly Credential[];
  /** Makes the viewer who is signed in take the session's past over; answers whether that happened. */
  signedIn(): Promise<boolean>;
  /** Tries again what `signedIn` could not do for want of a network. */
  takeOver(): Promise<boolean>;
  /** Forgets everybody, in whose name what belongs to nobody yet is sent; answers who was known. */
  forget(): readonly Credential[];
}

export interface IdentityPorts {
  readonly token: ((refresh: boolean) => string | null | Promise<string | null>) | undefined;
  readonly sessions: Sessions;
  readonly address: Address;
  readonly report: Report;
  /** Events of the one are the other's from now on. */
  readonly handOver: (from: string | null, to: string) => void;
  readonly now: () => number;
}

const NEW_MS = 10_000;
const MERGE =
  'mutation($from:ID!,$into:ID!,$token:String){mergeUsers(fromId:$from,intoId:$into,fromToken:$token){user{id}userErrors{code}}}';

const credential = (token: string): Credential => ({ token, who: ownerOf(token) });

/** Knows in whose name the page acts. */
export function createIdentity({ token, sessions, address, report, handOver, now }: IdentityPorts): Identity {
  let last: Credential | null = null;
  let changes = 0;
  let taking: Promise<boolean> | null = null;
  let begunAt = Number.NEGATIVE_INFINITY;

  const viewer = async (refresh: boolean): Promise<string | null> => (await token?.(refresh)) || null;

  async function anonymous(refresh: boolean): Promise<string | null> {
    const old = sessions.kept();
    // Whoever was refused at the same time asks for the same thing: one new session is enough for all of them.
    const isRefused = refresh && old?.token === last?.token && now() - begunAt > NEW_MS;
    if (old && !isRefused) return old.token;
    begunAt = now();
    const begun = await sessions.begin(old?.token);
    // The secret of the server has changed: what the old session did and nobody has taken yet is the new one's.
    if (old && begun && old.token !== begun.token) handOver(ownerOf(old.token), ownerOf(begun.token));
    return begun?.token ?? null;
  }

  async function bearer(refresh = false): Promise<string | null> {
    const change = changes;
    try {
      const given = (await viewer(refresh)) ?? (await anonymous(refresh));
      // Somebody left meanwhile: this may be theirs.
      if (change !== changes) return bearer();
      if (given !== null && given !== last?.token) last = credential(given);
      return given;
    } catch (error) {
      report('fault', error);
      return null;
    }
  }

  function known(): readonly Credential[] {
    const session = sessions.kept();
    const all = [last, session && credential(session.token)].filter((one) => one !== null);
    return all.filter(({ who }, index) => index === 0 || who !== all[0]?.who);
  }

  async function merge(): Promise<boolean> {
    const session = sessions.kept();
    if (!session?.into) return false;
    try {
      for (const refresh of [false, true]) {
        const own = await viewer(refresh);
        if (own === null || ownerOf(own) !== session.into) return false;
        const { data: me, codes: refusal } = await ask<{ viewer: { id: string } | null }>(address, '{viewer{id}}', { token: own });
        const variables = { from: session.userId, into: me?.viewer?.id, token: session.token };
        const merged = me?.viewer && (await ask<{ mergeUsers: { user: object | null } }>(address, MERGE, { token: own, variables }));
        const codes = merged ? merged.codes : refusal;
        if (!refresh && codes.includes('UNAUTHENTICATED')) continue;
        const isDone = Boolean(merged?.data?.mergeUsers?.user);
        if (isDone) handOver(ownerOf(session.token), session.into);
        else report('refused', `The session cannot be taken over: ${codes.join()}`);
        if (sessions.kept()?.token === session.token) sessions.forget();
        return isDone;
      }
    } catch (error) {
      report('network', error);
    }
    return false;
  }

  function takeOver(): Promise<boolean> {
    taking ??= merge().finally(() => {
      taking = null;
    });
    return taking;
  }

  return {
    bearer,
    who: () => last?.who ?? null,
    known,
    async signedIn() {
      const own = await viewer(false).catch((error) => {
        report('fault', error);
        return null;
      });
      if (own === null) return false;
      changes += 1;
      last = credential(own);
      const session = sessions.kept();
      if (session) sessions.keep({ ...session, into: last.who });
      return takeOver();
    },
    takeOver,
    forget() {
      const before = known();
      if (before[0]) handOver(null, before[0].who);
      changes += 1;
      last = null;
      sessions.forget();
      return before;
    },
  };
}
