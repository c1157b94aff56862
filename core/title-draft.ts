import type { Availability, Credit, ExternalId, Tag, TitleAttributes, TitleKind, TitleState } from './title';

/** A title as an import tells it. A field that is left out keeps what the catalogue has. */
export interface TitleDraft {
  readonly kind: TitleKind;
  /** What it is known by elsewhere, at least one: by these it is found again. */
  readonly externalIds: readonly ExternalId[];
  /** A new title without a name is called by its first external id. */
  readonly name?: string;
  readonly year?: number | null;
  readonly description?: string;
  readonly genres?: readonly string[];
  readonly category?: string;
  readonly certificate?: string;
  readonly seconds?: number;
  readonly pages?: number;
  readonly attributes?: TitleAttributes;
  readonly posterSource?: string;
  readonly mediaUrl?: string;
  /** The show of an episode; it must be in the catalogue before its episodes. */
  readonly parent?: ExternalId;
  readonly season?: number;
  readonly number?: number;
  readonly tags?: readonly Tag[];
  readonly credits?: readonly Credit[];
}

/** A title as a row of a catalogue's file tells it. */
export interface ImportDraft extends TitleDraft {
  /** Our own id, where the file has it. */
  readonly titleId?: number;
  readonly state?: Exclude<TitleState, TitleState.MERGED>;
  readonly availability?: readonly Availability[];
  /** Other names, as in other languages. */
  readonly aliases?: readonly string[];
  /** Whether the file tells the kind, or it was chosen for all rows. */
  readonly toldKind: boolean;
}

/** What is wrong with one row of a file; `row` counts from 1, a header included. */
export interface ImportProblem {
  readonly row: number;
  readonly field: string;
  readonly message: string;
}

/** What a file holds: the drafts of its good rows with the row of each, and what is wrong with the others. */
export interface ParsedTitles {
  readonly drafts: readonly { readonly row: number; readonly draft: TitleDraft }[];
  readonly problems: readonly ImportProblem[];
}
