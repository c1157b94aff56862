/** Why two titles of one kind may be one work. */
export enum DuplicateReason {
  /** The same name as search sees it, and years at most one apart. */
  NAME = 'NAME',
  /** The same id in two catalogues, with letters in it, so that it is no mere number. */
  EXTERNAL_ID = 'EXTERNAL_ID',
}

/** Two titles that may be one work; `titleId` is the lower id. */
export interface LikelyDuplicate {
  readonly titleId: number;
  readonly otherId: number;
  readonly reasons: readonly DuplicateReason[];
}
