/** What a line of Spark's output means to us. */
export type SparkNews =
  | { readonly kind: 'stage'; readonly task: string; readonly stage: 'read' | 'fit' | 'write'; readonly jobs: number }
  | { readonly kind: 'done'; readonly task: string; readonly items: number; readonly seconds: number; readonly version: string }
  | { readonly kind: 'log'; readonly isGrave: boolean; readonly text: string };

const OURS = 'kinograph ';
const LOGGED = /^\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d (INFO|DEBUG|TRACE|WARN|ERROR|FATAL) /;
const GRAVE = /\b(ERROR|FATAL)\b|(Error|Exception)\b/;
const LONGEST_LINE = 500;

/** Reads a line of output; null for one that says nothing to people. News that are not as train_als.py writes them are log lines. */
export function sparkNews(line: string): SparkNews | null {
  if (line.startsWith(OURS)) {
    const news = newsOf(line.slice(OURS.length));
    if (news !== null) return news;
  }
  const text = line
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_LINE);
  const [, level] = LOGGED.exec(text) ?? [];
  if (text === '' || level === 'INFO' || level === 'DEBUG' || level === 'TRACE') return null;
  return { kind: 'log', isGrave: GRAVE.test(text), text };
}

function newsOf(text: string): SparkNews | null {
  const { task, stage, jobs = 0, items, seconds, version } = objectOf(text);
  if (typeof task !== 'string') return null;
  if (stage === 'done') {
    if (!isCount(items) || typeof seconds !== 'number' || !(seconds >= 0) || typeof version !== 'string') return null;
    return { kind: 'done', task, items, seconds, version: version.slice(0, 40) };
  }
  if ((stage !== 'read' && stage !== 'fit' && stage !== 'write') || !isCount(jobs)) return null;
  return { kind: 'stage', task, stage, jobs };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
