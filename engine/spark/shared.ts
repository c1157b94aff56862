import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SparkReach } from '../../core/spark/settings';
import type { S3 } from '../aws/s3';

/** Where a cluster reads what was written into a folder of this machine. */
export interface Shared {
  /** How Spark names a place below the folder. */
  url(name: string): string;
  /** Makes the files of a folder below it readable to the cluster; nothing to do where it reads the folder itself. */
  share(name: string): Promise<void>;
  /** Removes what was shared, as long as the folder is there to tell what that was. Throws what S3 throws. */
  clear(names: readonly string[]): Promise<void>;
}

/** Bucket and prefix of a folder in S3; no bucket of any other. */
export function inS3(folder: string | null): { readonly bucket: string | null; readonly prefix: string } {
  const [, bucket = null, prefix = ''] = /^s3:\/\/([^/]+)\/?(.*?)\/?$/.exec(folder ?? '') ?? [];
  return { bucket, prefix };
}

/** A folder as the cluster sees it: itself, or copies in S3 under its name. `s3` is asked only where SPARK_FOLDER says so. */
export function sharedFolder(folder: string, { folder: base }: Pick<SparkReach, 'folder'>, s3: S3): Shared {
  const { bucket, prefix } = inS3(base);
  if (bucket === null) {
    return { url: (name) => pathToFileURL(join(folder, name)).href, share: async () => undefined, clear: async () => undefined };
  }
  const keyOf = (name: string): string => [prefix, basename(folder), name].filter(Boolean).join('/');
  const filesOf = (name: string): Promise<readonly string[]> => readdir(join(folder, name)).catch(() => []);
  return {
    url: (name) => `s3a://${bucket}/${keyOf(name)}`,
    async share(name) {
      const { signal } = new AbortController();
      for (const file of await filesOf(name)) {
        const place = { bucket, key: `${keyOf(name)}/${file}` };
        const body = (await open(join(folder, name, file))).createReadStream();
        await s3.upload(place, body, { type: 'application/gzip', signal }).finally(() => body.destroy());
      }
    },
    async clear(names) {
      for (const name of names) for (const file of await filesOf(name)) await s3.remove({ bucket, key: `${keyOf(name)}/${file}` });
    },
  };
}
