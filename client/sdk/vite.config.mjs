import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Names that only the parts know among themselves: none of the page's, the browser's, the wire's or the storage's may stand here. */
const INSIDE =
  /^(all|batch|beacon|beganAt|caught|check|claim|closed|emit|forget|handOver|hold|identity|isSession|leave|newId|online|options|post|probe|put|read|receive|report|restart|retryAfter|store|takeOver|tell|told|toldAt|turn|wake|watch|write)$/;

/** One small ES module without any import, served at /sdk/kinograph.js; the package's build takes these settings too. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    lib: { entry: join(import.meta.dirname, 'index.ts'), formats: ['es'], fileName: () => 'kinograph.js' },
    outDir: '../../dist/sdk',
    emptyOutDir: true,
    target: 'es2020',
    // Vite leaves the white space of libraries to whoever bundles them; pages load this file as it is.
    rolldownOptions: {
      output: {
        topLevelVar: false,
        comments: false,
        minify: {
          compress: { target: 'es2020' },
          mangle: { toplevel: true },
          mangleProps: { include: INSIDE },
          codegen: { removeWhitespace: true },
        },
      },
    },
    reportCompressedSize: false,
  },
  logLevel: 'error',
});
