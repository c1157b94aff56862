import { createKinograph } from '../../sdk/index';
import { account, keepAccount } from '../account/account';

const REFRESH_MS = 6 * 3_600_000;
const REFRESH = 'mutation { demoRefresh { token expiresAt userErrors { code } } }';

/** The one tracker of this page: it reports what is watched, and brings lists that move. */
export const kinograph = createKinograph({ token: tokenOf });

/** The token of whoever is signed in; renewed when it was refused or has less than six hours left. */
async function tokenOf(refused: boolean): Promise<string | null> {
  const known = account();
  if (known === null) return null;
  const leftMs = new Date(known.expiresAt).getTime() - Date.now();
  if (!refused && leftMs > REFRESH_MS) return known.token;
  renewing ??= renew(known.token).finally(() => {
    renewing = null;
  });
  const renewed = await renewing;
  if (renewed !== null) return renewed;
  // Refused for good, or over: whoever sits here goes on without a name, and can sign in again.
  if (refused && navigator.onLine) keepAccount(null);
  return refused ? null : known.token;
}

let renewing: Promise<string | null> | null = null;

async function renew(token: string): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: REFRESH }) });
    const { data } = await response.json();
    const fresh = data?.demoRefresh;
    // Somebody may have signed out, or in as another, while the answer was on its way.
    if (typeof fresh?.token !== 'string' || account()?.token !== token)
      return account()?.token === token ? null : (account()?.token ?? null);
    keepAccount({ token: fresh.token, expiresAt: fresh.expiresAt });
    return fresh.token;
  } catch {
    return null;
  }
}
