import { crontabFault } from './crontab';

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

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Null: Kinograph starts its own PostgreSQL inside `directory`. */
  readonly databaseUrl: string | null;
  /** Where the embedded database, first-run.json and secrets live. */
  readonly directory: string;
  /** True with a DATABASE_URL, an address other than loopback, or NODE_ENV=production: no demo, secrets must be given. */
  readonly production: boolean;
  /** Load the demo catalogue and its history at the first start; never in production. */
  readonly demo: boolean;
  /** Signs anonymous sessions; null outside production means: made at first start and kept in `directory`. */
  readonly sessionSecret: string | null;
  /** Keys the hash of client addresses; null as above. */
  readonly addressSecret: string | null;
  readonly issuers: readonly Issuer[];
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly logLevel: LogLevel;
  /** Requests per minute of one key or one address without a key. */
  readonly requestsPerMinute: number;
  /** Run background jobs inside the server process. */
  readonly jobs: boolean;
  /** When a model is trained by itself, as a crontab line in UTC; null: only when somebody asks. */
  readonly trainSchedule: string | null;
  /** Believe the X-Forwarded-For and X-Forwarded-Host that the one proxy in front has added. */
  readonly trustProxy: boolean;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All faults of the environment at once, a line each. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nEvery setting is described in .env.example.`,
    );
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const SYMMETRIC = ['HS256', 'HS384', 'HS512'];
const SHORTEST_SECRET = 32;
const OURS = 'kinograph';
const SESSIONS = 'session';

/** Reads the environment into a frozen Config. Throws one ConfigError that names every fault; a secret is never repeated. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const read = readers(env, faults);
  const host = read.text('HOST', '127.0.0.1');
  const databaseUrl = read.databaseUrl('DATABASE_URL');
  const production = env.NODE_ENV === 'production' || Boolean(env.DATABASE_URL) || !LOOPBACK.has(host);
  const config: Config = {
    host,
    port: read.integer('PORT', 4000, 0, 65535),
    databaseUrl,
    directory: read.text('KINOGRAPH_DIR', '.kinograph'),
    production,
    demo: read.flag('DEMO', !production),
    sessionSecret: read.secret('SESSION_SECRET', production),
    addressSecret: read.secret('ADDRESS_SECRET', production),
    issuers: read.issuers('JWT_ISSUERS'),
    introspection: read.flag('INTROSPECTION', !production),
    graphiql: read.flag('GRAPHIQL', !production),
    logLevel: read.choice('LOG_LEVEL', production ? 'info' : 'warn', LOG_LEVELS),
    requestsPerMinute: read.integer('REQUESTS_PER_MINUTE', production ? 6_000 : 600_000, 1, 100_000_000),
    jobs: read.flag('JOBS', true),
    trainSchedule: read.crontab('TRAIN_SCHEDULE'),
    trustProxy: read.flag('TRUST_PROXY', false),
  };
  if (config.demo && production)
    faults.push('DEMO is for laptops only; in production, load the demo with "npm run demo" where you want it.');
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

function readers(env: Environment, faults: string[]) {
  const fault = <T>(text: string, instead: T): T => {
    faults.push(text);
    return instead;
  };
  return {
    text: (name: string, otherwise: string): string => env[name] || otherwise,

    integer(name: string, otherwise: number, least: number, most: number): number {
      const text = env[name];
      if (!text) return otherwise;
      const value = Number(text);
      const fits = /^\d+$/.test(text) && value >= least && value <= most;
      return fits ? value : fault(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`, otherwise);
    },

    flag(name: string, otherwise: boolean): boolean {
      const text = env[name];
      if (!text) return otherwise;
      if (['1', 'true', 'yes', 'on'].includes(text)) return true;
      if (['0', 'false', 'no', 'off'].includes(text)) return false;
      return fault(`${name} must be true or false; it is "${text}".`, otherwise);
    },

    choice<T extends string>(name: string, otherwise: T, choices: readonly T[]): T {
      const text = env[name];
      if (!text) return otherwise;
      return (
        choices.find((choice) => choice === text) ?? fault(`${name} must be one of ${choices.join(', ')}; it is "${text}".`, otherwise)
      );
    },

    crontab(name: string): string | null {
      const text = env[name]?.trim();
      if (!text) return null;
      const wrong = crontabFault(text);
      return wrong === null ? text : fault(`${name} must ${wrong}; it is "${text}".`, null);
    },

    secret(name: string, needed: boolean): string | null {
      const text = env[name];
      if (!text)
        return needed
          ? fault(
              `${name} must be set in production: at least ${SHORTEST_SECRET} random characters, for example from "openssl rand -hex 32".`,
              null,
            )
          : null;
      return text.length >= SHORTEST_SECRET
        ? text
        : fault(`${name} must have at least ${SHORTEST_SECRET} characters; it has ${text.length}.`, null);
    },

    databaseUrl(name: string): string | null {
      const text = env[name];
      if (!text) return null;
      const url = parseUrl(text);
      const fits = url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
      return fits ? text : fault(`${name} must look like postgres://user:password@host:5432/database.`, null);
    },

    issuers(name: string): readonly Issuer[] {
      const text = env[name];
      if (!text) return [];
      const parsed = parseJson(text);
      if (!Array.isArray(parsed)) return fault(`${name} must be a JSON list of issuers.`, []);
      return parsed.map((entry: unknown, index) => checkIssuer(entry, `${name}[${index}]`, faults)).filter((issuer) => issuer !== null);
    },
  };
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

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
