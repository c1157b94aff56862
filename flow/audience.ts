import { mostWatched, retention, type Stretch } from '../core/audience';
import { type AudienceCounts, activityOf, audienceOf, type DailyWeight } from '../store/audience';
import type { Db } from '../store/database';
import { scenesOf } from '../store/scenes';

/** Who met a title, and how far they came. */
export interface Audience extends AudienceCounts {
  readonly completion: number | null;
  readonly retention: readonly number[] | null;
  readonly mostWatched: readonly Stretch[];
  readonly activity: readonly DailyWeight[];
}

const DAYS = 28;
const DAY_MS = 86_400_000;

/** Reads the audience of a title: sums of the roll-up, and at most ten thousand of its interactions. */
export async function titleAudience(db: Db, titleId: number, now: Date): Promise<Audience> {
  const since = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - DAYS * DAY_MS);
  const [counts, scenes, activity] = await Promise.all([
    audienceOf(db, titleId),
    scenesOf(db, [titleId]),
    activityOf(db, titleId, { since, until: now }),
  ]);
  const played = scenes.get(titleId) ?? [];
  return {
    ...counts,
    completion: counts.players === 0 ? null : counts.watchers / counts.players,
    retention: retention(played),
    mostWatched: mostWatched(played),
    activity,
  };
}
