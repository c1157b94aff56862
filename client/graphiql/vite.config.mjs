import { defineConfig } from 'vite';

/** One page without any address but its own. Errors only: the packages below carry directives that mean nothing in a page. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: '../../dist/graphiql', emptyOutDir: true, chunkSizeWarningLimit: 3_000, reportCompressedSize: false },
  logLevel: 'error',
});
