import { type Reason, ReasonCode } from '../recommendation';

/** One title of an answer of Personalize, by our id. */
export interface RemoteItem {
  readonly titleId: number;
  /** Null: the recipe scores nothing, or it does not know the title. */
  readonly score: number | null;
  /** Why it is there, in the words of Personalize; only the newer recipes say. */
  readonly reasons: readonly string[];
  /** The promotion that brought it; null: none. */
  readonly promotion: string | null;
}

/** What an answer is of. */
export type RemoteAsked = 'USER' | 'SIMILAR' | 'POPULAR' | 'RANKING';

/**
 * Why a title stands in an answer, in our closed list: what Personalize says ("Promoted item", "Exploration", "Popular item"; documented with
 * PredictedItem), else what the kind of question says. A promotion and an exploration both stand there to be met, and not for their rank.
 */
export function remoteReason({ reasons, promotion }: RemoteItem, asked: RemoteAsked): Reason {
  const said = new Set(reasons.map((reason) => reason.toLowerCase().split(/[^a-z]/)[0]));
  const isShown = promotion !== null || said.has('promoted') || said.has('exploration');
  const ranked = said.has('popular') ? ReasonCode.POPULAR : BY_QUESTION[asked];
  return { code: isShown ? ReasonCode.EXPLORATION : ranked, titleId: null, genre: null, contribution: null };
}

const BY_QUESTION: Readonly<Record<RemoteAsked, ReasonCode>> = {
  USER: ReasonCode.SIMILAR_USERS,
  RANKING: ReasonCode.SIMILAR_USERS,
  SIMILAR: ReasonCode.SIMILAR_TITLE,
  POPULAR: ReasonCode.POPULAR,
};
