import { once } from 'node:events';
import pino from 'pino';
import { type Config, ConfigError, readConfig } from '../core/config';
import { LOG_SERIALIZERS } from '../core/fault';
import { StartError } from '../core/start-error';
import { firstRun } from '../flow/first-run';
import type { App } from './app';
import { isBuilt } from './http/built';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  const expected = error instanceof StartError || error instanceof ConfigError;
  process.stderr.write(`${expected ? error.message : ((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
});

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, serializers: LOG_SERIALIZERS }, pino.destination({ dest: 2, sync: true }));
  const leaving = leaveAsked();
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  const clock = (): Date => new Date();
  try {
    const { createApp } = await loadApp();
    const app = await createApp({ config, clock, log, report: (step) => print(`${seconds()} s  ${step}`), signal: leaving });
    await serve(app, config, leaving).finally(app.stop);
  } catch (error) {
    // A start that was interrupted has nothing to complain of.
    if (!leaving.aborted) throw error;
  }
  process.exit(0);
}

/**
 * graphql-js asks NODE_ENV once, while it loads, whether every type check that fails should go on to look for a second copy of it. There is
 * one here: without that a list of 20 took 0.25 ms to execute, with it 0.33. For us NODE_ENV says whether this is production.
 */
async function loadApp(): Promise<typeof import('./app.js')> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    return await import('./app.js');
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function serve(app: App, config: Config, leaving: AbortSignal): Promise<void> {
  await welcome(app, config);
  if (!leaving.aborted) await once(leaving, 'abort');
}

/** Aborts at the first Ctrl-C or termination, also when it comes while the server still starts; a second one ends at once. */
function leaveAsked(): AbortSignal {
  const leaving = new AbortController();
  const onSignal = (): void => {
    if (leaving.signal.aborted) process.exit(130);
    print('Stopping.');
    leaving.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return leaving.signal;
}

async function welcome({ url, house }: App, config: Config): Promise<void> {
  const made = await firstRun(house.database.db, { url, directory: config.directory, now: house.clock() });
  const lines = [
    `Kinograph is ready at ${url}`,
    ...(isBuilt('player') ? [`  watch      ${url}/player`] : []),
    ...(isBuilt('admin') ? [`  operate    ${url}/admin`] : []),
    ...(config.graphiql ? [`  explore    ${url}/graphiql`] : []),
    `  API        ${url}/graphql`,
    ...(made
      ? [
          `  admin key  ${made.key}`,
          `  operator   ${made.email}  ${made.password}`,
          `  Shown once; kept for scripts in ${config.directory}/first-run.json`,
        ]
      : []),
  ];
  print(`\n${lines.join('\n')}\n`);
}
