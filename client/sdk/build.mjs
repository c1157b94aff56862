// Makes the package: an ES module, a CommonJS module, and the types of both, in dist/.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const outDir = join(here, 'dist');
const entry = join(here, 'index.ts');
const FILES = { es: 'kinograph.mjs', cjs: 'kinograph.cjs' };

await build({
  configFile: join(here, 'vite.config.mjs'),
  build: { outDir, lib: { entry, formats: ['es', 'cjs'], fileName: (format) => FILES[format] } },
});

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', join(here, 'tsconfig.build.json')], { stdio: 'inherit' });
// To whoever imports, the types are those of an ES module.
writeFileSync(join(outDir, 'index.d.mts'), "export * from './index.js';\n");
