import type { Config } from '../core/config';
import { badInput } from '../core/errors';
import { type S3, s3On } from '../engine/aws/s3';
import { exportModelTo, importModelFrom } from '../flow/model-objects';
import type { JobContext, JobKind } from './job';

type Amazon = Pick<Config, 'aws' | 'personalize'> | null;

/** Writes a model to S3, the live one unless another is named: `npm run jobs -- run export-model '{"s3Url":"s3://bucket/models"}'`. */
export function exportModelJob(config: Amazon): JobKind<'export-model'> {
  return {
    name: 'export-model',
    run: ({ db, payload, signal, progress }: JobContext<'export-model'>) =>
      withS3(config, payload.s3Url, (s3) =>
        exportModelTo(db, { s3, url: payload.s3Url, modelId: payload.modelId ?? null, signal, progress }),
      ),
  };
}

/** Reads a model from S3, which is then promoted by somebody: `npm run jobs -- run import-model '{"s3Url":"s3://bucket/models/7"}'`. */
export function importModelJob(config: Amazon): JobKind<'import-model'> {
  return {
    name: 'import-model',
    run: ({ db, payload, signal, progress }: JobContext<'import-model'>) =>
      withS3(config, payload.s3Url, (s3) => importModelFrom(db, { s3, url: payload.s3Url, signal, progress })),
  };
}

async function withS3<T>(config: Amazon, url: unknown, use: (s3: S3) => Promise<T>): Promise<T> {
  if (config === null || typeof url !== 'string') throw badInput('s3Url', 'The address is missing.', 's3://bucket/models');
  const s3 = s3On(config);
  try {
    return await use(s3);
  } finally {
    s3.close();
  }
}
