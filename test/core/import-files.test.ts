import fc from 'fast-check';
import { dialectOf } from '../../core/csv-dialect';
import { csvReader } from '../../core/csv-reader';
import { csvText } from '../../core/csv-text';
import { jsonLinesReader } from '../../core/json-lines';
import { encodingBySight, textReader, utf8Check } from '../../core/text-encoding';
import { rowsOf } from '../support/file-rows';

const csv = (text: string, piece?: number) => rowsOf(csvReader(dialectOf(text)), text, piece);

describe('a CSV', () => {
  it('is read whatever delimits it, quotes it, ends its lines and encodes it', () => {
    const cells = [
      ['id', 'name'],
      ['1', 'A, "b"; c'],
      ['2', 'Two\nlines'],
    ];
    for (const delimiter of [',', ';', '\t', '|'])
      for (const newline of ['\n', '\r\n']) {
        const text = cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join(newline);
        expect(csv(text).map(({ cells }) => cells)).toEqual(cells.slice(1));
      }
    expect(csv("id;name\r1;'it''s; so'\r2;b\r").map(({ cells }) => cells)).toEqual([
      ['1', "it's; so"],
      ['2', 'b'],
    ]);
    expect(csv('sep=;\nid;name\n1;x\n').map(({ cells, line }) => [line, ...cells])).toEqual([[3, '1', 'x']]);
  });

  it('is read the same however it is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ' ', '\n', '🎬', '='), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (rows, piece) => {
        const text = `id,name\n${csvText(rows.map(([a, b], index) => [`k${index}${a}`, b]))}`;
        const dialect = { delimiter: ',', quote: '"', newline: '\n', header: true } as const;
        expect(rowsOf(csvReader(dialect), text, piece)).toEqual(rowsOf(csvReader(dialect), text, text.length));
      }),
    );
  });

  it('tells a row that cannot be read, and reads those behind it', () => {
    const lines = ['id,name', '1,"open', '2,b', '3,c,too,many', '4,d'];
    const rows = csv(lines.join('\n'));
    expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
      [2, 'A quote in this row is not closed.'],
      [3, null],
      [4, 'This row has more cells than the 2 columns of the file.'],
      [5, null],
    ]);
  });

  it('outlives lines of ten million characters, quotes that never close and a thousand times a thousand columns', () => {
    const long = 'x'.repeat(10_000_000);
    const text = `id,name\n1,${long}\n2,b\n3,"${'\n4,c'.repeat(300_000)}\n5,d\n${','.repeat(20_000)}z\n6,e\n`;
    const rows = rowsOf(csvReader({ delimiter: ',', quote: '"', newline: '\n', header: true }), text, 100_000);
    expect(rows[0]).toMatchObject({ line: 2, fault: expect.stringContaining('1,000,000 characters') });
    expect(rows[0]?.cells[0]?.length).toBe(1_000);
    expect(rows[1]).toMatchObject({ line: 3, cells: ['2', 'b'], fault: null });
    expect(rows[2]).toMatchObject({ line: 4, fault: expect.stringContaining('quote') });
    expect(rows.filter(({ cells, fault }) => fault === null && cells[0] === '4')).toHaveLength(300_000);
    expect(rows.at(-2)?.fault).toContain('1,000 cells');
    expect(rows.at(-1)?.cells).toEqual(['6', 'e']);
    expect(csv(`${'a,'.repeat(5_000)}b\n1,2\n`).every(({ fault }) => fault !== null)).toBe(true);
  });

  it('never throws, and gives every line of text a place', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '1', '"', "'", ',', ';', '\n', '\r', '\t', '\0', '{', '}', '[', ':', '\ud800', '🎬'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (text, piece) => {
        const rows = [...csv(text, piece), ...rowsOf(jsonLinesReader(), text, piece)];
        for (const { line, cells } of rows) expect(line >= 1 && cells.length >= 1).toBe(true);
      }),
    );
  });
});

describe('JSON Lines', () => {
  it('are read as columns that become known one by one, lists and things with names included', () => {
    const reader = jsonLinesReader();
    const text =
      '{"id":1,"name":"Up","genres":["A|b","C"]}\nno\n[1]\n{"id":2,"cast":[{"name":"X"}],"tags":[{"tag":"t","relevance":0.5}]}\n';
    const rows = rowsOf(reader, text, 5);
    expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, expect.any(String)],
      [3, expect.any(String)],
      [4, null],
    ]);
    expect(reader.columns).toEqual(['id', 'name', 'genres', 'cast', 'tags']);
    expect(rows[0]?.cells).toEqual(['1', 'Up', ['A|b', 'C']]);
    expect(rows[3]?.cells).toEqual(['2', '', '', ['X'], ['t:0.5']]);
  });
});

describe('the encoding of a file', () => {
  it('is found by its mark, by its zeros, and by what UTF-8 cannot be', () => {
    const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
    expect(encodingBySight(bytes('\ufeffid', 'utf16le'))).toBe('utf-16le');
    expect(encodingBySight(bytes('id,name,year', 'utf16le'))).toBe('utf-16le');
    expect(encodingBySight(bytes('id,name,year', 'utf16le').swap16())).toBe('utf-16be');
    expect(encodingBySight(bytes('id,naïve', 'utf8'))).toBeNull();
    const check = utf8Check();
    const cut = bytes('naïve', 'utf8');
    expect([check.fits(cut.subarray(0, 3)), check.fits(cut.subarray(3)), check.fitsAtEnd()]).toEqual([true, true, true]);
    expect(utf8Check().fits(bytes('naïve', 'latin1'))).toBe(false);
    const reader = textReader('windows-1252');
    expect(reader.push(bytes('na\u00efve\0', 'latin1')) + reader.end()).toBe('naïve');
  });
});
