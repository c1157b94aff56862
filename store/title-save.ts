import { searchName } from '../core/search';
import { type Title, TitleState } from '../core/title';
import type { TitleFields } from '../core/title-input';
import type { Db } from './database';
import { TITLE_COLUMNS } from './titles';

/** These titles, locked until the transaction ends, in the order of their ids; those that there are. */
export async function lockTitles(db: Db, ids: readonly number[]): Promise<readonly Title[]> {
  return db.query(`select ${TITLE_COLUMNS} from titles where id = any($1::bigint[]) order by id for update`, [ids]);
}

/** The columns that a save writes. */
export const TITLE_FIELDS = [
  'kind',
  'name',
  'year',
  'description',
  'genres',
  'category',
  'certificate',
  'seconds',
  'pages',
  'parentId',
  'season',
  'number',
  'availability',
  'attributes',
  'posterSource',
  'mediaUrl',
  'state',
] as const satisfies readonly (keyof TitleFields)[];
const COLUMNS = [...TITLE_FIELDS, 'searchName'].map((field) => `"${field}"`).join(', ');
const PLACES = [...TITLE_FIELDS, 'searchName'].map((_, index) => `$${index + 2}`).join(', ');

const valuesOf = (title: TitleFields): readonly unknown[] =>
  TITLE_FIELDS.map((field) => (field === 'availability' || field === 'attributes' ? JSON.stringify(title[field]) : title[field])).concat(
    searchName(title.name),
  );

/** Makes a title. */
export async function insertTitle(db: Db, title: TitleFields, now: Date): Promise<Title> {
  const [row] = await db.query(
    `insert into titles (${COLUMNS}, "createdAt", "updatedAt") values (${PLACES}, $1, $1) returning ${TITLE_COLUMNS}`,
    [now, ...valuesOf(title)],
  );
  return row;
}

/** Puts a title in the place of the one that is locked, a version up. */
export async function updateTitle(db: Db, { id, title, now }: { id: number; title: TitleFields; now: Date }): Promise<Title> {
  const values = valuesOf(title);
  const [[row]]: [[Title], number] = await db.query(
    `update titles set (${COLUMNS}, "updatedAt", version) = row(${PLACES}, $1, version + 1)
     where id = $${values.length + 2} returning ${TITLE_COLUMNS}`,
    [now, ...values, id],
  );
  return row;
}

/** Takes these titles out of lists and searches. */
export async function markRemoved(db: Db, ids: readonly number[], now: Date): Promise<void> {
  await db.query(
    `update titles set state = '${TitleState.REMOVED}', "updatedAt" = $2, version = version + 1 where id = any($1::bigint[])`,
    [ids, now],
  );
}
