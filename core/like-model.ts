import type { LikeEvaluation } from './like/measure';
import { TitleKind } from './title';

/** Where the model of likes of a kind stands. */
export enum LikeModelState {
  /** Too little was liked to learn from. */
  UNTRAINED = 'UNTRAINED',
  TRAINED = 'TRAINED',
}

/** The model of likes of one kind, without what it learned. */
export interface LikeModelRow {
  readonly kind: TitleKind;
  readonly state: LikeModelState;
  /** Titles of the kind that people like, counted when it was last looked. */
  readonly likes: number;
  /** One sentence for people. */
  readonly why: string;
  readonly metrics: LikeEvaluation | null;
  readonly trainedAt: Date | null;
}

/** How likely a person likes a title. */
export interface Likeliness {
  readonly titleId: number;
  /** 0 to 1; null where nothing was learned of its kind. */
  readonly probability: number | null;
  readonly state: LikeModelState;
}

/** So many likes must a kind have. */
export const LIKES_NEEDED = 1_000;

/** The kinds that people judge. */
export const LIKED_KINDS: readonly TitleKind[] = [
  TitleKind.MOVIE,
  TitleKind.SHOW,
  TitleKind.EPISODE,
  TitleKind.BOOK,
  TitleKind.TRACK,
  TitleKind.VIDEO,
];

/** A kind of which nothing was learned. */
export function untrained(kind: TitleKind, likes: number, why?: string): LikeModelRow {
  const few = `Untrained: ${likes} of ${LIKES_NEEDED.toLocaleString('en')} likes.`;
  return { kind, state: LikeModelState.UNTRAINED, likes, why: why ?? few, metrics: null, trainedAt: null };
}

/** Every kind, those that nobody has looked at yet with no likes. */
export function everyKind(rows: readonly LikeModelRow[]): readonly LikeModelRow[] {
  const known = new Map(rows.map((row) => [row.kind, row]));
  return LIKED_KINDS.map((kind) => known.get(kind) ?? untrained(kind, 0, 'Untrained: no training of likes has run yet.'));
}
