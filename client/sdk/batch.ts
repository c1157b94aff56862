/** Browsers hold back 64 KB for all beacons on their way; a little of it is the headers'. */
const MOST_BYTES = 60_000;
const MOST_EVENTS = 100;

const encoder = new TextEncoder();

/** Parts of `items` that, with `envelope` around them, stay under 60,000 bytes of UTF-8 and have at most 100 items each. */
export function batchesOf<Item>(
  items: readonly Item[],
  { envelope, textOf }: { envelope: string; textOf: (item: Item) => string },
): Item[][] {
  const batches: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = bytesOf(textOf(item)) + 1;
    const last = batches.at(-1);
    room -= bytes;
    if (last && room > 0 && last.length < MOST_EVENTS) last.push(item);
    else {
      batches.push([item]);
      room = MOST_BYTES - bytesOf(envelope) - bytes;
    }
  }
  return batches;
}

const bytesOf = (text: string): number => encoder.encode(text).length;
