/** Browsers hold back 64 KB for all beacons on their way; a little of it is the headers'. */
const MOST_BYTES = 60_000;
const MOST_ITEMS = 100;

/** Parts of `items` whose JSON, with `envelope` around it, stays under 60,000 bytes of UTF-8, and of at most 100 items each. */
export function batchesOf<Item>(items: readonly Item[], envelope: string): readonly Item[][] {
  const batches: Item[][] = [];
  let batch: Item[] = [];
  let room = 0;
  for (const item of items) {
    const bytes = bytesOf(JSON.stringify(item)) + 1;
    room -= bytes;
    if (room <= 0 || batch.length >= MOST_ITEMS) {
      batch = [];
      batches.push(batch);
      room = MOST_BYTES - bytesOf(envelope) - bytes;
    }
    batch.push(item);
  }
  return batches;
}

const bytesOf = (text: string): number => new Blob([text]).size;
