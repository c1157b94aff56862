import type { DescribedSceneInput, SavedSceneFragment } from '../generated/scenes';

/** A scene as it is typed. */
export interface Draft {
  /** Tells the rows of the form apart. */
  readonly key: string;
  readonly id: string | null;
  readonly from: string;
  readonly to: string;
  /** Parted by commas. */
  readonly keywords: string;
}

/** The scenes that are saved, as a form begins with them. */
export function draftsOf(scenes: readonly SavedSceneFragment[]): readonly Draft[] {
  return scenes.map(({ id, fromSeconds, toSeconds, keywords }) => ({
    ...{ key: id, id, from: fromSeconds === null ? '' : String(fromSeconds), to: toSeconds === null ? '' : String(toSeconds) },
    keywords: keywords.join(', '),
  }));
}

/** A new scene. */
export function emptyDraft(): Draft {
  return { key: crypto.randomUUID(), id: null, from: '', to: '', keywords: '' };
}

/** The keywords that were typed, without those that stand there twice. */
export function keywordsOf(text: string): readonly string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '');
}

/** Scenes as they are to be saved. A time that is no number becomes one that the server refuses by name. */
export function inputOf(drafts: readonly Draft[]): DescribedSceneInput[] {
  return drafts.map(({ id, from, to, keywords }) => ({
    id,
    ...{ fromSeconds: secondsOf(from), toSeconds: secondsOf(to) },
    keywords: [...keywordsOf(keywords)],
  }));
}

const CLOCK = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/;

/** "90", "1:30" or "0:01:30" as 90; null for nothing; -1, which no scene has, for anything else. */
export function secondsOf(text: string): number | null {
  const typed = text.trim();
  if (typed === '') return null;
  const clock = CLOCK.exec(typed);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const seconds = Number(typed);
  return Number.isFinite(seconds) ? seconds : -1;
}
