/** What a member says of a title of a blend. */
export enum BlendVote {
  /** They would like to. */
  UP = 'UP',
  /** Rather not. */
  DOWN = 'DOWN',
  /** Under no circumstances: it leaves the list. */
  VETO = 'VETO',
}

/** One vote; a member has one a title, the newest. */
export interface Ballot {
  readonly userId: number;
  readonly titleId: number;
  readonly vote: BlendVote;
}

/** The titles that somebody vetoed. */
export function vetoed(ballots: readonly Ballot[]): readonly number[] {
  return ballots.filter(({ vote }) => vote === BlendVote.VETO).map(({ titleId }) => titleId);
}

/** Puts a member's own word in the place of what was computed: UP suits them as their best title does, DOWN as the one they like least. */
export function heard(likings: Float64Array, votes: ReadonlyMap<number, BlendVote>): Float64Array {
  const least = likings.reduce((a, b) => Math.min(a, b), 0);
  const told = likings.slice();
  for (const [place, vote] of votes) if (vote !== BlendVote.VETO) told[place] = vote === BlendVote.UP ? 1 : least;
  return told;
}

/** Titles that more want than not first, those that more do not want than do last; among equals the order stays. For ORIGINAL, whose distances nobody can vote on. */
export function byVotes(titleIds: readonly number[], ballots: readonly Ballot[]): readonly number[] {
  const net = new Map<number, number>();
  for (const { titleId, vote } of ballots) net.set(titleId, (net.get(titleId) ?? 0) + (vote === BlendVote.UP ? 1 : -1));
  return [...titleIds].sort((a, b) => (net.get(b) ?? 0) - (net.get(a) ?? 0));
}
