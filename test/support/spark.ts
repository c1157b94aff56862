import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { SparkReach } from '../../core/spark/settings';
import { readRatings } from '../../demo/ratings';
import type { Db } from '../../store/database';

/** Spark on this machine, two threads. */
export function localSpark(given: Partial<SparkReach> = {}): SparkReach {
  const searchPath = (process.env.PATH ?? '').split(delimiter);
  return {
    submit: 'spark-submit',
    searchPath,
    master: 'local[2]',
    folder: null,
    aws: { buckets: [], pathStyle: false },
    conf: ['spark.driver.memory=1g', 'spark.sql.shuffle.partitions=2'],
    ...given,
  };
}

/** Spark that is a script of ours: it speaks the same files and does what `mode` says; see fake-spark.mjs. */
export function fakeSpark(mode: string, given: Partial<SparkReach> = {}): SparkReach {
  return localSpark({ submit: join(__dirname, 'fake-spark.mjs'), conf: [`spark.kinograph.mode=${mode}`], ...given });
}

/** True where python3 with pyspark, Java and spark-submit are all there. */
export function hasSpark(): boolean {
  const works = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  return works('python3', '-c', 'import pyspark, numpy') && works('java', '-version') && works('which', 'spark-submit');
}

/** The ratings of MovieLens small as interactions. */
export async function movielensInteractions(db: Db): Promise<void> {
  const ratings = readRatings();
  const times = ratings.map(({ at }) => new Date(at * 1000));
  await db.query(
    `insert into interactions ("userId", "titleId", rating, "ratedAt", "firstAt", "lastAt")
     select person, film, value, at, at, at from unnest($1::int[], $2::int[], $3::float8[], $4::timestamptz[]) as r (person, film, value, at)`,
    [ratings.map(({ userId }) => userId), ratings.map(({ movieId }) => Number(movieId)), ratings.map(({ value }) => value), times],
  );
}
