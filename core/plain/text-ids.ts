/** Row numbers by the bytes of an id, without making strings of them: open addressing, at most half full. */
export interface TextIds {
  count: number;
  /** By slot: row + 1 (0: free), hash, and where the bytes stand in `arena`. */
  rows: Int32Array;
  hashes: Int32Array;
  froms: Int32Array;
  lengths: Int32Array;
  arena: Buffer;
  used: number;
}

const FIRST_SLOTS = 2 ** 12;
const FIRST_BYTES = 2 ** 16;

/** No ids yet. */
export function textIds(): TextIds {
  return { count: 0, ...freeSlots(FIRST_SLOTS), arena: Buffer.alloc(FIRST_BYTES), used: 0 };
}

/** The row of an id; where it is met for the first time, the one that `newRow` makes for it. */
export function rowOfBytes(
  ids: TextIds,
  bytes: Buffer,
  place: { readonly from: number; readonly to: number },
  newRow: () => number,
): number {
  const { from, to } = place;
  const hash = hashOf(bytes, from, to);
  const slot = slotOf(ids, bytes, { from, to, hash });
  if (ids.rows[slot] !== 0) return (ids.rows[slot] as number) - 1;
  const row = newRow();
  ids.rows[slot] = row + 1;
  ids.hashes[slot] = hash;
  ids.froms[slot] = ids.used;
  ids.lengths[slot] = to - from;
  keepBytes(ids, bytes.subarray(from, to));
  if (2 * ++ids.count > ids.rows.length) widen(ids);
  return row;
}

// FNV-1a, 32 bits, with the high bits folded into the low ones, which choose the slot.
function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

function slotOf(
  ids: TextIds,
  bytes: Buffer,
  { from, to, hash }: { readonly from: number; readonly to: number; readonly hash: number },
): number {
  const last = ids.rows.length - 1;
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    if (ids.rows[slot] === 0) return slot;
    if (ids.hashes[slot] === hash && ids.lengths[slot] === to - from && isKept(ids, ids.froms[slot] as number, bytes, from, to))
      return slot;
  }
}

function isKept({ arena }: TextIds, start: number, bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (arena[start + at - from] !== bytes[at]) return false;
  return true;
}

function keepBytes(ids: TextIds, bytes: Buffer): void {
  if (ids.used + bytes.length > ids.arena.length) {
    const wider = Buffer.alloc(Math.max(2 * ids.arena.length, ids.used + bytes.length));
    ids.arena.copy(wider, 0, 0, ids.used);
    ids.arena = wider;
  }
  bytes.copy(ids.arena, ids.used);
  ids.used += bytes.length;
}

function freeSlots(slots: number): Pick<TextIds, 'rows' | 'hashes' | 'froms' | 'lengths'> {
  return { rows: new Int32Array(slots), hashes: new Int32Array(slots), froms: new Int32Array(slots), lengths: new Int32Array(slots) };
}

function widen(ids: TextIds): void {
  const old = { rows: ids.rows, hashes: ids.hashes, froms: ids.froms, lengths: ids.lengths };
  Object.assign(ids, freeSlots(2 * old.rows.length));
  const last = ids.rows.length - 1;
  for (let from = 0; from < old.rows.length; from++) {
    if (old.rows[from] === 0) continue;
    let slot = (old.hashes[from] as number) & last;
    while (ids.rows[slot] !== 0) slot = (slot + 1) & last;
    ids.rows[slot] = old.rows[from] as number;
    ids.hashes[slot] = old.hashes[from] as number;
    ids.froms[slot] = old.froms[from] as number;
    ids.lengths[slot] = old.lengths[from] as number;
  }
}
