import { type Environment, parseUrl, SHORTEST_SECRET } from './config-readers';

/** Who may sign viewer tokens: algorithms are fixed here, never taken from a token. */
export interface Issuer {
  /** The `iss` that tokens carry. */
  readonly issuer: string;
  /** The `aud` that tokens must carry. */
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Shared secret for HS*, or null with a `jwksUrl`. */
  readonly secret: string | null;
  readonly jwksUrl: string | null;
  /** The source of users named by `sub`. */
  readonly source: string;
}

const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const SYMMETRIC = ['HS256', 'HS384', 'HS512'];
const OURS = 'kinograph';
const SESSIONS = 'session';

/** The issuers of a JSON list in the environment; each fault adds its sentence to `faults`. */
export function issuersIn(env: Environment, name: string, faults: string[]): readonly Issuer[] {
  const text = env[name];
  if (!text) return [];
  const parsed = parseJson(text);
  if (!Array.isArray(parsed)) {
    faults.push(`${name} must be a JSON list of issuers.`);
    return [];
  }
  return parsed.map((entry: unknown, index) => checkIssuer(entry, `${name}[${index}]`, faults)).filter((issuer) => issuer !== null);
}

function checkIssuer(entry: unknown, at: string, faults: string[]): Issuer | null {
  const before = faults.length;
  const given = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
  const text = (field: string): string | null => (typeof given[field] === 'string' && given[field] !== '' ? given[field] : null);
  const secret = text('secret');
  const jwksUrl = text('jwksUrl');
  const allowed = secret === null ? ASYMMETRIC : SYMMETRIC;
  const algorithms = Array.isArray(given.algorithms) ? given.algorithms.map(String) : [secret === null ? 'RS256' : 'HS256'];
  if (text('issuer') === null) faults.push(`${at}.issuer must name the issuer: the "iss" of its tokens.`);
  if (text('audience') === null) faults.push(`${at}.audience must name the audience: the "aud" of its tokens.`);
  if ((secret === null) === (jwksUrl === null)) faults.push(`${at} must have either a secret or a jwksUrl.`);
  if (secret !== null && secret.length < SHORTEST_SECRET) faults.push(`${at}.secret must have at least ${SHORTEST_SECRET} characters.`);
  if (jwksUrl !== null && !/^https?:$/.test(parseUrl(jwksUrl)?.protocol ?? ''))
    faults.push(`${at}.jwksUrl must be an address that begins with https:// or http://.`);
  if (algorithms.length === 0 || algorithms.some((name) => !allowed.includes(name)))
    faults.push(`${at}.algorithms must be chosen from ${allowed.join(', ')}.`);
  if (text('issuer') === OURS) faults.push(`${at}.issuer must not be "${OURS}": Kinograph signs its own sessions in that name.`);
  if (given.source === SESSIONS) faults.push(`${at}.source must not be "${SESSIONS}": that is where anonymous people come from.`);
  if (given.source !== undefined && !/^[a-z][a-z0-9-]{0,31}$/.test(String(given.source)))
    faults.push(`${at}.source must be a short lower-case word.`);
  if (faults.length > before) return null;
  return { issuer: text('issuer') ?? '', audience: text('audience') ?? '', algorithms, secret, jwksUrl, source: text('source') ?? 'app' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
