import { spawn } from 'node:child_process';
import { AppError, ErrorCode } from '../../core/errors';
import { type SparkNews, sparkNews } from '../../core/spark/news';
import { eachLine } from './lines';

interface Submitting {
  /** The program, or its path. */
  readonly submit: string;
  readonly args: readonly string[];
  readonly onNews: (news: SparkNews) => void;
}

const LONGEST_LINE = 8_192;
/** What a fault is called in the output of Python and of Java, with what it says. */
const NAMED = /^(Caused by: )?[\w.]+(Error|Exception)\b/;

/**
 * Runs spark-submit to its end, without a shell, in the process group of this process, so that whoever ends the group ends all of it. Throws
 * UNAVAILABLE where there is no such program, and an Error with the last fault that its output names where it fails.
 */
export async function runSpark({ submit, args, onNews }: Submitting): Promise<void> {
  let last = '';
  let named = '';
  const child = spawn(submit, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const onLine = (line: string): void => {
    const news = sparkNews(line);
    if (news === null) return;
    if (news.kind === 'log') last = news.text;
    if (news.kind === 'log' && NAMED.test(news.text)) named = news.text;
    onNews(news);
  };
  eachLine(child.stdout, LONGEST_LINE, onLine);
  eachLine(child.stderr, LONGEST_LINE, onLine);
  const [code, killer] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', (error) => reject(notHere(submit, error)));
    child.once('close', (...ended: [number | null, NodeJS.Signals | null]) => resolve(ended));
  });
  if (code === 0) return;
  const how = killer === null ? `with code ${code}` : `by ${killer}; it may have been out of memory (spark.driver.memory in SPARK_CONF)`;
  throw new Error(`Spark ended ${how}: ${named || last || 'it said nothing.'}`);
}

function notHere(submit: string, cause: unknown): AppError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException;
  return new AppError(ErrorCode.UNAVAILABLE, `${submit} cannot be started (${code}).`, {
    field: 'on',
    expected: 'Apache Spark with Java and a Python that has numpy; then set SPARK_SUBMIT to the path of its spark-submit',
  });
}
