import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where build.mjs puts what it bundles. */
export const DIST = join(__dirname, '..', '..', 'dist');

/** Whether a page of this name was bundled. */
export function isBuilt(name: string, dist = DIST): boolean {
  return existsSync(join(dist, name));
}
