import { likedBy } from '../core/like/liked';
import { likeChances, type OwnJudgment } from '../core/like/stored';
import { type Likeliness, LikeModelState } from '../core/like-model';
import type { TitleKind } from '../core/title';
import type { Db } from '../store/database';
import { judgedTitles, learnedOf, saidBy } from '../store/like-models';

/** How likely a person likes each of these titles, in the order of the ids, each once; a title that is not there is left out. */
export async function likeliness(db: Db, userId: number, titleIds: readonly number[]): Promise<readonly Likeliness[]> {
  const ids = [...new Set(titleIds)];
  const titles = await judgedTitles(db, ids);
  const kinds = [...new Set(titles.map(({ kind }) => kind))];
  const learned = await learnedOf(db, kinds, ids);
  const chances = new Map<number, number>();
  for (const each of learned) {
    const asked = titles.filter(({ kind }) => kind === each.kind).map((title) => ({ ...title, count: each.titles[title.id] ?? null }));
    const past = await judgmentsBy(db, userId, each.kind);
    likeChances(each.model, past, asked).forEach((chance, at) => {
      chances.set(asked[at]?.id as number, chance);
    });
  }
  const known = new Set(titles.map(({ id }) => id));
  return ids
    .filter((id) => known.has(id))
    .map((titleId) => {
      const probability = chances.get(titleId) ?? null;
      return { titleId, probability, state: probability === null ? LikeModelState.UNTRAINED : LikeModelState.TRAINED };
    });
}

async function judgmentsBy(db: Db, userId: number, kind: TitleKind): Promise<readonly OwnJudgment[]> {
  const said = await saidBy(db, userId, kind);
  return said.flatMap(({ id, genres, year, ...word }) => {
    const meant = likedBy(word);
    return meant === null ? [] : [{ id, genres, year, liked: meant.liked }];
  });
}
