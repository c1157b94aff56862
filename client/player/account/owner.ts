import { ownerOf } from '../../sdk/token-owner';
import { account, useAccount } from './account';

/** Whose pages these are: a key under which another person's begin anew; null while nobody is signed in. */
export function useOwner(): string | null {
  const account = useAccount();
  return account && ownerOf(account.token);
}

/** Who is signed in at this moment; null: nobody. */
export function ownerNow(): string | null {
  const now = account();
  return now && ownerOf(now.token);
}
