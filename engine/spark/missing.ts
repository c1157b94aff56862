import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { SparkReach } from '../../core/spark/settings';
import { inS3 } from './shared';

/** What this machine lacks to train on Spark, in one sentence that says what to do; null: nothing that can be seen without starting it. */
export async function missingOfSpark({ submit, searchPath, master, folder, aws }: SparkReach): Promise<string | null> {
  if (!(await isProgram(submit, searchPath)))
    return `There is no program ${submit} on this machine: install Apache Spark with Java and a Python that has numpy, or set SPARK_SUBMIT to the path of its spark-submit.`;
  if (folder === null && !master.startsWith('local'))
    return `The cluster ${master} cannot read a scratch folder of this machine: set SPARK_FOLDER to a folder that both reach.`;
  const { bucket } = inS3(folder);
  if (bucket !== null && !aws.buckets.includes(bucket)) return `SPARK_FOLDER lies in ${bucket}: name that bucket in S3_BUCKETS.`;
  return null;
}

async function isProgram(name: string, searchPath: readonly string[]): Promise<boolean> {
  const places = name.includes('/') ? [name] : searchPath.map((folder) => join(folder, name));
  const found = await Promise.all(
    places.map((place) =>
      access(place, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
