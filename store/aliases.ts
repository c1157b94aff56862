import { searchName } from '../core/search';
import type { Db } from './database';

/** The other names of the titles, each in the order of the alphabet. */
export async function aliasesOf(db: Db, titleIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows: { titleId: number; names: readonly string[] }[] = await db.query(
    `select "titleId", array_agg(name order by name) as names from title_aliases where "titleId" = any($1::bigint[]) group by "titleId"`,
    [titleIds],
  );
  return new Map(rows.map(({ titleId, names }) => [titleId, names]));
}

type Of = readonly { readonly titleId: number; readonly facts: readonly string[] }[];

/** Puts these names in the place of all that the titles had beside their own: two statements, however many titles. */
export async function replaceAliases(db: Db, of: Of): Promise<void> {
  if (of.length === 0) return;
  await db.query('delete from title_aliases where "titleId" = any($1::bigint[])', [of.map(({ titleId }) => titleId)]);
  const rows = of.flatMap(({ titleId, facts }) => facts.map((name) => ({ titleId, name, searchName: searchName(name) })));
  if (rows.length === 0) return;
  await db.query(
    `insert into title_aliases ("titleId", name, "searchName")
     select "titleId", name, "searchName" from jsonb_to_recordset($1) as added("titleId" bigint, name text, "searchName" text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
