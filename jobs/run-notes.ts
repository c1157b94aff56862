import type { Logger } from 'pino';
import type { Curve } from '../core/curve';
import { JobLogLevel } from '../core/job';
import type { Db } from '../store/database';
import { type Held, type Reached, setProgress } from '../store/job-holding';
import type { NewLine } from '../store/job-logs';

/** What a run tells of itself, on its way into the database. */
export interface RunNotes {
  /** How far it is; written at most every PROGRESS_MS, the last one always. Throws when the run has passed to another worker. */
  progress(fraction: number, message: string, curve?: Curve): Promise<void>;
  /** A line for its log, written with what is told next. */
  tell(level: JobLogLevel, text: string): void;
  /** Writes what is left; nothing is written afterwards. Throws when the run has passed to another worker. */
  end(): Promise<void>;
}

interface Noting {
  readonly db: Db;
  readonly held: Held;
  readonly clock: () => Date;
  readonly log: Logger;
}

const PROGRESS_MS = 200;
/** Of so many lines in one fifth of a second nobody reads the first. */
const MOST_WAITING = 1_000;

/** Gathers what a run tells, so that telling costs it nothing. */
export function createRunNotes({ db, held, clock, log }: Noting): RunNotes {
  let reached: Omit<Reached, 'lines'> | null = null;
  let lines: NewLine[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let said = '';
  let timer: NodeJS.Timeout | null = null;
  let ended = false;
  let writing: Promise<void> = Promise.resolve();

  function tell(level: JobLogLevel, text: string): void {
    if (ended) return;
    lines.push({ at: clock(), level, text });
    if (lines.length > MOST_WAITING) lines.shift();
  }

  // One after the other, so that lines stand in the order in which they were said.
  function write(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = performance.now();
    const told = { ...reached, lines };
    const empty = reached === null && lines.length === 0;
    [reached, lines] = [null, []];
    if (!empty) writing = writing.catch(() => undefined).then(() => setProgress(db, held, told));
    return writing;
  }

  function later(milliseconds: number): void {
    timer ??= setTimeout(() => {
      write().catch((error: unknown) => log.warn({ err: error }, 'Progress could not be written.'));
    }, milliseconds);
  }

  return {
    async progress(fraction, message, curve) {
      if (ended) return;
      reached = { ...reached, fraction, message, ...(curve === undefined ? {} : { curve }) };
      if (message !== said) tell(JobLogLevel.INFO, message);
      said = message;
      const wait = last + PROGRESS_MS - performance.now();
      if (wait > 0) later(wait);
      else await write();
    },
    tell(level, text) {
      tell(level, text);
      later(PROGRESS_MS);
    },
    async end() {
      ended = true;
      await write();
    },
  };
}
