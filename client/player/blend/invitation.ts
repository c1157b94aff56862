const KEY = 'kinograph:invitation';

/** The token that the address brings behind its #, else the one that this tab came with before it went to sign in; null: none. */
export function invitationHere(): string | null {
  const brought = decodeURIComponent(location.hash.slice(1));
  try {
    if (brought !== '') sessionStorage.setItem(KEY, brought);
    return brought || sessionStorage.getItem(KEY);
  } catch {
    return brought || null;
  }
}

/** The invitation was followed, or does not hold. */
export function forgetInvitation(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then it was not kept either.
  }
}
