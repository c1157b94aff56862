import { type Block, BlockKind } from '../core/block';
import type { Db } from './database';

const COLUMNS = 'kind, value, reason, actor, at';

/** Everything that is blocked, by kind, the newest first. */
export async function allBlocks(db: Db): Promise<readonly Block[]> {
  return db.query(`select ${COLUMNS} from blocks order by kind desc, at desc, value`);
}

/** One block, locked until the transaction ends; null where there is none. */
export async function blockForUpdate(db: Db, { kind, value }: Pick<Block, 'kind' | 'value'>): Promise<Block | null> {
  const [row] = await db.query<Block[]>(`select ${COLUMNS} from blocks where kind = $1 and value = $2 for update`, [kind, value]);
  return row ?? null;
}

/** Keeps a block in the place of one of the same. */
export async function writeBlock(db: Db, { kind, value, reason, actor, at }: Block): Promise<Block> {
  const [row] = await db.query<Block[]>(
    `insert into blocks (kind, value, reason, actor, at) values ($1, $2, $3, $4, $5)
     on conflict (kind, value) do update set reason = excluded.reason, actor = excluded.actor, at = excluded.at returning ${COLUMNS}`,
    [kind, value, reason, actor, at],
  );
  if (row === undefined) throw new Error('The block was not returned.');
  return row;
}

/** Takes a block back. */
export async function deleteBlock(db: Db, { kind, value }: Pick<Block, 'kind' | 'value'>): Promise<void> {
  await db.query('delete from blocks where kind = $1 and value = $2', [kind, value]);
}

/** How many blocks there are. */
export async function countBlocks(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from blocks');
  return row?.count ?? 0;
}

/** The kinds of which anything is blocked: mostly none, and then no statement needs to look. */
export async function blockedKinds(db: Db): Promise<readonly BlockKind[]> {
  const rows = await db.query<{ kind: BlockKind }[]>('select distinct kind from blocks order by kind');
  return rows.map(({ kind }) => kind);
}

/** Whether a row of `titles` is blocked by each kind, as SQL; a block goes along when its title is merged into another. */
export const IS_BLOCKED: Readonly<Record<BlockKind, string>> = {
  [BlockKind.TITLE]: `titles.id in (with recursive named as (
      select value::bigint as id from blocks where kind = 'TITLE'
      union
      select merged."mergedIntoId" from named join titles merged on merged.id = named.id where merged."mergedIntoId" is not null
    ) select named.id from named)`,
  [BlockKind.GENRE]: `exists (select from unnest(titles.genres) genre join blocks on blocks.kind = 'GENRE' and blocks.value = lower(genre))`,
  [BlockKind.TAG]: `exists (select from title_tags join blocks on blocks.kind = 'TAG' and blocks.value = lower(tag) where "titleId" = titles.id)`,
};

/** The titles that are blocked, of these or of all. */
export async function blockedTitles(db: Db, ids: readonly number[] | null): Promise<ReadonlySet<number>> {
  const kinds = await blockedKinds(db);
  if (kinds.length === 0) return new Set();
  const rows = await db.query<{ id: number }[]>(
    `select id from titles where ($1::bigint[] is null or id = any($1)) and (${kinds.map((kind) => IS_BLOCKED[kind]).join(' or ')})`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** How many listed titles each block keeps out, in the order of the blocks given. */
export async function countsOfBlocks(db: Db, blocks: readonly Block[]): Promise<readonly number[]> {
  const rows = await db.query<{ kind: BlockKind; value: string; count: number }[]>(
    `select 'GENRE' as kind, lower(genre) as value, count(distinct id) as count from titles cross join unnest(genres) genre
       where state = 'LISTED' and kind <> 'EPISODE' and lower(genre) in (select value from blocks where kind = 'GENRE') group by 2
     union all
     select 'TAG', lower(tag), count(distinct id) from title_tags join titles on titles.id = "titleId"
       where state = 'LISTED' and kind <> 'EPISODE' and lower(tag) in (select value from blocks where kind = 'TAG') group by 2`,
  );
  const counts = new Map(rows.map(({ kind, value, count }) => [`${kind} ${value}`, count]));
  return blocks.map(({ kind, value }) => (kind === BlockKind.TITLE ? 1 : (counts.get(`${kind} ${value}`) ?? 0)));
}
