// Compiles the kernel, and bundles the pages that the server serves and the SDK, into dist/, only when what they are made of has changed.
// Texts are compressed once, here, and not for every visitor.
// --force builds all the same; --watch goes on with every change until Ctrl-C.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { buildKernel } from './core/kernel/build.mjs';

// A page is the same whoever bundles it: tests set another one, with which the scripts are 40 % larger.
process.env.NODE_ENV = 'production';

const house = dirname(fileURLToPath(import.meta.url));
const force = process.argv.includes('--force');
const watch = process.argv.includes('--watch');

/** A page is a folder with a vite.config.mjs: the console, and those of client/. The folders that it takes from are part of its stamp. */
const FOLDERS = ['admin', ...readdirSync(join(house, 'client')).map((name) => join('client', name))];
const PAGES = FOLDERS.filter((folder) => existsSync(join(house, folder, 'vite.config.mjs'))).map((folder) => ({
  name: basename(folder),
  folder,
}));
const SHARED = ['client/look', 'client/sdk', 'build.mjs', 'package-lock.json'];
/** What others make inside these folders is not what a page is made of. */
const MADE = new Set(['node_modules', 'dist']);

const TEXTS = new Set(['.html', '.js', '.mjs', '.css', '.svg', '.json', '.map', '.txt', '.webmanifest']);
/** A smaller text fits into one packet as it is. */
const LEAST_BYTES = 1_024;

function filesOf(path) {
  const whole = join(house, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole)
    .filter((name) => !MADE.has(name))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function stampOf({ folder }) {
  const hash = createHash('sha256');
  for (const file of [folder, ...SHARED].flatMap(filesOf))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(house, file)));
  return hash.digest('hex');
}

async function bundle(page) {
  const began = performance.now();
  const target = join(house, 'dist', page.name);
  const stampFile = join(house, 'dist', `${page.name}.stamp`);
  const stamp = stampOf(page);
  const isFresh = existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh && !force) return false;
  // Until it is there again, nothing of it is fresh; and a compressed text of before must not be served for a new one.
  await rm(stampFile, { force: true });
  await rm(target, { recursive: true, force: true });
  await runBundler(page);
  if (!existsSync(target)) throw new Error(`${page.folder}/vite.config.mjs must write to dist/${page.name}.`);
  await compress(target);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  console.log(`Built ${relative(house, target)} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return true;
}

/** Writes .br and .gz beside every text. Quality 9 of 11: the last two would take ten times as long (3.1 s for GraphiQL) for 5 % less. */
async function compress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size >= LEAST_BYTES);
  await Promise.all(
    files.map(async (file) => {
      const text = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params }));
      await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
    }),
  );
}

async function runBundler({ folder }, settings = {}) {
  // Loading the bundler costs more than everything else of a cached start.
  const { build } = await import('vite');
  await build({ ...settings, configFile: join(house, folder, 'vite.config.mjs'), configLoader: 'runner' });
}

/** Leaves an empty folder, which a server that starts meanwhile finds: nothing is compressed while it changes, so nothing of before may stay. */
function emptyForWatching({ name }) {
  rmSync(join(house, 'dist', `${name}.stamp`), { force: true });
  rmSync(join(house, 'dist', name), { recursive: true, force: true });
  mkdirSync(join(house, 'dist', name), { recursive: true });
}

if (watch) PAGES.forEach(emptyForWatching);
const built = (await buildKernel({ force })) ? ['kernel'] : [];
for (const page of PAGES) {
  try {
    if (watch) await runBundler(page, { build: { watch: {} } });
    else if (await bundle(page)) built.push(page.name);
  } catch (error) {
    // The other pages are as good as before; whoever started this learns that not all of them are.
    console.error(`${page.folder} was not built: ${error.message}`);
    process.exitCode = 1;
  }
}
if (!watch && built.length === 0 && !process.exitCode) console.log(`Pages are up to date: ${PAGES.map(({ name }) => name).join(', ')}.`);
