import type { Credit, ExternalId, Tag } from '../core/title';
import type { Db } from './database';

/** Rows that hang on a title, in sets: each function is one or two statements for any number of titles. */
type Of<Fact> = readonly { readonly titleId: number; readonly facts: readonly Fact[] }[];

/** Rows of several titles, gathered by title in the order in which they came. */
export function byTitle<Fact extends object>(rows: readonly (Fact & { readonly titleId: number })[]): ReadonlyMap<number, readonly Fact[]> {
  const facts = new Map<number, Fact[]>();
  for (const { titleId, ...fact } of rows) {
    const of = facts.get(titleId) ?? [];
    of.push(fact as unknown as Fact);
    facts.set(titleId, of);
  }
  return facts;
}

const flat = <Fact extends object>(of: Of<Fact>): string =>
  JSON.stringify(of.flatMap(({ titleId, facts }) => facts.map((fact) => ({ titleId, ...fact }))));

/** Adds external ids. One that is known already stays where it is. */
export async function addExternalIds(db: Db, of: Of<ExternalId>): Promise<void> {
  await db.query(
    `insert into external_ids (source, value, "titleId")
     select source, value, "titleId" from jsonb_to_recordset($1) as added(source text, value text, "titleId" bigint)
     on conflict do nothing`,
    [flat(of)],
  );
}

/** Adds tags, or gives known ones their new relevance. */
export async function writeTags(db: Db, of: Of<Tag>): Promise<void> {
  await db.query(
    `insert into title_tags ("titleId", tag, relevance)
     select distinct on ("titleId", tag) "titleId", tag, relevance
     from jsonb_to_recordset($1) as added("titleId" bigint, tag text, relevance real) order by "titleId", tag, relevance desc
     on conflict ("titleId", tag) do update set relevance = excluded.relevance where title_tags.relevance <> excluded.relevance`,
    [flat(of)],
  );
}

/** Puts these tags in the place of all that the titles had. */
export async function replaceTags(db: Db, of: Of<Tag>): Promise<void> {
  await db.query('delete from title_tags where "titleId" = any($1::bigint[])', [of.map(({ titleId }) => titleId)]);
  await writeTags(db, of);
}

/** Puts these credits in the place of all that the titles had. */
export async function replaceCredits(db: Db, of: Of<Credit>): Promise<void> {
  await db.query('delete from credits where "titleId" = any($1::bigint[])', [of.map(({ titleId }) => titleId)]);
  await addCredits(db, of);
}

/** Adds credits; a place in the billing that is taken stays as it is. */
export async function addCredits(db: Db, of: Of<Credit>): Promise<void> {
  await db.query(
    `insert into credits ("titleId", role, position, name, character)
     select "titleId", role, position, name, character
     from jsonb_to_recordset($1) as added("titleId" bigint, role text, position integer, name text, character text)
     on conflict do nothing`,
    [flat(of)],
  );
}
