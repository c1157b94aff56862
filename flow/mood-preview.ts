import { badInput } from '../core/errors';
import { filterFrom } from '../core/list-filter';
import { checkMood } from '../core/mood/check';
import { type Mood, type MoodBook, type MoodDraft, tagsNamedBy } from '../core/mood/mood';
import { listFor } from '../engine/local/list';
import { moodScoresIn } from '../engine/local/moods';
import type { LocalState } from '../engine/local/state';
import type { Db } from '../store/database';
import { moodTags } from '../store/moods';
import { type MoodCoverage, moodCoverage } from './mood';

/** What a mood would do if it were saved. */
export interface MoodPreview {
  readonly coverage: readonly MoodCoverage[];
  /** What somebody without a past would be shown, the best of each kind, with how well it fits the mood: -1 to 1. */
  readonly titles: readonly { readonly titleId: number; readonly score: number }[];
}

const MOST_PER_KIND = 20;
const NOBODY = { preferences: {}, interactions: [] };

/** Lists by a mood that is not saved, and changes nothing. Throws what `checkMood` throws, and BAD_INPUT on `perKind`. */
export async function previewMood(
  db: Db,
  state: LocalState,
  { draft, perKind, now }: { readonly draft: MoodDraft; readonly perKind: number; readonly now: Date },
): Promise<MoodPreview> {
  checkMood(draft);
  if (!(perKind >= 1 && perKind <= MOST_PER_KIND)) throw badInput('perKind', `perKind came as ${perKind}.`, `1 to ${MOST_PER_KIND}`);
  const mood: Mood = { ...draft, version: 0, updatedAt: now };
  const tags = await tagsFor(db, state.moods, mood);
  const trial = { ...state, moods: { moods: new Map([[mood.id, mood]]), tags } };
  const coverage = moodCoverage(trial, mood);
  // Where nothing fits, a list is made without the mood.
  if (coverage.every(({ fitting }) => fitting === 0)) return { coverage, titles: [] };
  const filter = filterFrom({ mood: mood.id, perKind, explorationShare: 0 });
  const list = listFor(trial, { person: NOBODY, filter, servedIds: [], now, count: perKind * coverage.length });
  const scores = moodScoresIn(trial, mood);
  const scoreOf = (titleId: number): number => scores[state.columns.rowOf.get(titleId) ?? -1] ?? 0;
  return { coverage, titles: list.top(perKind * coverage.length).map(({ titleId }) => ({ titleId, score: scoreOf(titleId) })) };
}

/** Only tags that no saved mood names are read: whoever moves a slider waits for no table. */
async function tagsFor(db: Db, { moods, tags }: MoodBook, mood: Mood): Promise<MoodBook['tags']> {
  const known = new Set(tagsNamedBy(moods.values()));
  const fresh = mood.tags.filter(({ tag }) => !known.has(tag.toLowerCase()));
  if (fresh.length === 0) return tags;
  const all = new Map(tags);
  for (const [titleId, own] of await moodTags(db, [{ tags: fresh }], null))
    all.set(titleId, new Map([...(all.get(titleId) ?? []), ...own]));
  return all;
}
