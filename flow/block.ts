import type { Actor } from '../core/audit';
import { type Block, BlockKind, checkReason } from '../core/block';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import type { Notice } from '../core/notice';
import { TitleKind } from '../core/title';
import { writeAudit } from '../store/audit';
import { blockForUpdate, countBlocks, deleteBlock, writeBlock } from '../store/blocks';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { titlesByIds } from '../store/titles';

const MOST_BLOCKS = 1_000;

/**
 * Keeps a title, or all titles of a genre or tag, out of every list, from the commit on and in every process. Throws BAD_INPUT on the field at
 * fault, NOT_FOUND for a title that is not there, and CONFLICT where there are too many.
 */
export async function saveBlock(db: Db, { at, ...block }: Block & { readonly actor: Actor }): Promise<Block> {
  checkReason(block.reason);
  return db.transaction(async (db) => {
    if (block.kind === BlockKind.TITLE) await requireListable(db, Number(block.value));
    const before = await blockForUpdate(db, block);
    if (before === null && (await countBlocks(db)) >= MOST_BLOCKS)
      throw new AppError(ErrorCode.CONFLICT, `There are ${MOST_BLOCKS} blocks already.`, {
        field: 'input.value',
        expected: 'fewer: remove some',
      });
    const after = await writeBlock(db, { ...block, at });
    await writeAudit(db, { actor: block.actor, action: 'block.save', entity: 'block', entityId: nameOf(after), before, after });
    await publish(db, [noticeOf(after)]);
    return after;
  });
}

/** Lets lists hold again what was blocked. Throws NOT_FOUND. */
export async function removeBlock(db: Db, { actor, ...named }: Pick<Block, 'kind' | 'value'> & { readonly actor: Actor }): Promise<void> {
  await db.transaction(async (db) => {
    const before = await blockForUpdate(db, named);
    if (before === null) throw notFound('input.value', 'block');
    await deleteBlock(db, named);
    await writeAudit(db, { actor, action: 'block.remove', entity: 'block', entityId: nameOf(before), before, after: null });
    await publish(db, [noticeOf(before)]);
  });
}

async function requireListable(db: Db, id: number): Promise<void> {
  const [title] = await titlesByIds(db, [id]);
  if (title === undefined) throw notFound('input.value', 'title');
  if (title.kind === TitleKind.EPISODE) throw badInput('input.value', 'An episode stands in no list.', 'its show');
}

/** A genre or tag may be that of many titles, so all are read again. */
function noticeOf({ kind, value }: Pick<Block, 'kind' | 'value'>): Notice {
  return { topic: 'titles', ids: kind === BlockKind.TITLE ? [Number(value)] : null };
}

const nameOf = ({ kind, value }: Pick<Block, 'kind' | 'value'>): string => `${kind}:${value}`;
