import type { AuthProvider } from 'react-admin';
import { type MeFragment, OperatorDocument, type Right, SignInDocument, SignOutDocument } from '../generated/operator';
import { leaveLive } from './live';
import { ApiError, ask } from './request';
import { accepted } from './user-errors';

let me: Promise<MeFragment> | null = null;

/** Who is signed in; asked once, until somebody signs in or out. Throws ApiError UNAUTHENTICATED where nobody is. */
export function whoAmI(): Promise<MeFragment> {
  me ??= ask(OperatorDocument, {}).then(({ operator }) => {
    if (operator) return operator;
    throw new ApiError('UNAUTHENTICATED', 'Nobody is signed in.');
  });
  // A failure is no answer to keep.
  me.catch(forgetMe);
  return me;
}

/** Asks anew who is signed in, for example after their name has changed. */
export function forgetMe(): void {
  me = null;
}

/** Signs in by e-mail and password; the session lives in a cookie that no script can read. Throws RefusedError. */
export async function signIn(email: string, password: string): Promise<void> {
  const { operator } = accepted((await ask(SignInDocument, { email, password }, { asNobody: true })).signIn);
  leaveLive();
  isEnded = false;
  me = operator ? Promise.resolve(operator) : null;
}

let isEnded = false;

/** Whether the session ended while somebody worked, and not by their own wish. */
export function sessionHasEnded(): boolean {
  return isEnded;
}

const SIGN_IN = '/login';

/** What react-admin asks about who is here; rights decide what is shown, and the server decides what is done. */
export const authProvider: AuthProvider = {
  login: ({ email, password }: { email: string; password: string }) => signIn(email, password),
  async logout() {
    leaveLive();
    // A session that is over already needs no ending.
    await ask(SignOutDocument, {}).catch(() => undefined);
    forgetMe();
    return SIGN_IN;
  },
  async checkAuth() {
    try {
      await whoAmI();
    } catch (error) {
      // A server out of reach is no reason to be thrown out: the page says so itself, and goes on when it is back.
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED')
        throw Object.assign(new Error('Sign in to go on.'), { redirectTo: SIGN_IN, message: false });
    }
  },
  async checkError(error: { readonly status?: number }) {
    // A role may have changed meanwhile: what is shown is asked for again with the next page.
    if (error?.status === 403) forgetMe();
    if (error?.status !== 401) return;
    isEnded = true;
    forgetMe();
    throw Object.assign(new Error('Your session has ended: sign in to go on.'), { redirectTo: SIGN_IN });
  },
  async getIdentity() {
    const { id, name, email } = await whoAmI();
    return { id, fullName: name ?? email };
  },
  getPermissions: async (): Promise<readonly Right[]> => (await whoAmI()).rights,
};
