import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startEmbedded } from '../../store/embedded/server';

// Jest loads the setup and the teardown apart from each other: only the process itself is common to both.
const running = globalThis as { kinographTestServer?: { stop(): Promise<void> } };

/** The PostgreSQL of the test run: TEST_DATABASE_URL where it is set, else one of its own in a temporary directory. */
export async function startTestServer(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return given;
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-test-'));
  const server = await startEmbedded({ directory, log: pino({ level: 'warn' }), durable: false });
  running.kinographTestServer = {
    async stop(): Promise<void> {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return server.url;
}

/** Stops what `startTestServer` started; a given server is left alone. */
export async function stopTestServer(): Promise<void> {
  await running.kinographTestServer?.stop();
}
