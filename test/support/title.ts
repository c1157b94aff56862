import { searchName } from '../../core/search';
import { type ExternalId, type Title, TitleKind } from '../../core/title';
import type { Db } from '../../store/database';

/** A film called "Film", or whatever is said of it, straight into the catalogue. Answers its id. */
export async function aTitle(db: Db, given: Partial<Title> & { readonly externalIds?: readonly ExternalId[] } = {}): Promise<number> {
  const { externalIds = [], ...facts } = given;
  const row = { kind: TitleKind.MOVIE, name: 'Film', ...facts };
  const columns = { ...row, searchName: searchName(row.name) };
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const values = Object.entries(columns).map(([name, value]) =>
    ['availability', 'attributes'].includes(name) ? JSON.stringify(value) : value,
  );
  const [title] = await db.query(
    `insert into titles (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
    values,
  );
  await db.query(
    `insert into external_ids (source, value, "titleId") select source, value, $3 from unnest($1::text[], $2::text[]) ids(source, value)`,
    [externalIds.map(({ source }) => source), externalIds.map(({ value }) => value), title.id],
  );
  return title.id;
}
