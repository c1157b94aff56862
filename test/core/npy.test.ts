import { npyOfIds, npyOfMatrix, readNpy } from '../../core/npy';

const MATRIX = { rows: 2, columns: 3, values: Float32Array.of(1, -2, 3.5, 0, 1e-9, 7) };

describe('a numpy file', () => {
  it('begins as format 1.0 does, its values at a multiple of 64 bytes', () => {
    const [header = Buffer.alloc(0)] = npyOfMatrix(MATRIX);
    expect(header.subarray(0, 8).toString('hex')).toBe('934e554d50590100');
    expect(header.length % 64).toBe(0);
    expect(header.readUInt16LE(8)).toBe(header.length - 10);
    expect(header.subarray(10).toString('latin1')).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/);
  });

  it('is read back as it was', () => {
    expect(readNpy(Buffer.concat(npyOfMatrix(MATRIX)))).toEqual(MATRIX);
    const wide = { rows: 1_000_000, columns: 0, values: new Float32Array(0) };
    expect(readNpy(Buffer.concat(npyOfMatrix(wide)))).toEqual(wide);
  });

  it('is none where it is cut off, too long or of other values', () => {
    const whole = Buffer.concat(npyOfMatrix(MATRIX));
    for (const bytes of [
      whole.subarray(0, -1),
      whole.subarray(0, 5),
      Buffer.concat([whole, Buffer.alloc(4)]),
      Buffer.from('once upon a time'),
    ])
      expect(readNpy(bytes)).toBeNull();
    expect(readNpy(Buffer.concat(npyOfIds([1, 2])))).toBeNull();
  });

  it('holds ids as whole numbers of 64 bits', () => {
    const [header, values] = npyOfIds([1, 2 ** 40, -3]);
    expect(header?.toString('latin1')).toContain("'<i8'");
    expect(header?.toString('latin1')).toContain('(3,)');
    expect([0, 8, 16].map((at) => values?.readBigInt64LE(at))).toEqual([1n, 2n ** 40n, -3n]);
  });
});
