import fc from 'fast-check';
import { DateOrder, dateOrderOf, dayOf } from '../../core/history/day';
import { keysToFind, type Named, placeOf, prefixesOf, RowFate } from '../../core/history/place';
import { historyText } from '../../core/history/text';
import { searchName } from '../../core/search';
import { TitleKind } from '../../core/title';
import { readHistory } from '../support/history-file';

const NOW = new Date('2026-01-31T12:00:00Z');
const named: ReadonlyMap<string, readonly Named[]> = new Map(
  ['Heat', 'Dark', 'It'].map((name, id) => [
    searchName(name),
    [{ id, key: searchName(name), kind: id === 1 ? TitleKind.SHOW : TitleKind.MOVIE, year: 2000 + id }],
  ]),
);

/** What becomes of the rows of a file, counted. */
function counted(bytes: Uint8Array) {
  const { rows } = readHistory(historyText(bytes));
  const order = dateOrderOf(
    rows.map(({ date }) => date),
    NOW,
  );
  const prefixes = prefixesOf(rows.map(({ text }) => text));
  const counts = { placed: 0, asked: 0, unknown: 0, dropped: 0 };
  for (const { text, date, dropped } of rows) {
    const isRead = dropped === null && text !== '' && dayOf(date, order ?? DateOrder.DAY_FIRST, NOW) !== null;
    const fate = isRead ? placeOf(text, { named, prefixes }).fate : RowFate.DROPPED;
    if (fate === RowFate.SURE) counts.placed += 1;
    else if (fate === RowFate.ASK) counts.asked += 1;
    else if (fate === RowFate.UNKNOWN) counts.unknown += 1;
    else counts.dropped += 1;
  }
  return { rows, counts, total: counts.placed + counts.asked + counts.unknown + counts.dropped };
}

const cell = fc.oneof(
  fc.constantFrom(
    'Heat',
    'Dark: Season 1: Secrets',
    'It',
    '',
    ' : Episode 1',
    '"',
    '=1+1',
    '<b>Heat</b>',
    '1/2/24',
    '31/12/2023',
    '2024-02-30',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const glue = fc.constantFrom(',', ';', '\t', '\n', '\r\n', '\r', '"', '""', ' ');
const soup = fc.array(fc.oneof(cell, glue), { maxLength: 80 }).map((parts) => Buffer.from(parts.join('')));

describe('a hostile history', () => {
  it('never fails, and each of its rows has one fate, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), soup), (bytes) => {
        const { rows, total } = counted(bytes);
        expect(total).toBe(rows.length);
        expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
        for (const { text } of rows) expect(text).not.toContain('\u0000');
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every row of a good file, however its titles are written', () => {
    const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => /[\p{L}\p{N}]/u.test(text));
    fc.assert(
      fc.property(fc.array(title, { minLength: 2, maxLength: 20 }), (titles) => {
        const file = ['Title,Date', ...titles.map((text) => `"${text.replaceAll('"', '""')}","19/06/2024"`)].join('\n');
        expect(counted(Buffer.from(file)).rows).toHaveLength(titles.length);
      }),
      { numRuns: 200 },
    );
  });

  it('may be one line without an end, which is one row or none and takes no more than a part of it', () => {
    for (const line of ['a'.repeat(20_000_000), `"${'b: '.repeat(5_000_000)}`, ','.repeat(10_000_000), '"'.repeat(5_000_000)]) {
      const { rows, total } = counted(Buffer.from(`Title,Date\n"Heat","1/13/24"\n${line}`));
      expect(total).toBe(rows.length);
      expect(rows.length).toBeLessThan(4);
      for (const { text, date } of rows) expect(text.length + date.length).toBeLessThan(3_000);
    }
  });

  it('with formulas and HTML is text like any other', () => {
    const file = [
      'Title,Date',
      `"=HYPERLINK(""http://x"",""y"")","1/13/24"`,
      '"<script>alert(1)</script>","1/13/24"',
      '"@SUM(A1)","1/13/24"',
    ];
    expect(counted(Buffer.from(file.join('\n'))).rows.map(({ text }) => text)).toEqual([
      '=HYPERLINK("http://x","y")',
      '<script>alert(1)</script>',
      '@SUM(A1)',
    ]);
  });

  it('with a title of ten thousand colons has few readings', () => {
    expect(keysToFind('a: '.repeat(10_000)).length).toBeLessThan(200);
  });
});
