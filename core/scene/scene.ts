import type { Stretch } from '../audience';
import { badInput } from '../errors';
import type { Range } from '../interaction';
import { isText } from '../text';

/** A part of a title and what is seen or said in it. */
export interface DescribedScene {
  readonly id: number;
  readonly titleId: number;
  /** Seconds from the beginning of the title; both null where nobody said where it is. */
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  readonly keywords: readonly string[];
}

/** A scene before it is kept: with an id where it was there before. */
export type SceneDraft = Omit<DescribedScene, 'id' | 'titleId'> & { readonly id: number | null };

export const MOST_SCENES = 200;
export const MOST_KEYWORDS = 40;
export const LONGEST_KEYWORD = 60;
/** A week: no title lasts longer. */
const MOST_SECONDS = 604_800;

/**
 * Judges the scenes of a title of this length, null where it is not known. Throws BAD_INPUT on the field at fault, below `input.scenes`. Scenes may
 * overlap, and come in any order.
 */
export function checkScenes(scenes: readonly SceneDraft[], mediaSeconds: number | null): void {
  if (scenes.length > MOST_SCENES)
    throw badInput('input.scenes', `There are ${scenes.length} scenes.`, `at most ${MOST_SCENES} of one title`);
  const known = new Set<number>();
  for (const [at, { id, keywords, ...times }] of scenes.entries()) {
    const field = `input.scenes[${at}]`;
    if (id !== null && known.has(id)) throw badInput(`${field}.id`, 'The scene stands there twice.', 'each scene once');
    if (id !== null) known.add(id);
    checkTimes(times, mediaSeconds ?? MOST_SECONDS, field);
    checkKeywords(keywords, `${field}.keywords`);
  }
}

function checkTimes({ fromSeconds: from, toSeconds: to }: Pick<SceneDraft, 'fromSeconds' | 'toSeconds'>, end: number, field: string): void {
  if (from === null && to === null) return;
  if (from === null) throw badInput(`${field}.fromSeconds`, 'The scene ends but does not begin.', 'both times, or neither');
  if (to === null) throw badInput(`${field}.toSeconds`, 'The scene begins but does not end.', 'both times, or neither');
  if (!(from >= 0 && from < end))
    throw badInput(`${field}.fromSeconds`, `The scene begins outside of the title: at ${from} s.`, `0 to less than ${end} seconds`);
  if (!(to > from && to <= end))
    throw badInput(`${field}.toSeconds`, `The scene ends at ${to} s.`, `after ${from} and not after ${end} seconds`);
}

/** Judges keywords. Throws BAD_INPUT on `field` or one of its places. */
export function checkKeywords(keywords: readonly string[], field: string): void {
  if (keywords.length === 0 || keywords.length > MOST_KEYWORDS)
    throw badInput(field, `There are ${keywords.length} keywords.`, `1 to ${MOST_KEYWORDS}`);
  keywords.forEach((keyword, at) => {
    if (keyword.trim() !== keyword || !isText(keyword, LONGEST_KEYWORD, 1))
      throw badInput(
        `${field}[${at}]`,
        'The keyword cannot be kept as it came.',
        `1 to ${LONGEST_KEYWORD} characters, without blanks at the ends and without NUL`,
      );
  });
}

/** The scene at a time: of several the one that began last, of those the shortest; null where none is. */
export function sceneAt<Scene extends Pick<DescribedScene, 'fromSeconds' | 'toSeconds'>>(
  scenes: readonly Scene[],
  atSeconds: number,
): Scene | null {
  let best: Scene | null = null;
  for (const scene of scenes) {
    const { fromSeconds: from, toSeconds: to } = scene;
    if (from === null || to === null || atSeconds < from || atSeconds >= to) continue;
    const began = best?.fromSeconds ?? Number.NEGATIVE_INFINITY;
    if (from > began || (from === began && to < (best?.toSeconds ?? Number.POSITIVE_INFINITY))) best = scene;
  }
  return best;
}

/** The scenes of which at least half lies in these stretches of a title. */
export function scenesInStretches<Scene extends Pick<DescribedScene, 'fromSeconds' | 'toSeconds'>>(
  scenes: readonly Scene[],
  stretches: readonly Pick<Stretch, 'from' | 'to'>[],
  mediaSeconds: number,
): readonly Scene[] {
  return scenesIn(
    scenes,
    stretches.map(({ from, to }) => [from * mediaSeconds, to * mediaSeconds]),
  );
}

/** The scenes of which a person played at least half; `covered` in tenths of a second, as interactions keep it. */
export function scenesPlayed<Scene extends Pick<DescribedScene, 'fromSeconds' | 'toSeconds'>>(
  scenes: readonly Scene[],
  covered: readonly Range[],
): readonly Scene[] {
  return scenesIn(
    scenes,
    covered.map(([from, to]) => [from / TENTHS, to / TENTHS]),
  );
}

const TENTHS = 10;

/** Pieces do not overlap. */
function scenesIn<Scene extends Pick<DescribedScene, 'fromSeconds' | 'toSeconds'>>(
  scenes: readonly Scene[],
  pieces: readonly (readonly [from: number, to: number])[],
): readonly Scene[] {
  return scenes.filter(({ fromSeconds, toSeconds }) => {
    if (fromSeconds === null || toSeconds === null) return false;
    const inside = pieces.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, toSeconds) - Math.max(from, fromSeconds)), 0);
    return inside >= (toSeconds - fromSeconds) / 2;
  });
}
