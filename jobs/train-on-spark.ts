import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError, ErrorCode } from '../core/errors';
import type { SparkReach } from '../core/spark/settings';
import { openS3 } from '../engine/aws/s3';
import { missingOfSpark } from '../engine/spark/missing';
import { inputOf } from '../engine/spark/parts';
import { sharedFolder } from '../engine/spark/shared';

/** Begins the name of every folder that trainings on Spark of a database write to. */
function beginningOf(url: string): string {
  return `kinograph-spark-${createHash('sha256').update(url).digest('hex').slice(0, 12)}-`;
}

/**
 * Gives a training on Spark a folder of its own, and removes it however the training ends; also what one that was killed has left, so call
 * it with the lease of trainings in hand. Throws UNAVAILABLE, with what to do, where Spark is not here.
 */
export async function withScratch<Result>(spark: SparkReach, url: string, run: (scratch: string) => Promise<Result>): Promise<Result> {
  const missing = await missingOfSpark(spark);
  if (missing !== null) throw new AppError(ErrorCode.UNAVAILABLE, `Spark is not here. ${missing}`, { field: 'on' });
  const base = spark.folder?.startsWith('/') ? spark.folder : tmpdir();
  await mkdir(base, { recursive: true });
  const beginning = beginningOf(url);
  for (const left of (await readdir(base)).filter((name) => name.startsWith(beginning)))
    await rm(join(base, left), { recursive: true, force: true });
  const scratch = await mkdtemp(join(base, beginning));
  try {
    return await run(scratch);
  } finally {
    const s3 = openS3(spark.aws);
    // What became of the training says more than that copies were not removed; a rule of the bucket's own can do it.
    await sharedFolder(scratch, spark, s3)
      .clear(['measured', 'whole'].map(inputOf))
      .catch(() => undefined);
    s3.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
