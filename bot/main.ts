import pino from 'pino';
import { startBot } from './bot';
import { readSettings, type Settings } from './settings';

/** `npm run bot`: the Telegram bot. */
async function main(): Promise<void> {
  const settings = settingsOf();
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });
  const bot = await startBot({ settings, log }).catch((error: Error) => fail(`The bot cannot start: ${error.message}`));
  log.info(bot.port === null ? 'The bot fetches updates.' : `The bot listens for updates on port ${bot.port}.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bot.stop().then(() => process.exit(0)));
}

function settingsOf(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return fail((error as Error).message);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

void main();
