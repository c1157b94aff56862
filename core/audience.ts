import { SCENES } from './scenes';

/** A stretch of a title, in shares of its length from 0 to 1, and how often each part of it was played on average. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly plays: number;
}

/** The beginning, of which the largest count tells how many began: some players skip what comes first. */
const BEGINNING = 3;

/** How many stay, scene by scene, as shares of those who began; more than 1 where people come back. Null while nobody has begun. */
export function retention(scenes: readonly number[]): readonly number[] | null {
  const began = Math.max(0, ...scenes.slice(0, BEGINNING));
  return began === 0 ? null : scenes.map((plays) => plays / began);
}

const MOST_STRETCHES = 3;
/** An audience only shrinks unless people come back: a scene stands out a quarter above the fewest plays before it. */
const STANDS_OUT = 1.25;

/** What people play again most: stretches above what came before them and above the mean, the strongest first, at most three. */
export function mostWatched(scenes: readonly number[]): readonly Stretch[] {
  const mean = scenes.reduce((sum, plays) => sum + plays, 0) / scenes.length;
  const stretches: Stretch[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  let start: number | null = null;
  for (let scene = 0; scene <= scenes.length; scene++) {
    const plays = scenes[scene] ?? 0;
    const stands = plays > 1 && plays > mean && plays > STANDS_OUT * fewest;
    fewest = Math.min(fewest, plays);
    if (stands && start === null) start = scene;
    if (stands || start === null) continue;
    const part = scenes.slice(start, scene);
    stretches.push({ from: start / SCENES, to: scene / SCENES, plays: part.reduce((sum, plays) => sum + plays, 0) / part.length });
    start = null;
  }
  return stretches.sort((a, b) => b.plays - a.plays).slice(0, MOST_STRETCHES);
}
