import { searchName } from '../core/search';
import type { Credit, ExternalId, Tag } from '../core/title';
import type { Db } from './database';
import { addExternalIds, replaceCredits, replaceTags } from './title-facts';
import { TITLE_FIELDS } from './title-save';
import type { WholeTitle } from './title-whole';

/** What a title is to be again: the fields that are named, the others stay. */
export interface Restoring {
  readonly titleId: number;
  readonly was: Readonly<Record<string, unknown>>;
}

const COLUMNS = [...TITLE_FIELDS.filter((field) => field !== 'kind'), 'searchName'].map((field) => `"${field}"`).join(', ');

/** Puts the fields of locked titles back to what they were, a version up: a fixed number of statements, however many titles. */
export async function restoreTitles(db: Db, restorings: readonly Restoring[], now: Date): Promise<void> {
  const rows = restorings.map(({ titleId, was }) => ({
    id: titleId,
    was: typeof was.name === 'string' ? { ...was, searchName: searchName(was.name) } : was,
  }));
  // A record keeps what the JSON does not name.
  await db.query(
    `update titles set (${COLUMNS}, version, "updatedAt") =
       (select ${COLUMNS}, titles.version + 1, $2::timestamptz from jsonb_populate_record(titles, given.was))
     from jsonb_to_recordset($1::jsonb) as given(id bigint, was jsonb) where titles.id = given.id`,
    [JSON.stringify(rows), now],
  );
  const externalIds = factsOf<ExternalId>(restorings, 'externalIds');
  await db.query('delete from external_ids where "titleId" = any($1::bigint[])', [externalIds.map(({ titleId }) => titleId)]);
  await addExternalIds(db, externalIds);
  await replaceTags(db, factsOf<Tag>(restorings, 'tags'));
  await replaceCredits(db, factsOf<Credit>(restorings, 'credits'));
}

function factsOf<Fact>(restorings: readonly Restoring[], field: 'externalIds' | 'tags' | 'credits') {
  return restorings.flatMap(({ titleId, was }) => (Array.isArray(was[field]) ? [{ titleId, facts: was[field] as readonly Fact[] }] : []));
}

/** The fields of a title that a restoring names, as they are now. */
export function standing(title: WholeTitle, { was }: Restoring): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(title).filter(([field]) => field in was || field === 'version'));
}
