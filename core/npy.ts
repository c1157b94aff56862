const MAGIC = Buffer.from('\u0093NUMPY\u0001\u0000', 'latin1');
const HEADER = /^\{'descr': '<f4', 'fortran_order': False, 'shape': \((\d+), ?(\d+)\), ?\}\s*$/;
const ALIGNED = 64;

/** A matrix of float32, row-major. */
export interface FloatMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** The beginning of a numpy file (format 1.0) of little-endian float32; the values follow as they are. */
export function npyHeader({ rows, columns }: Omit<FloatMatrix, 'values'>): Buffer {
  const words = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  // What comes before the values is a multiple of 64 bytes, ended by a line break, so that they can be mapped into memory.
  const length = Math.ceil((MAGIC.length + 2 + words.length + 1) / ALIGNED) * ALIGNED - MAGIC.length - 2;
  const size = Buffer.alloc(2);
  size.writeUInt16LE(length);
  return Buffer.concat([MAGIC, size, Buffer.from(`${words.padEnd(length - 1)}\n`, 'latin1')]);
}

/** Reads what `npyHeader` begins; null where the bytes are something else, or too few or many. */
export function readNpy(bytes: Buffer): FloatMatrix | null {
  if (bytes.length < MAGIC.length + 2 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const from = MAGIC.length + 2 + bytes.readUInt16LE(MAGIC.length);
  const [, rows, columns] = (HEADER.exec(bytes.toString('latin1', MAGIC.length + 2, from)) ?? []).map(Number);
  if (rows === undefined || columns === undefined || bytes.length - from !== 4 * rows * columns) return null;
  // Copied: the values need not be aligned in a buffer of somebody else's.
  const values = new Float32Array(rows * columns);
  bytes.copy(Buffer.from(values.buffer), 0, from);
  return { rows, columns, values };
}
