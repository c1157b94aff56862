import type { Readers } from '../config-readers';

/** How training reaches Apache Spark. */
export interface SparkSettings {
  /** The program that submits: `spark-submit`, or its path. */
  readonly submit: string;
  /** `local[*]`, `spark://host:7077`, `yarn`, `k8s://...`. */
  readonly master: string;
  /** A folder that driver and executors can read and write, or `s3://bucket/prefix`; null: a scratch folder of this machine. */
  readonly folder: string | null;
}

/** Reads `SPARK_SUBMIT`, `SPARK_MASTER` and `SPARK_FOLDER`. */
export function readSparkSettings(read: Readers): SparkSettings {
  return {
    submit: read.text('SPARK_SUBMIT', 'spark-submit'),
    master: read.text('SPARK_MASTER', 'local[*]'),
    folder: read.text('SPARK_FOLDER', '') || null,
  };
}
