import { type Judgment, judged } from '../../core/like/judged';
import { likedBy } from '../../core/like/liked';
import { evaluateLikes } from '../../core/like/measure';
import { learnLikes } from '../../core/like/stored';
import { LIKED_KINDS, LIKES_NEEDED, type LikeModelRow, LikeModelState, untrained } from '../../core/like-model';
import type { TitleKind } from '../../core/title';
import { type Db, openDatabase } from '../../store/database';
import { requireLease } from '../../store/leases';
import { judgedTitles, type Learned, likesByKind, saidOfKind, saveLikeModel } from '../../store/like-models';
import type { LikesOrder, LikesOutcome, Progress } from './train-order';

/** The newest so many judgments of a kind are learned from, so that neither memory nor time grows without end. */
const MOST_JUDGMENTS = 200_000;
const SEED = 43;

/** Learns each kind that enough is liked of, kind after kind in this process, and stores what became of every one. */
export async function learnLikesHere({ url, lease, asOf }: LikesOrder, progress: Progress): Promise<LikesOutcome> {
  const database = await openDatabase(url, { connections: 2, applicationName: 'kinograph training of likes' });
  try {
    const likes = await likesByKind(database.db);
    const outcome: LikeModelRow[] = [];
    for (const [at, kind] of LIKED_KINDS.entries()) {
      const part = (done: number): void => progress((at + done) / LIKED_KINDS.length, `Learning likes of ${kind}`);
      const { row, learned } = await learnKind(database.db, { kind, likes: likes.get(kind) ?? 0, asOf, part });
      await database.db.transaction(async (db) => {
        await requireLease(db, lease.name, lease.token);
        await saveLikeModel(db, row, learned);
      });
      outcome.push(row);
    }
    return outcome.map(({ kind, state, why }) => ({ kind, state, why }));
  } finally {
    await database.close();
  }
}

interface Kind {
  readonly kind: TitleKind;
  readonly likes: number;
  readonly asOf: Date;
  readonly part: (done: number) => void;
}

async function learnKind(
  db: Db,
  { kind, likes, asOf, part }: Kind,
): Promise<{ readonly row: LikeModelRow; readonly learned: Learned | null }> {
  if (likes < LIKES_NEEDED) return { row: untrained(kind, likes), learned: null };
  part(0);
  const judgments = await judgmentsOf(db, kind);
  const titles = await judgedTitles(db, [...new Set(judgments.map(({ titleId }) => titleId))]);
  const all = judged(judgments, titles);
  const metrics = evaluateLikes(all, SEED, (done) => part(0.9 * done));
  if (metrics === null) {
    const why = 'Untrained: what people judged last is all liked or all disliked, so that nothing can be measured.';
    return { row: untrained(kind, likes, why), learned: null };
  }
  const why = `Trained on ${all.rows.liked.length.toLocaleString('en')} judgments of ${all.people.toLocaleString('en')} people.`;
  return { row: { kind, state: LikeModelState.TRAINED, likes, why, metrics, trainedAt: asOf }, learned: learnLikes(all, SEED) };
}

async function judgmentsOf(db: Db, kind: TitleKind): Promise<readonly Judgment[]> {
  const said = await saidOfKind(db, kind, MOST_JUDGMENTS);
  return said.flatMap(({ userId, titleId, ...word }) => {
    const meant = likedBy(word);
    return meant === null ? [] : { userId, titleId, ...meant };
  });
}
