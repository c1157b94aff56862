import fc from 'fast-check';
import { readPlain } from '../support/plain';

const PAIRS = ['ann heat 4.5 1000000000', 'ann alien 1 1000000001', 'bob heat 3 1000000002'];

const written = (separator: string, { header = '', end = '\n' } = {}) =>
  header + PAIRS.map((pair) => pair.split(' ').join(separator) + end).join('');

describe('plain files of pairs', () => {
  it.each([
    ['commas', written(',')],
    ['tabs', written('\t')],
    ['two colons', written('::')],
    ['a header', written(',', { header: 'userId,movieId,rating,timestamp\n' })],
    ['a header with tabs', written('\t', { header: 'user\titem\tweight\ttimestamp\n' })],
    ['a header in quotes', written(',', { header: '"user_id","item_id","rating","timestamp"\r\n' })],
    ['line breaks of Windows', written(',', { end: '\r\n' })],
    ['a byte order mark', `\uFEFF${written(',')}`],
    ['a byte order mark before a header', `\uFEFF${written(',', { header: 'user,item,weight,timestamp\n' })}`],
    ['empty lines', `\n\n${written(',', { end: '\n\n  \n' })}`],
    ['blanks around fields', written(' , ')],
    ['quotes', PAIRS.map((pair) => `"${pair.split(' ').join('","')}"\n`).join('')],
    ['no line break at the end', written(',').trimEnd()],
  ])('are read with %s', (_what, text) => {
    const read = readPlain(text);
    expect(read.entries).toEqual(PAIRS);
    expect(read.tally).toEqual({ lines: 3, malformed: 0, first: [] });
    expect(read.timed).toBe(true);
  });

  it('weigh 1 where no weight is told, and have no time where none is told', () => {
    expect(readPlain('1,10\n2,20\n').entries).toEqual(['1 10 1 0', '2 20 1 0']);
    expect(readPlain('1,10,\n2,20,\n').entries).toEqual(['1 10 1 0', '2 20 1 0']);
    expect(readPlain('1,10,,\n2,20,2,\n')).toMatchObject({ entries: ['1 10 1 0', '2 20 2 0'], timed: false });
  });

  it('tell numbers as ids from a header that names nothing we know', () => {
    expect(readPlain('a,b\n1,2\n3,4\n')).toMatchObject({ entries: ['1 2 1 0', '3 4 1 0'], dialect: { header: true } });
    const long = `a,b\n${'1,2\n'.repeat(200)}5\n${'1,2\n'.repeat(40_000)}`;
    expect(readPlain(long)).toMatchObject({ entries: ['1 2 1 0'], dialect: { header: true }, tally: { malformed: 1 } });
    expect(readPlain('a,b\nc,d\n')).toMatchObject({ entries: ['a b 1 0', 'c d 1 0'], dialect: { header: false } });
  });

  it('keep ids as they are written, whatever they are', () => {
    const ids = [
      '7',
      '07',
      '0',
      '999999999',
      '1000000000',
      '76561198000000000',
      '-1',
      '1.0',
      'Zoë',
      '電影',
      '🎬',
      "O'Neil",
      'a b',
      'a"b',
      '1e3',
    ];
    const read = readPlain(ids.map((id) => `${id},x\n`).join(''));
    expect(read.users).toEqual(ids);
    expect(readPlain(`"a,b","say ""hi"""\n"c","5"\nd,5\n`)).toMatchObject({ users: ['a,b', 'c', 'd'], items: ['say "hi"', '5'] });
  });

  it.each([
    ['a comma beside tabs', 'a,b\tc,d\ne,f\tg,h\n', ['a,b', 'e,f']],
    ['two colons beside commas', 'app::1,imdb::2\napp::2,imdb::3\n', ['app::1', 'app::2']],
    ['blanks beside commas', 'ann lee,the heat\nbob ray,the alien\n', ['ann lee', 'bob ray']],
  ])('may hold %s within ids', (_what, text, users) => {
    expect(readPlain(text).users).toEqual(users);
  });

  it.each([
    ['3.5', 3.5],
    ['5.', 5],
    ['.5', 0.5],
    ['+2', 2],
    ['1e2', 100],
    ['007', 7],
    ['0.1', Math.fround(0.1)],
    ['123456789.25', Math.fround(123456789.25)],
    ['1234567890123', Math.fround(1234567890123)],
  ])('take %s as a weight', (text, weight) => {
    expect(readPlain(`1,10,${text}\n2,20,1\n`).entries[0]).toBe(`1 10 ${weight} 0`);
  });

  it.each([
    ['964982703', 964982703],
    ['1964982703', 1964982703],
    ['1000000000.9', 1000000000],
    ['1500000000123', 1500000000],
    ['1500000000123456', 1500000000],
    ['-5', -5],
    ['2001-09-09', 999993600],
    ['2001-09-09 01:46:40', 1000000000],
    ['2001-09-09T01:46:40Z', 1000000000],
    ['2001-09-09T03:46:40.5+02:00', 1000000000],
  ])('take %s as a time', (text, time) => {
    expect(readPlain(`1,10,1,${text}\n2,20,1,1\n`).entries[0]).toBe(`1 10 1 ${time}`);
  });

  it('are the same whatever parts they come in', () => {
    const id = fc.oneof(fc.nat().map(String), fc.string({ minLength: 1, unit: 'grapheme' }));
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const usable = id.filter((text) => /\S/.test(text) && !/[\r\n]/.test(text));
    const row = fc.tuple(usable, usable, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (rows, step) => {
        const text = rows.map(([user, item, weight, time]) => `${cell(user)},${cell(item)},${weight},${time}\n`).join('');
        const hint = { separator: 44, shape: 'pairs' } as const;
        const whole = readPlain(text, { hint });
        expect(readPlain(text, { step, hint })).toEqual(whole);
        expect(whole.tally.malformed).toBe(0);
        expect(new Set(whole.users)).toEqual(new Set(rows.map(([user]) => user)));
      }),
    );
  });

  it('are read the quick way and line by line alike', () => {
    const number = fc.oneof(fc.nat(), fc.nat(20));
    const row = fc.tuple(number, number, fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const text = rows.map(([user, item, weight, time]) => `${user},${item},${weight.toFixed(3)},${time}\n`).join('');
        // A blank before a line ends the quick way for it.
        expect(readPlain(text.replaceAll(/^/gm, ' ')).entries).toEqual(readPlain(text).entries);
      }),
    );
  });
});

describe('pairs that were said before', () => {
  it('are counted, and the last one by time counts', () => {
    expect(readPlain('1,10,5,2000\n1,10,3,3000\n1,10,1,1000\n2,10,1,1\n')).toMatchObject({
      duplicates: 2,
      entries: ['1 10 3 3000', '2 10 1 1'],
    });
  });

  it('are told apart by their place where their times are equal or none', () => {
    expect(readPlain('1,10,5\n1,20,1\n1,10,3\n')).toMatchObject({ duplicates: 1, entries: ['1 10 3 0', '1 20 1 0'] });
    expect(readPlain('1,10,5,7\n1,10,3,7\n').entries).toEqual(['1 10 3 7']);
  });

  it('say nothing any more when the last one weighs 0', () => {
    expect(readPlain('1,10,5,1\n1,20,2,1\n1,10,0,2\n2,20,0,1\n2,30,1,1\n')).toMatchObject({
      duplicates: 1,
      weightless: 2,
      entries: ['1 20 2 1', '2 30 1 1'],
      users: ['1', '2'],
    });
  });
});

describe('plain files of lists', () => {
  it.each([
    ['blanks', '1 10 20 30\n2 10\n3\n'],
    ['tabs', '1\t10\t20\t30\t40\t50\n2\t10\n3\n'],
    ['runs of blanks', '  1  10 20   30 \n2 10 \n3\n'],
  ])('are read with %s, a person without items among them', (_what, text) => {
    const read = readPlain(text);
    expect(read.dialect.shape).toBe('lists');
    expect(read.users).toEqual(['1', '2', '3']);
    expect(read.entries.slice(0, 3)).toEqual(['1 10 1 0', '1 20 1 0', '1 30 1 0']);
    expect(read.entries.at(-1)).toBe('2 10 1 0');
    expect(read.tally.malformed).toBe(0);
  });

  it('may have lines longer than what is read at once', () => {
    const items = Array.from({ length: 40_000 }, (_, at) => at);
    const read = readPlain(`1 ${items.join(' ')}\n2 3 5\n`, { step: 1000 });
    expect(read.entries).toHaveLength(items.length + 2);
  });

  it('are what they are said to be where a file could be either', () => {
    expect(readPlain('1\t2\t3\n').entries).toEqual(['1 2 3 0']);
    expect(readPlain('1\t2\t3\n', { hint: { shape: 'lists', separator: 32 } }).entries).toEqual(['1 2 1 0', '1 3 1 0']);
  });
});
