/** A piece of a title, in seconds. */
export interface Piece {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Who left so little at the end has seen it. */
const SEEN_PART = 0.95;
/** Who saw less than so many seconds begins anew. */
const SHORTEST = 5;

/** The pieces with one more, sorted and without overlaps. */
export function withPiece(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  if (piece.toSeconds <= piece.fromSeconds) return pieces;
  const apart = pieces.filter(({ fromSeconds, toSeconds }) => toSeconds < piece.fromSeconds || fromSeconds > piece.toSeconds);
  const touching = pieces.filter((each) => !apart.includes(each));
  const whole = {
    fromSeconds: Math.min(piece.fromSeconds, ...touching.map(({ fromSeconds }) => fromSeconds)),
    toSeconds: Math.max(piece.toSeconds, ...touching.map(({ toSeconds }) => toSeconds)),
  };
  return [...apart, whole].sort((a, b) => a.fromSeconds - b.fromSeconds);
}

/** Where to go on, in seconds: the end of the furthest piece; 0 where it was hardly begun, or seen to its end. */
export function resumeAt(pieces: readonly Piece[], seconds: number): number {
  const furthest = Math.max(0, ...pieces.map(({ toSeconds }) => toSeconds));
  return furthest < SHORTEST || furthest >= seconds * SEEN_PART ? 0 : furthest;
}
