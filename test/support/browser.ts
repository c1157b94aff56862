import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

// The one without the windows of a browser first: it opens a page in a third of the time.
const PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where this machine has a browser; CHROMIUM_PATH first, null when there is none. In CI a missing one is a failure, not a skip. */
export function browserPath(): string | null {
  const path = [process.env.CHROMIUM_PATH ?? '', ...PATHS].find((path) => path !== '' && existsSync(path)) ?? null;
  if (path === null && process.env.CI === 'true') throw new Error('CI needs a Chromium: install one, or name it in CHROMIUM_PATH.');
  if (path === null) console.warn('SKIPPED: there is no Chromium on this machine; name one in CHROMIUM_PATH.');
  return path;
}

/** A browser without a window that calls nobody by itself. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}
