import { defineConfig } from 'vite';

/** The console as a single page application below /admin/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    // A strict content security policy lets no module preload by inline script through.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        assetFileNames: ({ names }) => (names.includes('LICENSE') ? 'assets/inter-licence-[hash].txt' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
  logLevel: 'error',
});
