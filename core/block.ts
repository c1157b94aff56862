import { badInput } from './errors';
import { isText } from './text';

/** What a block names. */
export enum BlockKind {
  TITLE = 'TITLE',
  GENRE = 'GENRE',
  TAG = 'TAG',
}

/** What operators keep out of every list, whatever else a title is; it stays in the past of those who watched it. */
export interface Block {
  readonly kind: BlockKind;
  /** Our id of a title, or a genre or tag in lower case. */
  readonly value: string;
  readonly reason: string | null;
  /** Who set it. */
  readonly actor: string;
  readonly at: Date;
}

const LONGEST_WORD = 200;
const LONGEST_REASON = 1_000;

/** A genre or tag as a block keeps it. Throws BAD_INPUT on `field`. */
export function blockedWord(word: string, field: string): string {
  const tidy = word.trim().toLowerCase();
  if (!isText(tidy, LONGEST_WORD, 1)) throw badInput(field, 'The word cannot be used.', `1 to ${LONGEST_WORD} characters`);
  return tidy;
}

/** Throws BAD_INPUT for a reason that cannot be kept. */
export function checkReason(reason: string | null): void {
  if (reason !== null && !isText(reason, LONGEST_REASON))
    throw badInput('input.reason', 'The reason cannot be kept.', `up to ${LONGEST_REASON} characters`);
}
