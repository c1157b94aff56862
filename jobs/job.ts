import type { Logger } from 'pino';
import type { Curve } from '../core/curve';
import type { JobLogLevel } from '../core/job';
import type { Database, Db } from '../store/database';
import type { JobName, Jobs } from '../store/queue';

/** What a run is given. */
export interface JobContext<Name extends JobName = JobName> {
  readonly db: Db;
  readonly database: Database;
  /** For a child process or a COPY, which need a connection of their own. */
  readonly url: string;
  /** Id of the run; each of its attempts has the same. */
  readonly runId: number;
  /** True when no other attempt follows, should this one fail. */
  readonly last: boolean;
  readonly payload: Jobs[Name];
  readonly log: Logger;
  readonly clock: () => Date;
  /** Aborted when somebody cancels the run or the worker leaves: look at it between steps, with `throwIfAborted`. */
  readonly signal: AbortSignal;
  /** Tells how far it is, 0 to 1, in one short sentence; call it as often as you like; a training gives its curve so far. */
  progress(fraction: number, message: string, curve?: Curve): Promise<void>;
  /** A line for the log of the run that people read; what `progress` says stands there anyway. */
  tell(level: JobLogLevel, text: string): void;
}

/** One kind of background work. A run may be repeated from the beginning after its worker died. */
export interface JobKind<Name extends JobName = JobName> {
  readonly name: Name;
  /**
   * When it runs by itself unless an operator says otherwise, in crontab form (UTC), with an empty payload; null: only when one says so;
   * left out: never.
   */
  readonly schedule?: string | null;
  /** Returns what came out, for people to read. */
  run(context: JobContext<Name>): Promise<object | null>;
}
