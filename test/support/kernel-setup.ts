import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Once for every project: the kernel is compiled before any test trains or ranks. */
export default async function setup(): Promise<void> {
  execFileSync(process.execPath, [join('core', 'kernel', 'build.mjs')], { cwd: join(__dirname, '..', '..'), stdio: 'inherit' });
}
