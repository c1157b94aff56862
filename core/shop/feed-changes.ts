import { AppError, ErrorCode } from '../errors';
import type { FeedCounts, FeedProblems } from './feed';
import type { ReadFeed } from './feed-reader';
import type { OfferDraft } from './offer-row';

/** An offer that stands, as far as a new file is compared with it. */
export interface StandingOffer {
  readonly id: number;
  readonly hash: string;
}

/** The rows of a file that say something else than what stands. */
export function changedDrafts({ drafts }: ReadFeed, standing: ReadonlyMap<string, StandingOffer>): readonly OfferDraft[] {
  return drafts.filter(({ sku, hash }) => standing.get(sku)?.hash !== hash);
}

/** What a file makes of the offers of a shop. */
export interface FeedChanges {
  readonly written: readonly (OfferDraft & { readonly titleId: number })[];
  readonly removedIds: readonly number[];
  readonly counts: FeedCounts;
}

/** What the catalogue says of a row: the title, or in a sentence why there is none. */
export type Match = { readonly titleId: number } | { readonly message: string };

interface Compared {
  readonly read: ReadFeed;
  readonly standing: ReadonlyMap<string, StandingOffer>;
  readonly changed: readonly OfferDraft[];
  /** In the order of `changed`. */
  readonly matches: readonly Match[];
  readonly problems: FeedProblems;
}

/** What becomes of each row and of what stood before. Rows of unknown titles are taken down; what stands under the sku of one is removed. */
export function feedChanges({ read, standing, changed, matches, problems }: Compared): FeedChanges {
  const readSkus = new Set(read.drafts.map(({ sku }) => sku));
  const offered = new Set(readSkus);
  const written: (OfferDraft & { titleId: number })[] = [];
  for (const [index, draft] of changed.entries()) {
    const match = matches[index] ?? { message: 'It was not looked up.' };
    if ('titleId' in match) written.push({ ...draft, titleId: match.titleId });
    else {
      problems.add({ row: draft.row, field: draft.references.length > 0 ? 'externalId' : 'name', message: match.message });
      offered.delete(draft.sku);
    }
  }
  const left = [...standing].filter(([sku]) => !offered.has(sku));
  // A row that is bad takes nothing away; one whose title is unknown does.
  const stays = ([sku]: readonly [string, StandingOffer]): boolean => read.badSkus.has(sku) && !readSkus.has(sku);
  const removedIds = left.filter((entry) => !stays(entry)).map(([, { id }]) => id);
  const changedCount = written.filter(({ sku }) => standing.has(sku)).length;
  return {
    written,
    removedIds,
    counts: {
      rows: read.rows,
      added: written.length - changedCount,
      changed: changedCount,
      unchanged: read.drafts.length - changed.length,
      unknown: changed.length - written.length,
      bad: read.bad,
      removed: removedIds.length,
      kept: left.length - removedIds.length,
    },
  };
}

/** With fewer offers than this a shop may change its mind about all of them. */
const FEW = 20;

/** Throws CONFLICT where a file would take away most of what stands: rather it is half a file than half a shop. */
export function requireMostStay({ removedIds }: FeedChanges, standing: number): void {
  if (standing < FEW || removedIds.length * 2 <= standing) return;
  throw new AppError(
    ErrorCode.CONFLICT,
    `The file would take away ${removedIds.length} of ${standing} offers. The offers from before stand.`,
    { field: 'file', expected: 'the whole file, or mayRemoveMost: true where it is meant so' },
  );
}
