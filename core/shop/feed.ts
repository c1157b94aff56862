import type { Actor } from '../audit';
import { AppError, ErrorCode } from '../errors';
import { type ProblemList, problemList } from '../problem-list';

/** Where a file of offers stands. */
export enum ShopFeedState {
  /** It waits for a worker, or is read. */
  READING = 'READING',
  /** Its offers stand. */
  APPLIED = 'APPLIED',
  /** Nothing of it was taken: the offers from before stand. */
  REFUSED = 'REFUSED',
  /** It was stopped or lost its worker: the offers from before stand. */
  FAILED = 'FAILED',
}

/** What is wrong with a row of a file. */
export interface FeedProblem {
  /** The line of the file, from 1. */
  readonly row: number;
  /** The column as we call it, or `row`. */
  readonly field: string;
  readonly message: string;
}

/** What became of the rows: added, changed, unchanged, unknown and bad add up to all. */
export interface FeedCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** Rows as they were in the file before: nothing was looked up or written for them. */
  readonly unchanged: number;
  /** Rows of titles that the catalogue does not have, or has twice. */
  readonly unknown: number;
  readonly bad: number;
  /** Offers that the file does not have any more. */
  readonly removed: number;
  /** Offers whose row is bad: they stay as they were. */
  readonly kept: number;
}

/** A file of offers that a shop sent. */
export interface ShopFeed {
  readonly id: number;
  readonly shopId: number;
  readonly fileName: string;
  readonly uploadId: number;
  /** Whether it may take most offers away: somebody said that it is meant so. */
  readonly mayRemoveMost: boolean;
  readonly actor: Actor;
  readonly state: ShopFeedState;
  readonly jobId: number | null;
  /** How far its job is, 0 to 1; null before it began. */
  readonly progress: number | null;
  readonly counts: FeedCounts | null;
  /** At most a thousand. */
  readonly problems: readonly FeedProblem[];
  readonly error: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const MOST_TOLD = 1_000;

/** What is wrong with rows, the first thousand word by word. */
export type FeedProblems = ProblemList<FeedProblem>;

/** A list that takes problems down. */
export function feedProblems(): FeedProblems {
  return problemList(MOST_TOLD);
}

/** A file that is not taken: what stands stays. */
export function refusedFeed(message: string, expected: string): AppError {
  return new AppError(ErrorCode.BAD_INPUT, `${message} The offers from before stand.`, { field: 'file', expected });
}
