/** A page that a list is asked for: `first` rows after `after` (keyset), or after skipping `offset`. */
export interface Page {
  readonly first: number;
  readonly after: string | null;
  readonly offset: number | null;
}

/** Rows of a page with the cursor of each; `totalCount` is counted only when asked for. */
export interface Paged<Row> {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
}
