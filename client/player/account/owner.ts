import { ownerOf } from '../../sdk/token-owner';
import { useAccount } from './account';

/** Whose pages these are: a key under which another person's begin anew; null while nobody is signed in. */
export function useOwner(): string | null {
  const account = useAccount();
  return account && ownerOf(account.token);
}
