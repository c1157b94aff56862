import { useEffect, useState } from 'react';
import type { PlayerMedia } from './media';

/** Where a described scene lies; null where nobody said. */
interface Placed {
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
}

/** Whoever moves through a title passes scenes: one counts when it has stayed so long. */
const STAYS_MS = 1_000;

/** Where the scene that plays begins, in seconds, once it has stayed for a second; null where none is described. `scenes` must be the same between draws. */
export function useSceneAt(media: PlayerMedia | null, scenes: readonly Placed[]): number | null {
  const [passing, setPassing] = useState<number | null>(null);
  const [settled, setSettled] = useState<number | null>(null);
  useEffect(() => {
    if (!media) return undefined;
    const look = (): void => setPassing(beginningAt(scenes, media.currentTime));
    for (const type of MOVES) media.addEventListener(type, look);
    look();
    return () => {
      for (const type of MOVES) media.removeEventListener(type, look);
    };
  }, [media, scenes]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(passing), STAYS_MS);
    return () => clearTimeout(timer);
  }, [passing]);
  return settled;
}

const MOVES = ['timeupdate', 'seeked'];

/** Of the scenes at a time the beginning of the one that began last; null where none is. */
export function beginningAt(scenes: readonly Placed[], seconds: number): number | null {
  const beginnings = scenes.flatMap(({ fromSeconds, toSeconds }) =>
    fromSeconds !== null && toSeconds !== null && fromSeconds <= seconds && seconds < toSeconds ? [fromSeconds] : [],
  );
  return beginnings.length === 0 ? null : Math.max(...beginnings);
}
