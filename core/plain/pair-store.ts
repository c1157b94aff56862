/** Pairs as they were read, in their order, in blocks of a fixed size: nothing is copied while they grow. */
export interface PairStore {
  readonly blocks: PairBlock[];
  /** Pairs in the last block; the others are full. */
  used: number;
}

/** One block; parallel arrays. */
export interface PairBlock {
  readonly user: Int32Array;
  readonly item: Int32Array;
  readonly weight: Float32Array;
  /** Seconds since 1970, or NO_TIME. */
  readonly time: Int32Array;
}

/** A pair without a timestamp: before any that has one. */
export const NO_TIME = -(2 ** 31);

export const BLOCK_PAIRS = 2 ** 20;

/** A store of nothing. */
export function pairStore(): PairStore {
  return { blocks: [], used: BLOCK_PAIRS };
}

/** Opens another block and returns it; the last one must be full. */
export function nextBlock(store: PairStore): PairBlock {
  const block = {
    user: new Int32Array(BLOCK_PAIRS),
    item: new Int32Array(BLOCK_PAIRS),
    weight: new Float32Array(BLOCK_PAIRS),
    time: new Int32Array(BLOCK_PAIRS),
  };
  store.blocks.push(block);
  store.used = 0;
  return block;
}

/** Adds one pair. */
export function addPair(store: PairStore, user: number, item: number, weight: number, time: number): void {
  const block = store.used === BLOCK_PAIRS ? nextBlock(store) : (store.blocks[store.blocks.length - 1] as PairBlock);
  const at = store.used++;
  block.user[at] = user;
  block.item[at] = item;
  block.weight[at] = weight;
  block.time[at] = time;
}

/** How many pairs there are. */
export function pairCount({ blocks, used }: PairStore): number {
  return blocks.length === 0 ? 0 : (blocks.length - 1) * BLOCK_PAIRS + used;
}

/** Each block with how many pairs of it are filled. */
export function* filledBlocks({ blocks, used }: PairStore): Generator<readonly [PairBlock, number]> {
  for (const [index, block] of blocks.entries()) yield [block, index === blocks.length - 1 ? used : BLOCK_PAIRS];
}
