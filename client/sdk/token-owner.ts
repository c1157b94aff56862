/** Names the person of a token, only to tell one from another: a JWT's issuer, audience and subject, else a hash of the token. */
export function ownerOf(token: string): string {
  try {
    const { iss, aud, sub } = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
    if (sub) return [iss, aud, sub].join('|');
  } catch {
    // No JWT.
  }
  let hash = 0;
  for (const letter of token) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return `#${hash}`;
}
