import { searchName } from '../core/search';
import type { Credit, ExternalId, Tag } from '../core/title';
import { replaceAliases } from './aliases';
import type { Db } from './database';
import { addExternalIds, replaceCredits, replaceTags } from './title-facts';
import { TITLE_FIELDS } from './title-save';
import type { WholeTitle } from './title-whole';

/** What a title is to be: the fields that are named, the others stay. */
export interface FieldsOfTitle {
  readonly titleId: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

const COLUMNS = [...TITLE_FIELDS.filter((field) => field !== 'kind'), 'searchName'].map((field) => `"${field}"`).join(', ');

/** Gives locked titles these fields, already checked, a version up: a fixed number of statements, however many titles. */
export async function writeFields(db: Db, of: readonly FieldsOfTitle[], now: Date): Promise<void> {
  if (of.length === 0) return;
  const rows = of.map(({ titleId, fields }) => ({
    id: titleId,
    fields: typeof fields.name === 'string' ? { ...fields, searchName: searchName(fields.name) } : fields,
  }));
  // A record keeps what the JSON does not name.
  await db.query(
    `update titles set (${COLUMNS}, version, "updatedAt") =
       (select ${COLUMNS}, titles.version + 1, $2::timestamptz from jsonb_populate_record(titles, given.fields))
     from jsonb_to_recordset($1::jsonb) as given(id bigint, fields jsonb) where titles.id = given.id`,
    [JSON.stringify(rows), now],
  );
  const externalIds = factsOf<ExternalId>(of, 'externalIds');
  await db.query('delete from external_ids where "titleId" = any($1::bigint[])', [externalIds.map(({ titleId }) => titleId)]);
  await addExternalIds(db, externalIds);
  await replaceTags(db, factsOf<Tag>(of, 'tags'));
  await replaceAliases(db, factsOf<string>(of, 'aliases'));
  await replaceCredits(db, factsOf<Credit>(of, 'credits'));
}

function factsOf<Fact>(of: readonly FieldsOfTitle[], field: 'externalIds' | 'tags' | 'aliases' | 'credits') {
  return of.flatMap(({ titleId, fields }) => (Array.isArray(fields[field]) ? [{ titleId, facts: fields[field] as readonly Fact[] }] : []));
}

/** The same fields of a title as they are now, and its version: what an audit keeps as `before`. */
export function fieldsNow(title: WholeTitle, { fields }: FieldsOfTitle): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(title).filter(([field]) => field in fields || field === 'version'));
}
