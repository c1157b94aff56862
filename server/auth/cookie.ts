import fastifyCookie from '@fastify/cookie';

const NAME = 'kinograph_operator';

/** The console's session in a Cookie header, or null. */
export function sessionIn(header: string | undefined): string | null {
  return (header && fastifyCookie.parse(header)[NAME]) || null;
}

/** A Set-Cookie value: scripts cannot read it, and other sites cannot make a browser send it. An empty token takes it back. */
export function sessionCookie(token: string, { expiresAt, secure }: { expiresAt: Date; secure: boolean }): string {
  return fastifyCookie.serialize(NAME, token, { httpOnly: true, sameSite: 'strict', path: '/', expires: expiresAt, secure });
}
