import type { BlocksQuery } from '../generated/blocks';

export type Block = BlocksQuery['blocks'][number];

export const KINDS: Readonly<Record<Block['kind'], string>> = { TITLE: 'Title', GENRE: 'Genre', TAG: 'Tag' };

/** What a block keeps out, by its name. */
export function blockName({ kind, value, title }: Pick<Block, 'kind' | 'value' | 'title'>): string {
  if (kind === 'TITLE') return title?.name ?? `title ${value}`;
  return `the ${kind.toLowerCase()} ${value}`;
}
