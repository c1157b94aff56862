import { join } from 'node:path';
import { defineConfig } from 'vite';

/** One small ES module without any import, served at /sdk/kinograph.js; the package's build takes these settings too. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    lib: { entry: join(import.meta.dirname, 'index.ts'), formats: ['es'], fileName: () => 'kinograph.js' },
    outDir: '../../dist/sdk',
    emptyOutDir: true,
    target: 'es2020',
    // Vite leaves the white space of libraries to whoever bundles them; pages load this file as it is.
    rolldownOptions: { output: { minify: { compress: { target: 'es2020' }, mangle: true, codegen: { removeWhitespace: true } } } },
    reportCompressedSize: false,
  },
  logLevel: 'error',
});
