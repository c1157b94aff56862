import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { DemoSource } from '../../core/caller';
import type { Config } from '../../core/config';
import type { Issuer } from '../../core/config-issuers';
import { AppError, ErrorCode } from '../../core/errors';
import { ExpiredError, refused } from './refusal';

/** Whom a token names, after its signature, issuer, audience and end were checked. */
export interface Bearer {
  readonly source: string;
  readonly externalId: string;
  readonly expiresAt: Date;
  /** Where the demo signed it; null for every other token. */
  readonly demo: DemoSource | null;
}

/** A token of ours, made just now. */
export interface Issued {
  readonly token: string;
  readonly externalId: string;
  readonly expiresAt: Date;
}

export interface Tokens {
  /** Throws UNAUTHENTICATED, ExpiredError, or UNAVAILABLE when an issuer's keys cannot be fetched. */
  verify(token: string): Promise<Bearer>;
  /** A new anonymous session; its user is made on first sight. */
  startSession(): Promise<Issued>;
  /** A token for an hour of a customer's own person, `app:<externalId>`, for a back end that acts as them. */
  actAs(externalId: string): Promise<Issued>;
  /** A viewer token for the demo user `<source>:<externalId>`, one of MovieLens unless told. Throws FORBIDDEN outside the demo. */
  demoSignIn(externalId: string, source?: DemoSource): Promise<Issued>;
}

const OURS = 'kinograph';
const SESSION_AUDIENCE = 'kinograph-session';
const PERSON_AUDIENCE = 'kinograph-person';
/** Each source has its own, so that no token of one can name a person of the other. */
const DEMO_AUDIENCES: Readonly<Record<DemoSource, string>> = { movielens: 'kinograph-demo', demo: 'kinograph-demo-account' };
const SESSION_DAYS = 90;
/** Whoever takes a key back has taken back what it began an hour later. */
const PERSON_HOURS = 1;
const DEMO_HOURS = 12;
const LONGEST_TOKEN = 8_192;
const LONGEST_SUBJECT = 200;
const MOST_TOKENS = 20_000;
const CLOCK_TOLERANCE_SECONDS = 5;
/** How long an issuer's keys are believed to be what they were. */
const JWKS_MS = 600_000;

type Trusted = Omit<Issuer, 'secret' | 'jwksUrl'> & {
  readonly key: Uint8Array | JWTVerifyGetKey;
  readonly demo: DemoSource | null;
};
type Options = { readonly config: Config; readonly secret: string; readonly clock: () => Date };

/** Demo sign-in, sign-up and people exist with the embedded database outside production only. */
export function isDemo({ production, databaseUrl }: Config): boolean {
  return !production && databaseUrl === null;
}

/** Throws FORBIDDEN outside the demo. */
export function requireDemo(config: Config): void {
  if (isDemo(config)) return;
  throw new AppError(ErrorCode.FORBIDDEN, 'Demo sign-in exists only with the embedded database outside production.');
}

export function createTokens({ config, secret, clock }: Options): Tokens {
  const key = new TextEncoder().encode(secret);
  const ours = { issuer: OURS, algorithms: ['HS256'], key };
  const demo = (['movielens', 'demo'] as const).map((source) => ({ ...ours, audience: DEMO_AUDIENCES[source], source, demo: source }));
  const trusted: readonly Trusted[] = [
    ...config.issuers.map(trust),
    { ...ours, audience: SESSION_AUDIENCE, source: 'session', demo: null },
    { ...ours, audience: PERSON_AUDIENCE, source: 'app', demo: null },
    ...(isDemo(config) ? demo : []),
  ];
  // Kept only so long that a key which its issuer takes back stops working soon.
  const verified = new LRUCache<string, Bearer>({ max: MOST_TOKENS, ttl: JWKS_MS });

  async function issue(externalId: string, audience: string, seconds: number): Promise<Issued> {
    const now = Math.floor(clock().getTime() / 1000);
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(OURS)
      .setAudience(audience)
      .setSubject(externalId)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key);
    return { token, externalId, expiresAt: new Date((now + seconds) * 1000) };
  }

  return {
    async verify(token) {
      const known = verified.get(token);
      if (known && known.expiresAt > clock()) return known;
      const bearer = await check(token, trusted, clock());
      verified.set(token, bearer);
      return bearer;
    },

    startSession: () => issue(randomUUID(), SESSION_AUDIENCE, SESSION_DAYS * 86_400),

    actAs: (externalId) => issue(externalId, PERSON_AUDIENCE, PERSON_HOURS * 3_600),

    async demoSignIn(externalId, source = 'movielens') {
      requireDemo(config);
      return issue(externalId, DEMO_AUDIENCES[source], DEMO_HOURS * 3_600);
    },
  };
}

function trust({ secret, jwksUrl, ...issuer }: Issuer): Trusted {
  if (jwksUrl !== null)
    return { ...issuer, demo: null, key: createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5_000, cacheMaxAge: JWKS_MS }) };
  return { ...issuer, demo: null, key: new TextEncoder().encode(secret ?? '') };
}

async function check(token: string, trusted: readonly Trusted[], now: Date): Promise<Bearer> {
  const issuer = token.length <= LONGEST_TOKEN ? issuerOf(token, trusted) : null;
  if (!issuer) throw refused('token');
  const { key } = issuer;
  // RFC 8725: the algorithms are the issuer's, whatever the token's header says.
  const options = {
    issuer: issuer.issuer,
    audience: issuer.audience,
    algorithms: [...issuer.algorithms],
    requiredClaims: ['iss', 'aud', 'exp', 'sub'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: now,
  };
  const { payload } = await (typeof key === 'function' ? jwtVerify(token, key, options) : jwtVerify(token, key, options)).catch(refuse);
  const { sub = '', exp = 0 } = payload;
  if (sub === '' || sub.length > LONGEST_SUBJECT || sub.includes('\u0000')) throw refused('token');
  return { source: issuer.source, externalId: sub, expiresAt: new Date(exp * 1000), demo: issuer.demo };
}

/** Chosen by what the token claims of itself; whether it tells the truth is checked afterwards. */
function issuerOf(token: string, trusted: readonly Trusted[]): Trusted | null {
  try {
    const { iss, aud } = decodeJwt(token);
    const audiences = Array.isArray(aud) ? aud : [aud];
    return trusted.find(({ issuer, audience }) => issuer === iss && audiences.includes(audience)) ?? null;
  } catch {
    return null;
  }
}

/** jose tells a status other than 200 and a body that is no JSON as its generic error. */
const OF_FETCHING: ReadonlySet<string> = new Set([errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code]);

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new ExpiredError();
  const isOfFetching = !(error instanceof errors.JOSEError) || OF_FETCHING.has(error.code);
  if (isOfFetching) throw new AppError(ErrorCode.UNAVAILABLE, 'The keys of this token’s issuer cannot be fetched right now; try again.');
  throw refused('token');
}
