import type { AwsSettings } from '../aws/settings';
import type { Readers } from '../config-readers';

/** How training reaches Apache Spark. */
export interface SparkSettings {
  /** The program that submits: `spark-submit`, or its path. */
  readonly submit: string;
  /** Folders in which a program without a path is looked for. */
  readonly searchPath: readonly string[];
  /** `local[*]`, `spark://host:7077`, `yarn`, `k8s://...`. */
  readonly master: string;
  /** A folder that driver and executors can read, or `s3://bucket/prefix`; null: a scratch folder of this machine. */
  readonly folder: string | null;
  /** Further settings of Spark, each `spark.name=value`. */
  readonly conf: readonly string[];
}

/** Spark, with the S3 that a folder of it may lie in. */
export interface SparkReach extends SparkSettings {
  readonly aws: Pick<AwsSettings, 'buckets' | 'pathStyle'>;
}

const MASTER = /^(local(\[(\*|\d{1,4})(,\d{1,3})?\])?|yarn|(spark|k8s):\/\/[\w.:/,\-[\]]+)$/;
const FOLDER = /^(\/.*|s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?)$/;
const CONF = /^(spark\.[\w.-]+=[^;\r\n]*(;\s*|$))*$/;
const SECRET = /password|secret|token|credential|access\.?key/i;

/** Reads `SPARK_SUBMIT`, `SPARK_MASTER`, `SPARK_FOLDER` and `SPARK_CONF`. */
export function readSparkSettings(read: Readers): SparkSettings {
  const conf = read.matching('SPARK_CONF', '', CONF, 'be spark.name=value, several with ; between them');
  return {
    submit: read.text('SPARK_SUBMIT', 'spark-submit'),
    searchPath: read.text('PATH', '').split(':').filter(Boolean),
    master: read.matching('SPARK_MASTER', 'local[*]', MASTER, 'be local[*], spark://host:7077, yarn or k8s://host:port'),
    folder: read.matching('SPARK_FOLDER', '', FOLDER, 'be a folder from / on, or s3://bucket/prefix') || null,
    conf: openly(conf, read),
  };
}

// Everybody on the machine can read the arguments of a program.
function openly(conf: string, read: Readers): readonly string[] {
  const each = conf.split(';').flatMap((text) => text.trim() || []);
  if (!each.some((text) => SECRET.test(text.split('=')[0] ?? ''))) return each;
  read.fault('SPARK_CONF holds a secret, which every program of the machine could read: put it into spark-defaults.conf.');
  return [];
}
