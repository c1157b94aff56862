import type { DateOrder } from './history/day';
import type { Candidate, RowFate } from './history/place';

/** Where the import of a history stands. */
export enum HistoryImportState {
  /** Its file is being read. */
  READING = 'READING',
  /** Something must be answered before it goes on: see its question. */
  ASKING = 'ASKING',
  /** Titles are being looked for and rows counted. */
  PLACING = 'PLACING',
  /** Every row has its fate. */
  DONE = 'DONE',
  /** Nothing of it counts; its error says why. */
  FAILED = 'FAILED',
}

/** What an import cannot tell from its file. */
export enum HistoryQuestion {
  /** Whose rows: the export holds several profiles. */
  PROFILE = 'PROFILE',
  /** Whether day or month comes first. */
  DATE_ORDER = 'DATE_ORDER',
}

/** What kind of file it is. */
export enum HistoryFormat {
  /** A title and a day a row. */
  SHORT = 'SHORT',
  /** Profiles, times and durations. */
  FULL = 'FULL',
  /** No file: titles drawn at random, for a newcomer to try it. */
  SAMPLE = 'SAMPLE',
}

/** A profile of an export and how many rows it has. */
export interface HistoryProfile {
  readonly name: string;
  readonly rows: number;
}

/** What became of the rows; the five fates add up to `rows`. */
export interface HistoryCounts {
  readonly rows: number;
  readonly placed: number;
  readonly asked: number;
  readonly unknown: number;
  readonly dropped: number;
  readonly leftOut: number;
  /** Different titles among the placed ones. */
  readonly titles: number;
}

/** The import of a viewing history. */
export interface HistoryImport {
  readonly id: number;
  /** Whose it is. */
  readonly userId: number;
  readonly fileName: string;
  /** Null once it is read: the file is not kept. */
  readonly uploadId: number | null;
  readonly format: HistoryFormat | null;
  readonly state: HistoryImportState;
  readonly question: HistoryQuestion | null;
  readonly profiles: readonly HistoryProfile[];
  readonly profile: string | null;
  readonly dateOrder: DateOrder | null;
  readonly timeZone: string | null;
  /** Dates that may be read in two ways, as they stand in the file. */
  readonly dateSamples: readonly string[];
  readonly counts: HistoryCounts | null;
  readonly error: string | null;
  readonly jobId: number | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** A row of an import and what became of it. */
export interface PlacedRow {
  readonly importId: number;
  /** Counted from 1 at the first row behind the header. */
  readonly number: number;
  readonly text: string;
  /** The show or film that it was grouped by. */
  readonly name: string;
  readonly occurredAt: Date | null;
  /** False where only the day is known: then it is midnight in UTC. */
  readonly timed: boolean;
  /** Null where the export does not tell. */
  readonly seconds: number | null;
  readonly fate: RowFate;
  /** Why it was dropped, left out or not found. */
  readonly reason: string | null;
  readonly titleId: number | null;
  readonly score: number | null;
  readonly candidates: readonly Candidate[];
  /** The event that it became; null where it counts for nothing. */
  readonly eventId: string | null;
}

/** Rows of one name that became the same. */
export interface HistoryGroup {
  readonly name: string;
  readonly rows: number;
  /** The first of them, as it stood. */
  readonly text: string;
  readonly number: number;
  readonly fate: RowFate;
  readonly reason: string | null;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly titleId: number | null;
  readonly candidates: readonly Candidate[];
}
