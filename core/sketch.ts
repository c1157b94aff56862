/** Registers of a full sketch; the standard error of its count is 1.04 / sqrt(2048) = 2.3 %. */
const REGISTERS = 2_048;
const INDEX_BITS = 11;
const RANK_BITS = 32 - INDEX_BITS;
/** Up to so many members a stored sketch lists their hashes. */
export const MOST_LISTED = 512;
/** Up to so many different hashes several sketches together are listed, and counted exactly; it takes longer than registers do. */
const MOST_TOGETHER = 4_096;
const BYTES_A_HASH = 4;
/** The first byte of a stored sketch. */
const LISTED = 0;
const FULL = 1;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/**
 * How many different things were counted (Flajolet et al. 2007, "HyperLogLog"; small ones are listed, as Heule et al. 2013 do). It
 * holds no ids, and two of them merge into what one would be that had counted both.
 */
export interface Sketch {
  /** Different hashes of what was counted, as long as there are few; null once there are registers. */
  readonly hashes: Uint32Array | null;
  readonly registers: Uint8Array | null;
}

export const EMPTY_SKETCH: Sketch = { hashes: new Uint32Array(), registers: null };

/** The sketch with these ids counted too. */
export function withIds(sketch: Sketch, ids: readonly number[]): Sketch {
  return mergedSketch([sketch, { hashes: Uint32Array.from(ids, hashOf), registers: null }]);
}

/** What one sketch would be that had counted all that these have. */
export function mergedSketch(sketches: readonly Sketch[]): Sketch {
  const listed = sketches.some(({ registers }) => registers !== null) ? null : differentHashes(sketches);
  if (listed !== null) return { hashes: Uint32Array.from(listed), registers: null };
  const registers = new Uint8Array(REGISTERS);
  for (const sketch of sketches) {
    if (sketch.registers === null) for (const hash of sketch.hashes ?? []) note(registers, hash);
    else keepHigher(registers, sketch.registers);
  }
  return { hashes: null, registers };
}

/** Null when there are too many to list. */
function differentHashes(sketches: readonly Sketch[]): ReadonlySet<number> | null {
  const different = new Set<number>();
  for (const { hashes } of sketches) {
    for (const hash of hashes ?? []) different.add(hash);
    if (different.size > MOST_TOGETHER) return null;
  }
  return different;
}

function keepHigher(registers: Uint8Array, others: Uint8Array): void {
  for (let at = 0; at < REGISTERS; at++) {
    const rank = others[at] ?? 0;
    if (rank > (registers[at] ?? 0)) registers[at] = rank;
  }
}

/** How many different things it has seen: exact as long as they are listed, else +-2.3 % (standard error). */
export function countOf({ hashes, registers }: Sketch): number {
  if (registers === null) return hashes?.length ?? 0;
  let sum = 0;
  let zeros = 0;
  for (const rank of registers) {
    sum += 2 ** -rank;
    if (rank === 0) zeros += 1;
  }
  const estimate = (ALPHA * REGISTERS * REGISTERS) / sum;
  // Below 2.5 m counting empty registers is the better estimate (section 4 of the paper).
  const isSmall = estimate <= 2.5 * REGISTERS && zeros > 0;
  return Math.round(isSmall ? REGISTERS * Math.log(REGISTERS / zeros) : estimate);
}

/** As it is stored: one byte of form, then the listed hashes or the registers; at most 2,049 bytes. */
export function writeSketch(sketch: Sketch): Buffer {
  const { hashes, registers } = full(sketch);
  if (registers !== null) return Buffer.concat([Buffer.from([FULL]), registers]);
  const bytes = Buffer.alloc(1 + BYTES_A_HASH * (hashes?.length ?? 0), LISTED);
  let at = 1;
  for (const hash of hashes ?? []) at = bytes.writeUInt32BE(hash, at);
  return bytes;
}

/** Reads what `writeSketch` wrote. Throws on anything else. */
export function readSketch(bytes: Buffer): Sketch {
  const size = bytes.length - 1;
  if (bytes[0] === FULL && size === REGISTERS) return { hashes: null, registers: bytes.subarray(1) };
  if (bytes[0] !== LISTED || size % BYTES_A_HASH !== 0) throw new Error('Expected a sketch of distinct things.');
  const hashes = new Uint32Array(size / BYTES_A_HASH);
  for (let at = 0; at < hashes.length; at++) hashes[at] = bytes.readUInt32BE(1 + at * BYTES_A_HASH);
  return { hashes, registers: null };
}

/** Registers instead of a list that grew too long. */
function full(sketch: Sketch): Sketch {
  if (sketch.hashes === null || sketch.hashes.length <= MOST_LISTED) return sketch;
  return mergedSketch([sketch, { hashes: null, registers: new Uint8Array(REGISTERS) }]);
}

function note(registers: Uint8Array, hash: number): void {
  const index = hash >>> RANK_BITS;
  const rank = Math.clz32((hash << INDEX_BITS) | (1 << (INDEX_BITS - 1))) + 1;
  if (rank > (registers[index] ?? 0)) registers[index] = rank;
}

const TWO_TO_32 = 2 ** 32;

/** 32 bits of an id, well mixed: the finaliser of MurmurHash3 over both halves. */
function hashOf(id: number): number {
  return mix(mix(id >>> 0) ^ (Math.floor(id / TWO_TO_32) + 0x9e37_79b9));
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
