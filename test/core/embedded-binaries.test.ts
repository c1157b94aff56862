import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries, makeWhole } from '../../store/embedded/binaries';

const homes: string[] = [];
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** A package as npm leaves it when it runs no install scripts: no links, nothing executable. */
function aPackage(): string {
  const home = mkdtempSync(join(tmpdir(), 'kinograph-package-'));
  homes.push(home);
  for (const folder of ['native/bin', 'native/lib']) mkdirSync(join(home, folder), { recursive: true });
  for (const program of ['initdb', 'postgres', 'pg_ctl']) writeFileSync(join(home, 'native/bin', program), '', { mode: 0o644 });
  writeFileSync(join(home, 'native/lib/libicuuc.so.60.2'), 'library');
  const link = { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' };
  writeFileSync(join(home, 'native/pg-symlinks.json'), JSON.stringify([link]));
  return home;
}

describe('the PostgreSQL that npm installed', () => {
  it('is made whole where install scripts were blocked, and stays so', () => {
    const home = aPackage();
    makeWhole(home);
    makeWhole(home);
    expect(readlinkSync(join(home, 'native/lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2');
    expect(readFileSync(join(home, 'native/lib/libicuuc.so.60'), 'utf8')).toBe('library');
    expect(statSync(join(home, 'native/bin/postgres')).mode & 0o111).toBe(0o111);
  });

  it('is asked for again where it is beyond repair', () => {
    const home = aPackage();
    rmSync(join(home, 'native/bin/initdb'));
    expect(() => makeWhole(home)).toThrow('Run "npm ci" again');
  });

  it('is found on this machine', () => {
    expect(statSync(findBinaries().postgres).isFile()).toBe(true);
  });

  it('is missed in one sentence on a platform that has none', () => {
    const real = process.arch;
    Object.defineProperty(process, 'arch', { value: 'mips' });
    try {
      expect(() => findBinaries()).toThrow(/There is no PostgreSQL from npm for \w+-mips here.*Set DATABASE_URL/);
    } finally {
      Object.defineProperty(process, 'arch', { value: real });
    }
  });
});
