import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';

/** One key pair of an issuer. */
export interface IssuerKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  /** The public key as PEM, which anyone can have. */
  readonly publicPem: string;
}

/** An identity provider of a test: it publishes keys and signs tokens. */
export interface TestIssuer {
  readonly url: string;
  /** What it publishes from now on. */
  publish(...keys: readonly IssuerKey[]): void;
  /** What it answers instead of its keys; null: its keys again. */
  answer(status: number | null, body?: string): void;
  readonly requests: { count: number };
  stop(): Promise<void>;
}

export const AUDIENCE = 'kinograph';

/** Makes a key pair for one algorithm. */
export async function anIssuerKey(kid: string, alg: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg }, publicPem: await exportSPKI(publicKey) };
}

/** Signs claims with one of an issuer's keys; null takes a usual claim away. */
export function signed(
  { kid, alg, privateKey }: IssuerKey,
  issuer: string,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: issuer, aud: AUDIENCE, sub: 'jane', exp: now + 3_600, ...claims };
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
  return new SignJWT(kept).setProtectedHeader({ alg, kid }).sign(privateKey);
}

/** Serves keys on a free port of this machine. */
export async function startIssuer(): Promise<TestIssuer> {
  const requests = { count: 0 };
  let keys: readonly IssuerKey[] = [];
  let instead: { status: number; body: string } | null = null;
  const server: Server = createServer((_request, response) => {
    requests.count += 1;
    const { status, body } = instead ?? { status: 200, body: JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) }) };
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    publish: (...published) => {
      keys = published;
    },
    answer: (status, body = '') => {
      instead = status === null ? null : { status, body };
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
