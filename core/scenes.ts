/** A title is divided into so many scenes of equal length, whatever its own. */
export const SCENES = 100;

/** A part of a title that was played, in seconds from its beginning. */
export interface Played {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** How long the whole title is. */
  readonly mediaSeconds: number;
}

/** `counts` (how often each scene was played, `SCENES` of them; none: never) and what was played since. */
export function addScenes(counts: readonly number[] | undefined, played: Played): readonly number[] {
  const sum = counts ? [...counts] : new Array<number>(SCENES).fill(0);
  const [first, end] = scenesIn(played);
  for (let scene = first; scene < end; scene++) sum[scene] = (sum[scene] ?? 0) + 1;
  return sum;
}

/**
 * The scenes that an interval plays, as [first, end): those whose middle it holds. So a long interval plays what it covers by
 * half at least, and one play that arrives in pieces of some seconds plays every scene once.
 */
function scenesIn({ fromSeconds, toSeconds, mediaSeconds }: Played): readonly [number, number] {
  // Scene n has its middle at n + 1/2: the first one at or after `from` is ceil(from - 1/2).
  const place = (seconds: number): number => Math.ceil((seconds / mediaSeconds) * SCENES - 0.5);
  return [Math.max(0, place(fromSeconds)), Math.min(SCENES, place(toSeconds))];
}
