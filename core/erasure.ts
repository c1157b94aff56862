import type { Actor } from './audit';

/** How far the forgetting of a person has come. */
export enum ErasureState {
  /** They are served no more; rows of theirs are still being removed. */
  ERASING = 'ERASING',
  /** No row is left here, but Amazon Personalize has not deleted them yet. */
  AT_PERSONALIZE = 'AT_PERSONALIZE',
  /** No row is left, but a kept model was trained with their past. */
  IN_MODELS = 'IN_MODELS',
  /** Nothing is left. */
  COMPLETED = 'COMPLETED',
}

/** The receipt of a person who was forgotten: nothing in it says who that was to anyone who does not know already. */
export interface Erasure {
  readonly id: number;
  /** From this moment on they were served no more. */
  readonly at: Date;
  readonly actor: Actor;
  /** SHA-256 of `source:externalId` behind a secret salt. */
  readonly hash: string;
  /** Rows that were removed or cleared, by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** When the last row was gone. */
  readonly erasedAt: Date | null;
  /** When no kept model had learned from them any more, and Amazon Personalize had nothing of theirs. */
  readonly completedAt: Date | null;
  /** The training that was asked for with it. */
  readonly trainRunId: number | null;
  /** Amazon Personalize has still to delete them. */
  readonly atPersonalize: boolean;
  /** When it had deleted them; null also where it never had anything of theirs. */
  readonly personalizeDoneAt: Date | null;
}

/** Where it stands. */
export function erasureState({
  erasedAt,
  completedAt,
  atPersonalize,
}: Pick<Erasure, 'erasedAt' | 'completedAt' | 'atPersonalize'>): ErasureState {
  if (erasedAt === null) return ErasureState.ERASING;
  if (atPersonalize) return ErasureState.AT_PERSONALIZE;
  return completedAt === null ? ErasureState.IN_MODELS : ErasureState.COMPLETED;
}
