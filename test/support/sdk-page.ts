import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const HOUSE = join(__dirname, '..', '..');

/** A front end of somebody else, at an origin of its own. */
export interface Site {
  readonly origin: string;
  /** What stands at `/` from now on, and the script at `/page.js`. */
  publish(html: string, script?: string): void;
  stop(): Promise<void>;
}

/** Serves one page on a free port. */
export async function startSite(): Promise<Site> {
  let [page, code] = ['', ''];
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/' ? ['text/html', page] : ['text/javascript', code];
    if (url !== '/' && url !== '/page.js') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish(html, script = '') {
      page = html;
      code = script;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The first example of docs/sdk.md in this language, with an address and a key of its own. */
export function exampleOf(language: string, { url, key }: { url: string; key: string }): string {
  const text = readFileSync(join(HOUSE, 'docs', 'sdk.md'), 'utf8');
  const example = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (!example) throw new Error(`docs/sdk.md has no example in ${language}.`);
  return example.replaceAll('https://kinograph.example', url).replaceAll('kgb_...', key);
}

/** Bundles a front end of these files into one script, around the SDK as the server serves it; `main` begins it. */
export function bundle(files: Readonly<Record<string, string>>, main: string): string {
  // Inside the house, so that it finds the packages that are installed there.
  const folder = mkdtempSync(join(HOUSE, 'node_modules', '.sdk-example-'));
  try {
    for (const [name, text] of Object.entries({ ...files, 'main.js': main })) writeFileSync(join(folder, name), text);
    execFileSync(process.execPath, [join(__dirname, 'bundle-page.mjs'), folder], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    return readFileSync(join(folder, 'page.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
