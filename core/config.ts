import { type AwsSettings, readAwsSettings } from './aws/settings';
import { type Issuer, issuersIn } from './config-issuers';
import { type Environment, readersOf } from './config-readers';
import { type PersonalizeSettings, readPersonalizeSettings } from './personalize/settings';
import { readSparkSettings, type SparkSettings } from './spark/settings';

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
  readonly aws: AwsSettings;
  /** Null: no role or bucket is given, so nothing is ever asked of Amazon Personalize. */
  readonly personalize: PersonalizeSettings | null;
  readonly spark: SparkSettings;
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

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
/** Reads the environment into a frozen Config. Throws one ConfigError that names every fault; a secret is never repeated. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const read = readersOf(env, faults);
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
    issuers: issuersIn(env, 'JWT_ISSUERS', faults),
    introspection: read.flag('INTROSPECTION', !production),
    graphiql: read.flag('GRAPHIQL', !production),
    logLevel: read.choice('LOG_LEVEL', production ? 'info' : 'warn', LOG_LEVELS),
    requestsPerMinute: read.integer('REQUESTS_PER_MINUTE', production ? 6_000 : 600_000, 1, 100_000_000),
    jobs: read.flag('JOBS', true),
    trainSchedule: read.crontab('TRAIN_SCHEDULE'),
    trustProxy: read.flag('TRUST_PROXY', false),
    aws: readAwsSettings(read),
    personalize: readPersonalizeSettings(read),
    spark: readSparkSettings(read),
  };
  if (config.demo && production)
    faults.push('DEMO is for laptops only; in production, load the demo with "npm run demo" where you want it.');
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}
