import pino from 'pino';
import { readConfig } from '../../core/config';
import { type App, createApp } from '../../server/app';

/** The server that tests talk to. */
export type TestApp = App;

/** The real server on a free port over a test's database; `settings` are those of the environment. */
export function startApp(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
  clock: () => Date = () => new Date(),
): Promise<TestApp> {
  const secrets = { SESSION_SECRET: 'sessions of a test, thirty-two letters', ADDRESS_SECRET: 'addresses of a test, thirty-two letters' };
  const given = { PORT: '0', JOBS: 'false', INTROSPECTION: 'true', REQUESTS_PER_MINUTE: '600000', ...secrets, ...settings };
  const config = readConfig({ DATABASE_URL: databaseUrl, ...given });
  return createApp({ config, clock, log: pino({ level: settings.LOG_LEVEL ?? 'silent' }) });
}
