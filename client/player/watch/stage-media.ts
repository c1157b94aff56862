import { type RefObject, useEffect, useState } from 'react';
import type { PlayerMedia } from './media';
import { SimulatedMedia } from './simulated-media';
import { isStill } from './still';

const REAL_RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 4, 8, 16];
const SIMULATED_RATES: readonly number[] = [1, 2, 4, 8, 16, 30, 60];
/** The speed that was chosen last: one title after another goes on at it. */
const chosen = { real: 1, simulated: 1 };

/** The speeds to choose from. */
export const ratesOf = (isSimulated: boolean): readonly number[] => (isSimulated ? SIMULATED_RATES : REAL_RATES);

interface Played {
  /** Length in seconds to be simulated; null: the video's own media plays. */
  readonly simulatedSeconds: number | null;
  /** Where to begin, in seconds. */
  readonly startAt: number;
}

/** The media on stage, which begins to play where the browser lets it; null until it is there. */
export function useStageMedia(video: RefObject<HTMLVideoElement | null>, { simulatedSeconds, startAt }: Played): PlayerMedia | null {
  const [media, setMedia] = useState<PlayerMedia | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins is read once; later it is the person who moves it.
  useEffect(() => {
    if (!video.current) return;
    const isSimulated = simulatedSeconds !== null;
    const next: PlayerMedia = isSimulated ? new SimulatedMedia(simulatedSeconds, isStill() ? null : video.current) : video.current;
    const kind = isSimulated ? 'simulated' : 'real';
    next.playbackRate = chosen[kind];
    if (startAt > 0) next.currentTime = startAt;
    const keep = (): void => {
      chosen[kind] = next.playbackRate;
    };
    next.addEventListener('ratechange', keep);
    setMedia(next);
    // A browser that wants a press first leaves it standing: the button in the middle says so.
    void next.play().catch(() => {});
    return () => {
      next.pause();
      next.removeEventListener('ratechange', keep);
      setMedia(null);
    };
  }, [video, simulatedSeconds]);
  return media;
}
