import { JobLogLevel } from '../../core/job';
import type { SparkNews } from '../../core/spark/news';
import type { SparkTask } from '../../core/spark/submission';
import type { Progress, Said } from '../training/train-order';

/** What Spark said of a task that it finished. */
export type Done = Extract<SparkNews, { readonly kind: 'done' }>;

interface Telling {
  readonly tasks: readonly SparkTask[];
  readonly iterations: number;
  readonly progress: Progress;
  readonly say: Said;
}

/** Beyond so many lines a log says nothing new. */
const MOST_LINES = 300;
/** Jobs of the cluster before the first iteration and after the last, and in each; as Spark 4.3 has them. */
const JOBS_AROUND = 5;
const JOBS_AN_ITERATION = 2;

const WORDS = {
  measured: 'Spark, the part to learn from',
  whole: 'Spark, everything',
} as const satisfies Readonly<Record<SparkTask['name'], string>>;

/** Makes progress and log lines of what Spark says. */
export function createTold({ tasks, iterations, progress, say }: Telling): { hear(news: SparkNews): void; done(): readonly Done[] } {
  const done: Done[] = [];
  let lines = 0;
  const total = tasks.reduce((sum, { interactions }) => sum + interactions, 0);
  const before = (name: string): number => {
    const place = tasks.findIndex((task) => task.name === name);
    return tasks.slice(0, place).reduce((sum, { interactions }) => sum + interactions, 0) / total;
  };
  return {
    hear(news) {
      if (news.kind === 'log') {
        lines += 1;
        if (lines <= MOST_LINES) say(news.isGrave ? JobLogLevel.ERROR : JobLogLevel.WARN, `Spark: ${news.text}`);
        if (lines === MOST_LINES + 1) say(JobLogLevel.WARN, 'Spark says more than this log has room for.');
        return;
      }
      const task = tasks.find(({ name }) => name === news.task);
      if (task === undefined) return;
      if (news.kind === 'done') done.push(news);
      const part = before(task.name) + (partOf(news, iterations) * task.interactions) / total;
      progress(part, `${WORDS[task.name]}: ${doing(news, iterations)}`);
    },
    done: () => done,
  };
}

function partOf(news: Exclude<SparkNews, { kind: 'log' }>, iterations: number): number {
  if (news.kind === 'done') return 1;
  if (news.stage === 'write') return 0.9;
  return Math.min(0.9, (0.9 * news.jobs) / (JOBS_AROUND + JOBS_AN_ITERATION * iterations));
}

function doing(news: Exclude<SparkNews, { kind: 'log' }>, iterations: number): string {
  if (news.kind === 'done') return `done in ${Math.ceil(news.seconds)} s`;
  if (news.stage === 'read') return 'reading';
  if (news.stage === 'write') return 'handing factors back';
  const iteration = Math.max(1, Math.min(iterations, Math.ceil((news.jobs - JOBS_AROUND) / JOBS_AN_ITERATION)));
  return `about iteration ${iteration} of ${iterations}`;
}
