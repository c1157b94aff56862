import { badInput } from '../errors';

/** An object of S3. */
export interface S3Place {
  readonly bucket: string;
  readonly key: string;
}

const S3_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/s;
const LONGEST_KEY = 1_024;

/** Reads `s3://bucket/key`. Throws BAD_INPUT on `field`. */
export function parseS3Url(text: string, field: string): S3Place {
  const [, bucket, key] = S3_URL.exec(text) ?? [];
  const fits = bucket !== undefined && key !== undefined && !key.endsWith('/') && Buffer.byteLength(key) <= LONGEST_KEY && !hasControl(key);
  if (!fits) throw badInput(field, 'This is no address of an object in S3.', 's3://bucket/key, the key not ending in /');
  return { bucket, key };
}

/** Writes `s3://bucket/key`; of a key that ends in / a folder's. */
export function s3Url({ bucket, key }: S3Place): string {
  return `s3://${bucket}/${key}`;
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}
