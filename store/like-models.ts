import { LIKED_FROM, type Said } from '../core/confidence';
import type { JudgedTitle } from '../core/like/judged';
import type { StoredLikes, TitleCount } from '../core/like/stored';
import type { LikeModelRow } from '../core/like-model';
import type { TitleKind } from '../core/title';
import type { Db } from './database';

/** What somebody said of a title. */
export type SaidOf = Said & { readonly userId: number; readonly titleId: number };

const SAID = `i."userId", i."titleId", i.rating, i."ratedAt", i.opinion, i."opinionAt"`;
const SPOKE = '(i.rating is not null or i.opinion is not null)';

/** How many titles of each kind people like: a person and a title count once. */
export async function likesByKind(db: Db): Promise<ReadonlyMap<TitleKind, number>> {
  const rows = await db.query<{ kind: TitleKind; likes: number }[]>(
    `select t.kind, count(*) as likes from interactions i join titles t on t.id = i."titleId"
     where case when i.opinion is not null and (i.rating is null or i."opinionAt" >= i."ratedAt") then i.opinion = 'LIKE'
                else i.rating >= $1 end
     group by t.kind`,
    [LIKED_FROM],
  );
  return new Map(rows.map(({ kind, likes }) => [kind, likes]));
}

/** What people said of titles of a kind: the newest so many. */
export async function saidOfKind(db: Db, kind: TitleKind, most: number): Promise<readonly SaidOf[]> {
  return db.query(
    `select ${SAID} from interactions i join titles t on t.id = i."titleId"
     where t.kind = $1 and ${SPOKE} order by greatest(i."ratedAt", i."opinionAt") desc, i."userId", i."titleId" limit $2`,
    [kind, most],
  );
}

/** What one person said of titles of a kind, with what is known of those. */
export async function saidBy(db: Db, userId: number, kind: TitleKind): Promise<readonly (SaidOf & JudgedTitle)[]> {
  return db.query(
    `select ${SAID}, t.id, t.genres, t.year from interactions i join titles t on t.id = i."titleId"
     where i."userId" = $1 and t.kind = $2 and ${SPOKE} order by i."titleId"`,
    [userId, kind],
  );
}

/** What the model of likes knows of titles beforehand, in the order of their ids. */
export async function judgedTitles(db: Db, ids: readonly number[]): Promise<readonly (JudgedTitle & { readonly kind: TitleKind })[]> {
  return db.query('select id, kind, genres, year from titles where id = any($1::bigint[]) order by id', [ids]);
}

const COLUMNS = 'kind, state, likes, why, metrics, "trainedAt"';

/** Every kind that was looked at. */
export async function likeModelRows(db: Db): Promise<readonly LikeModelRow[]> {
  return db.query(`select ${COLUMNS} from like_models`);
}

/** What was learned, null where nothing was. */
export interface Learned {
  readonly model: StoredLikes;
  readonly titles: Readonly<Record<number, TitleCount>>;
}

/** Puts a kind in the place of what stood there. */
export async function saveLikeModel(
  db: Db,
  { kind, state, likes, why, metrics, trainedAt }: LikeModelRow,
  learned: Learned | null,
): Promise<void> {
  const json = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);
  await db.query(
    `insert into like_models (${COLUMNS}, model, titles) values ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8::jsonb)
     on conflict (kind) do update set state = excluded.state, likes = excluded.likes, why = excluded.why, metrics = excluded.metrics,
       "trainedAt" = excluded."trainedAt", model = excluded.model, titles = excluded.titles`,
    [kind, state, likes, why, json(metrics), trainedAt, json(learned?.model), json(learned?.titles)],
  );
}

/** What was learned of these kinds, with the counts of these titles only. */
export async function learnedOf(
  db: Db,
  kinds: readonly TitleKind[],
  titleIds: readonly number[],
): Promise<readonly (Learned & { readonly kind: TitleKind })[]> {
  return db.query(
    `select kind, model, coalesce((select jsonb_object_agg(id, titles -> id) from unnest($2::text[]) id where titles ? id), '{}') as titles
     from like_models where kind = any($1::text[]) and state = 'TRAINED'`,
    [kinds, titleIds.map(String)],
  );
}
