// Bundles the pages that the server serves into dist/, only when what they are made of has changed.
// --force bundles all the same; --watch goes on with every change until Ctrl-C.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = dirname(fileURLToPath(import.meta.url));
const force = process.argv.includes('--force');
const watch = process.argv.includes('--watch');

/** A page is a folder of client/ with a vite.config.mjs; the folders that it takes from are part of its stamp. */
const PAGES = readdirSync(join(house, 'client')).filter((name) => existsSync(join(house, 'client', name, 'vite.config.mjs')));
const SHARED = ['client/look', 'client/sdk', 'package-lock.json'];

function filesOf(path) {
  const whole = join(house, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function stampOf(page) {
  const hash = createHash('sha256');
  for (const file of [join('client', page), ...SHARED].flatMap(filesOf))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(house, file)));
  return hash.digest('hex');
}

async function bundle(page) {
  const began = performance.now();
  const target = join(house, 'dist', page);
  const stampFile = join(house, 'dist', `${page}.stamp`);
  const stamp = stampOf(page);
  const isFresh = existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh && !force) return false;
  // Loading the bundler costs more than everything else of a cached start.
  const { build } = await import('vite');
  await build({ configFile: join(house, 'client', page, 'vite.config.mjs') });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  console.log(`Built ${relative(house, target)} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return true;
}

async function bundleOnEveryChange(page) {
  const { build } = await import('vite');
  await build({ configFile: join(house, 'client', page, 'vite.config.mjs'), build: { watch: {} } });
}

if (watch) {
  for (const page of PAGES) await bundleOnEveryChange(page);
} else {
  const built = [];
  for (const page of PAGES) if (await bundle(page)) built.push(page);
  if (built.length === 0) console.log(`Pages are up to date: ${PAGES.join(', ')}.`);
}
