import { useEffect, useState } from 'react';
import { type Piece, withPiece } from './covered';
import type { PlayerMedia } from './media';

/** Longer than this between two times told, at the rate in use, is a jump and no playing. In seconds. */
const LONGEST_TICK = 1.5;

/** What was covered before, and what is played now. */
export function usePlayedPieces(media: PlayerMedia | null, before: readonly Piece[]): readonly Piece[] {
  const [pieces, setPieces] = useState(before);
  useEffect(() => {
    if (!media) return;
    let last = media.currentTime;
    const jump = (): void => {
      last = media.currentTime;
    };
    const tick = (): void => {
      const at = media.currentTime;
      const piece = { fromSeconds: last, toSeconds: at };
      last = at;
      if (at - piece.fromSeconds <= LONGEST_TICK * media.playbackRate) setPieces((known) => withPiece(known, piece));
    };
    media.addEventListener('seeking', jump);
    media.addEventListener('timeupdate', tick);
    return () => {
      media.removeEventListener('seeking', jump);
      media.removeEventListener('timeupdate', tick);
    };
  }, [media]);
  return pieces;
}
