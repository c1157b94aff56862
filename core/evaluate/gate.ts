/** NDCG@10 of each case under three rankers, on one split and in one order. */
export interface Contest {
  readonly candidate: Float64Array;
  readonly popularity: Float64Array;
  /** Of the settings of the live model, trained on the same part; null: nothing is live. */
  readonly live: Float64Array | null;
}

/** Whether a candidate may go live by itself, and why: one sentence with the numbers. */
export interface Verdict {
  readonly promote: boolean;
  readonly why: string;
}
