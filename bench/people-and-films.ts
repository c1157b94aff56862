import { DEFAULT_SETTINGS } from '../core/als-settings';
import { gramOf } from '../core/normal-equations';
import { below, normal, type Random } from '../core/random';
import { EngineName } from '../core/recommendation';
import type { Db } from '../store/database';
import { insertModel, makeLive } from '../store/models';

/** How many of each; every person has met `interactions` different films. */
export interface Crowd {
  readonly films: number;
  readonly people: number;
  readonly interactions: number;
}

/** Our ids of what was filled in. */
export interface Filled {
  readonly people: readonly number[];
  readonly films: readonly number[];
}

/** Fills an empty database: half of what people met they watched for five sixths, the other half they rated from 0.5 to 5. */
export async function fillCrowd(db: Db, { films, people, interactions }: Crowd, random: Random): Promise<Filled> {
  await db.query(
    `insert into titles (kind, name, "searchName", year, genres, seconds)
     select 'MOVIE', 'The film of number ' || at, 'the film of number ' || at, 1950 + at % 75, array['Genre ' || at % 19, 'Genre ' || at % 7], 5000 + at % 4000
     from generate_series(1, $1::int) as at`,
    [films],
  );
  const titles: { id: number }[] = await db.query('select id from titles order by id');
  const users: { id: number }[] = await db.query(
    `insert into users (source, "externalId") select 'app', 'person-' || at from generate_series(1, $1::int) as at returning id`,
    [people],
  );
  for (const { id } of users) {
    const met = new Set<number>();
    while (met.size < interactions) met.add(titles[below(random, films)]?.id ?? 0);
    const [watched, rated] = [[...met].slice(0, interactions / 2), [...met].slice(interactions / 2)];
    await db.query(
      `insert into interactions ("userId", "titleId", covered, "mediaSeconds", "secondsPlayed", plays, "lastPlayId", "firstAt", "lastAt")
       select $1, id, '{[0,50000)}', 6000, 5000, 1, 'play', now(), now() from unnest($2::bigint[]) as id`,
      [id, watched],
    );
    await db.query(
      `insert into interactions ("userId", "titleId", rating, "ratedAt", "firstAt", "lastAt")
       select $1, id, (1 + id % 10) / 2.0, now(), now(), now() from unnest($2::bigint[]) as id`,
      [id, rated],
    );
  }
  await db.query('vacuum analyze');
  return { people: users.map(({ id }) => id), films: titles.map(({ id }) => id) };
}

/** Puts live a model of random vectors of about length 1 each: no search can leave any film out. */
export async function addSyntheticModel(
  db: Db,
  titleIds: readonly number[],
  { k, random }: { readonly k: number; readonly random: Random },
): Promise<void> {
  const items = Float32Array.from({ length: titleIds.length * k }, () => normal(random) / Math.sqrt(k));
  const settings = { ...DEFAULT_SETTINGS, k };
  const popularity = Float64Array.from(titleIds, () => below(random, 300));
  const id = await insertModel(
    db,
    { engine: EngineName.LOCAL, settings, snapshot: 'synthetic', users: 0, interactions: 0, metrics: {}, trainedSeconds: 0 },
    { titleIds, items, gram: gramOf(items, k, settings.unobservedWeight), popularity },
  );
  await db.transaction((db) => makeLive(db, { id, engine: EngineName.LOCAL }, new Date()));
}
