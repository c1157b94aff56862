import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '../../core/config';
import { createApp } from '../../server/app';
import type { TestApp } from './app';

/** A server as it runs on a laptop, with what it has logged. */
export interface DemoApp extends TestApp {
  readonly lines: readonly string[];
}

/** The real server over an embedded database of its own, which is what the demo needs; no demo data unless `settings` say so. */
export async function startDemoApp(
  clock: () => Date = () => new Date(),
  settings: Readonly<Record<string, string>> = {},
): Promise<DemoApp> {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-demo-'));
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  // Whose address is whose is told by the test, so that no bound on tries stands between.
  const given = { PORT: '0', DEMO: 'false', JOBS: 'false', TRUST_PROXY: 'true', KINOGRAPH_DIR: directory, ...settings };
  const app = await createApp({ config: readConfig(given), clock, log });
  return {
    ...app,
    lines,
    async stop() {
      await app.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
