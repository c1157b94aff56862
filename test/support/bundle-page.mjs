// Bundles `main.js` of a folder into `page.js` beside it, as a project with the SDK, React and Vue does: node bundle-page.mjs <folder>
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compileScript, parse } from 'vue/compiler-sfc';

const folder = process.argv[2];
const house = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Compiles single-file components, as the plugin of every Vue project does. */
const vue = {
  name: 'vue-components',
  transform(code, id) {
    if (!id.endsWith('.vue')) return null;
    return compileScript(parse(code, { filename: id }).descriptor, { id, inlineTemplate: true }).content;
  },
};

await build({
  root: folder,
  configFile: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { alias: { '@kinograph/sdk': join(house, 'dist', 'sdk', 'kinograph.js') } },
  plugins: [vue],
  build: { outDir: folder, emptyOutDir: false, lib: { entry: join(folder, 'main.js'), formats: ['es'], fileName: () => 'page.js' } },
});
