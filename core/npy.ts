const MAGIC = Buffer.from('\u0093NUMPY\u0001\u0000', 'latin1');
const FLOAT_MATRIX = /^\{'descr': '<f4', 'fortran_order': False, 'shape': \((\d+), (\d+)\), \}\s*$/;
const ALIGNED = 64;

/** A matrix of float32, row-major. */
export interface FloatMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** A matrix as a numpy file (format 1.0), in two parts. */
export function npyOfMatrix({ rows, columns, values }: FloatMatrix): readonly Buffer[] {
  return [header('<f4', `${rows}, ${columns}`), Buffer.from(values.buffer, values.byteOffset, values.byteLength)];
}

/** Whole numbers as a numpy file of int64. */
export function npyOfIds(ids: readonly number[]): readonly Buffer[] {
  const values = BigInt64Array.from(ids, BigInt);
  return [header('<i8', `${ids.length},`), Buffer.from(values.buffer)];
}

/** Reads what `npyOfMatrix` wrote; null where the bytes are something else, or too few or many. */
export function readNpy(bytes: Buffer): FloatMatrix | null {
  if (bytes.length < MAGIC.length + 2 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const from = MAGIC.length + 2 + bytes.readUInt16LE(MAGIC.length);
  const [, rows, columns] = (FLOAT_MATRIX.exec(bytes.toString('latin1', MAGIC.length + 2, from)) ?? []).map(Number);
  if (rows === undefined || columns === undefined || bytes.length - from !== 4 * rows * columns) return null;
  // Copied: the values need not be aligned in a buffer of somebody else's.
  const values = new Float32Array(rows * columns);
  bytes.copy(Buffer.from(values.buffer), 0, from);
  return { rows, columns, values };
}

/** Ended by a line break at a multiple of 64 bytes, so that the values can be mapped into memory. */
function header(type: string, shape: string): Buffer {
  const words = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape}), }`;
  const length = Math.ceil((MAGIC.length + 2 + words.length + 1) / ALIGNED) * ALIGNED - MAGIC.length - 2;
  const size = Buffer.alloc(2);
  size.writeUInt16LE(length);
  return Buffer.concat([MAGIC, size, Buffer.from(`${words.padEnd(length - 1)}\n`, 'latin1')]);
}
