import pino from 'pino';
import { type Config, ConfigError, readConfig } from '../core/config';
import { StartError } from '../core/start-error';
import { firstRun } from '../flow/first-run';
import { type App, createApp } from './app';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  const expected = error instanceof StartError || error instanceof ConfigError;
  process.stderr.write(`${expected ? error.message : ((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
});

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const stopping = stopAsked();
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  const clock = (): Date => new Date();
  const app = await createApp({ config, clock, log, report: (step) => print(`${seconds()} s  ${step}`) });
  try {
    await welcome(app, config);
    await stopping;
    print('Stopping.');
  } finally {
    await app.stop();
  }
  process.exit(0);
}

/** Settles at the first Ctrl-C or termination, also when it comes while the server still starts; a second one ends at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

async function welcome({ url, house }: App, config: Config): Promise<void> {
  const made = await firstRun(house.database.db, { url, directory: config.directory, now: house.clock() });
  const lines = [
    `Kinograph is ready at ${url}`,
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
