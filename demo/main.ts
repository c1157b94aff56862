import pino from 'pino';
import { ConfigError, readConfig } from '../core/config';
import { LOG_SERIALIZERS } from '../core/fault';
import { StartError } from '../core/start-error';
import { openStore } from '../store/open';
import { enqueue } from '../store/queue';
import { loadDemo } from './load';

/** `npm run demo`: loads the demo into the configured database, which may be one in production: it was asked for. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, serializers: LOG_SERIALIZERS });
  const store = await openStore({ databaseUrl: config.databaseUrl, directory: config.directory, log, now: new Date(), connections: 4 });
  try {
    const counts = await loadDemo(store.database, { progress: (message) => log.info(message), clock: () => new Date() });
    if (counts.loaded) await enqueue(store.database.db, 'train', {}, { key: 'train' });
    log.info(counts, counts.loaded ? 'The demo is loaded; the next worker trains a model on it.' : 'The demo stood there already.');
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
