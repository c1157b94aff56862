import type { Readable } from 'node:stream';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { type S3Place, s3Url } from '../../core/aws/s3-url';
import type { Config } from '../../core/config';
import { AppError, badInput, ErrorCode } from '../../core/errors';

/** The buckets that are ours to ask for, by the SDK's own client, which is loaded when the first object is asked for. */
export interface S3 {
  /** How long an object is, in bytes; null without one. */
  head(place: S3Place): Promise<{ readonly bytes: number } | null>;
  /** An object's bytes as they come. Throws NOT_FOUND. */
  read(place: S3Place): Promise<{ readonly bytes: number; readonly body: Readable }>;
  /** Writes a small object where there is none; false where there is one, which stays as it is. */
  put(place: S3Place, body: string | Uint8Array, type: string): Promise<boolean>;
  /** Writes an object of any length, 5 MiB at a time, whole or not at all; an object of that key is replaced. */
  upload(place: S3Place, body: Readable, options: { readonly type: string; readonly signal: AbortSignal }): Promise<void>;
  /** Removes an object; one that is not there is no fault. */
  remove(place: S3Place): Promise<void>;
  close(): void;
}

interface Opening {
  /** No other bucket is ever asked for. */
  readonly buckets: readonly string[];
  /** `http://host/bucket/key` in place of `http://bucket.host/key`. */
  readonly pathStyle?: boolean;
  /** Given in tests; else the SDK reads its own environment variables. */
  readonly connection?: Pick<S3ClientConfig, 'endpoint' | 'region' | 'credentials'>;
}

/** The least that S3 takes of a part that is not the last. */
const PART_BYTES = 5 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

/**
 * Opens S3. Every call throws BAD_INPUT for a bucket that is not allowed, and UNAVAILABLE where S3 refuses or does not answer; what is
 * said holds the address of the object and the name of the fault, and nothing of a credential.
 */
export function openS3({ buckets, pathStyle = false, connection = {} }: Opening): S3 {
  let opened: Promise<S3Client> | null = null;

  async function client(): Promise<S3Client> {
    opened ??= import('@aws-sdk/client-s3').then(({ S3Client }) => new S3Client({ forcePathStyle: pathStyle, ...connection }));
    return opened;
  }
  async function ask<T>(place: S3Place, call: (client: S3Client, sdk: typeof import('@aws-sdk/client-s3')) => Promise<T>): Promise<T> {
    if (!buckets.includes(place.bucket))
      throw badInput(
        's3Url',
        `The bucket ${place.bucket} is not allowed.`,
        `a bucket that S3_BUCKETS names: ${buckets.join(', ') || 'none so far'}`,
      );
    try {
      return await call(await client(), await import('@aws-sdk/client-s3'));
    } catch (error) {
      throw faultOf(error, place);
    }
  }

  return {
    head: (place) =>
      ask(place, async (client, { HeadObjectCommand }) => {
        const { ContentLength } = await client.send(new HeadObjectCommand(named(place)));
        return { bytes: ContentLength ?? 0 };
      }).catch((error: unknown) => (error instanceof AppError && error.code === ErrorCode.NOT_FOUND ? null : Promise.reject(error))),

    read: (place) =>
      ask(place, async (client, { GetObjectCommand }) => {
        const { ContentLength, Body } = await client.send(new GetObjectCommand(named(place)));
        return { bytes: ContentLength ?? 0, body: Body as Readable };
      }),

    async put(place, body, type) {
      try {
        await ask(place, (client, { PutObjectCommand }) =>
          client.send(new PutObjectCommand({ ...named(place), Body: body, ContentType: type, IfNoneMatch: '*' })),
        );
        return true;
      } catch (error) {
        if (error instanceof AppError && error.code === ErrorCode.CONFLICT) return false;
        throw error;
      }
    },

    upload: (place, body, { type, signal }) =>
      ask(place, async (client) => {
        const { Upload } = await import('@aws-sdk/lib-storage');
        const params = { ...named(place), Body: body, ContentType: type };
        const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE });
        const stop = (): void => void upload.abort();
        signal.addEventListener('abort', stop, { once: true });
        try {
          signal.throwIfAborted();
          await upload.done();
        } catch (error) {
          // What the SDK throws of a call that was stopped says nothing of why.
          signal.throwIfAborted();
          throw error;
        } finally {
          signal.removeEventListener('abort', stop);
        }
      }),

    remove: (place) =>
      ask(place, async (client, { DeleteObjectCommand }) => void (await client.send(new DeleteObjectCommand(named(place))))),

    close: () => void opened?.then((client) => client.destroy()),
  };
}

/** S3 with the buckets that the settings name. */
export function s3On({ aws, personalize }: Pick<Config, 'aws' | 'personalize'>): S3 {
  return openS3({ buckets: [...aws.buckets, ...(personalize === null ? [] : [personalize.bucket])], pathStyle: aws.pathStyle });
}

const named = ({ bucket, key }: S3Place): { readonly Bucket: string; readonly Key: string } => ({ Bucket: bucket, Key: key });

const PRECONDITION_FAILED = 412;
const NOT_FOUND = 404;
const FORBIDDEN = 403;

/** What the SDK threw in our words; what it says itself may repeat what was sent. */
function faultOf(error: unknown, place: S3Place): unknown {
  const { name = 'an unknown fault', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  const where = s3Url(place);
  const status = $metadata?.httpStatusCode;
  if (name === 'AbortError' || error instanceof AppError) return error;
  if (name === 'NoSuchBucket') return gone(`There is no bucket ${place.bucket}.`, 'a bucket that is there, in the region of AWS_REGION');
  if (status === NOT_FOUND) return gone(`There is no ${where}.`, 'the key of an object that is there');
  if (status === PRECONDITION_FAILED) return new AppError(ErrorCode.CONFLICT, `${where} is there already.`);
  if (status === FORBIDDEN)
    return unavailable(
      `S3 refuses ${where} (${name}).`,
      "credentials that s3:GetObject and s3:PutObject are allowed to, in the SDK's own variables",
    );
  if (name === 'CredentialsProviderError')
    return unavailable(`No credentials were found to ask for ${where}.`, "AWS_ACCESS_KEY_ID or another of the SDK's own settings");
  if (MISTAKES.has(name)) return error;
  return unavailable(`S3 did not answer for ${where} (${name}).`, 'try again; look at AWS_REGION and AWS_ENDPOINT_URL_S3');
}

/** Of ours, and no fault of S3 or the way to it. */
const MISTAKES: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError']);

function gone(message: string, expected: string): AppError {
  return new AppError(ErrorCode.NOT_FOUND, message, { field: 's3Url', expected });
}

function unavailable(message: string, expected: string): AppError {
  return new AppError(ErrorCode.UNAVAILABLE, message, { field: 's3Url', expected });
}
