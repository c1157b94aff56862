import { defineConfig } from 'vite';
import { tokensCss } from '../look/style';

/** Puts the tokens into the page itself: no flash of another theme, and no file to wait for. */
const tokens = {
  name: 'kinograph-tokens',
  transformIndexHtml: () => [{ tag: 'style', children: tokensCss(), injectTo: 'head-prepend' }],
};

/** The player as a single page application below /player/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/player/',
  plugins: [tokens],
  build: {
    outDir: '../../dist/player',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: { output: { assetFileNames } },
  },
  logLevel: 'error',
});

/** The typeface's licence gets an ending that browsers show as text. */
function assetFileNames({ names }) {
  return names.includes('LICENSE') ? 'assets/inter-licence-[hash].txt' : 'assets/[name]-[hash][extname]';
}
