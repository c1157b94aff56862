import { type Title, TitleState } from '../core/title';
import type { Db } from './database';
import { TITLE_COLUMNS } from './titles';

/** Season 0 holds specials: it stands after all others. */
const IN_ORDER = '(coalesce(season, 0) = 0), season, number, id';
const SEEN = 0.5;

/** The listed episodes of each show by season and number, specials last. */
export async function episodesOf(db: Db, showIds: readonly number[]): Promise<ReadonlyMap<number, readonly Title[]>> {
  const rows: Title[] = await db.query(
    `select ${TITLE_COLUMNS} from titles where "parentId" = any($1::bigint[]) and state = '${TitleState.LISTED}'
     order by "parentId", ${IN_ORDER}`,
    [showIds],
  );
  return new Map(showIds.map((id) => [id, rows.filter(({ parentId }) => parentId === id)]));
}

/**
 * The episode of each show that a person comes to next: the first one after the last they played that they have not seen, that is
 * neither completed nor covered by half. A show without a past begins with its first episode; one seen to its end is left out.
 */
export async function nextEpisodes(db: Db, userId: number, showIds: readonly number[]): Promise<ReadonlyMap<number, Title>> {
  const rows: Title[] = await db.query(
    `with episode as (
       select titles.*, row_number() over (partition by "parentId" order by ${IN_ORDER}) as place, played."lastAt" as "playedAt",
         coalesce(played.completions > 0 or played.seconds >= ${SEEN} * coalesce(played."mediaSeconds", titles.seconds), false) as seen
       from titles left join (
         select *, (select coalesce(sum(upper(part) - lower(part)), 0) / 10.0 from unnest(covered) part) as seconds
         from interactions where "userId" = $1
       ) played on played."titleId" = titles.id
       where "parentId" = any($2::bigint[]) and state = '${TitleState.LISTED}'
     ), latest as (
       select distinct on ("parentId") "parentId", place from episode where "playedAt" is not null order by "parentId", "playedAt" desc, place desc
     )
     select distinct on (episode."parentId") ${TITLE_COLUMNS.replaceAll(/"?\b(\w+)\b"?/g, 'episode."$1"')}
     from episode left join latest using ("parentId")
     where not episode.seen and episode.place >= coalesce(latest.place, 1)
     order by episode."parentId", episode.place`,
    [userId, showIds],
  );
  return new Map(rows.map((episode) => [episode.parentId ?? 0, episode]));
}
