import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KERNEL_FOLDER, loadKernel } from '../local/kernel-file';

/** What trains here, for the registry: version of the package, and name and hash of the kernel. Throws when the kernel was not built. */
export function codeVersion(): string {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
  const { name } = loadKernel();
  const hash = createHash('sha256')
    .update(readFileSync(join(KERNEL_FOLDER, `${name}.wasm`)))
    .digest('hex');
  return `${version} ${name} ${hash.slice(0, 12)}`;
}
