// Compiles the kernel into dist/kernel/, only when its source or the compiler has changed; --force compiles all the same.
// Two builds of one source: one with fused multiply-add, for processors and Node versions that have relaxed SIMD, and one without.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'assembly');
const target = join(folder, '..', '..', '..', 'dist', 'kernel');
const FLAGS = '--runtime stub --noAssert -O3 --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536'.split(' ');
const BUILDS = { 'kernel.wasm': 'simd,threads', 'kernel-fused.wasm': 'simd,threads,relaxed-simd' };

const sources = readdirSync(folder).sort();

function stampOf() {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(readFileSync(join(folder, '..', '..', '..', 'node_modules', 'assemblyscript', 'package.json')));
  for (const name of sources)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** Compiles what is not up to date; true when anything was. Throws with the compiler's words. */
export async function buildKernel({ force = false } = {}) {
  const stampFile = join(target, 'stamp');
  const stamp = stampOf();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  const began = performance.now();
  mkdirSync(target, { recursive: true });
  for (const [name, features] of Object.entries(BUILDS)) writeWhole(name, await compile(features));
  writeWhole('stamp', stamp);
  console.error(`Built dist/kernel in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return true;
}

async function compile(features) {
  // Loading the compiler costs more than everything else of a cached start.
  const { default: asc } = await import('assemblyscript/asc');
  let binary;
  const { error, stderr } = await asc.main(['index.ts', '--outFile', 'kernel.wasm', ...FLAGS, '--enable', features], {
    readFile: (name) => readIfThere(name),
    writeFile: (_, contents) => {
      binary = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`core/kernel/assembly does not compile: ${error.message}\n${stderr.toString()}`);
  return binary;
}

function readIfThere(name) {
  return sources.includes(name) ? readFileSync(join(folder, name), 'utf8') : null;
}

// Whoever reads meanwhile finds the file of before or the new one, never half of it.
function writeWhole(name, contents) {
  const draft = join(target, `${name}.${process.pid}`);
  writeFileSync(draft, contents);
  renameSync(draft, join(target, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernel({ force: process.argv.includes('--force') });
