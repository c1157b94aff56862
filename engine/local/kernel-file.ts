import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Where `npm run build` puts it. */
export const KERNEL_FOLDER = join(__dirname, '..', '..', 'dist', 'kernel');

/** A compiled kernel; the fused one rounds once where the other rounds twice, so their factors differ in the last places. */
export interface KernelFile {
  readonly name: 'kernel' | 'kernel-fused';
  readonly module: WebAssembly.Module;
}

let loaded: KernelFile | null = null;

/** The kernel, compiled once a process: the fused build where this Node can run it. Throws when it was not built. */
export function loadKernel(): KernelFile {
  loaded ??= compile();
  return loaded;
}

function compile(): KernelFile {
  const fused = read('kernel-fused');
  // Node 20 knows relaxed SIMD, but only behind a flag of V8; newer ones need none.
  if (!WebAssembly.validate(fused)) setFlagsFromString('--experimental-wasm-relaxed-simd');
  if (WebAssembly.validate(fused)) return { name: 'kernel-fused', module: new WebAssembly.Module(fused) };
  return { name: 'kernel', module: new WebAssembly.Module(read('kernel')) };
}

function read(name: KernelFile['name']): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(join(KERNEL_FOLDER, `${name}.wasm`)));
  } catch (cause) {
    throw new Error('The kernel is not built yet: run `npm run build`.', { cause });
  }
}
