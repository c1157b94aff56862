import fc from 'fast-check';
import { readCsv } from '../../core/csv';
import { decodeText } from '../../core/decode-text';
import { parseClips } from '../../core/import-clips';
import { cutYear } from '../../core/import-field';
import { parseLabels } from '../../core/import-labels';
import { parseLinks } from '../../core/import-links';
import { parseMovieTitle } from '../../core/movielens';

const clip = (over: Partial<Record<number, string>> = {}) =>
  ['Comedy', 'https://x.test/c3.jpg', 'Sabrina (1995)', 'twTksx_lWB4&t=1s', '127', 'https://x.test/Sabrina.mp4 ', '7']
    .map((cell, index) => over[index] ?? cell)
    .join(',');

describe('clips', () => {
  it('are read with quoted commas, stray blanks, a time in the video id and names beyond ASCII', () => {
    const { drafts, problems } = parseClips(
      [clip(), clip({ 2: '"Misérables, Les (1995)"', 6: '73' }), clip({ 2: '247°F (2011) ', 6: '9' })].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(drafts.map(({ draft }) => [draft.name, draft.year])).toEqual([
      ['Sabrina', 1995],
      ['Misérables, Les', 1995],
      ['247°F', 2011],
    ]);
    expect(drafts[0]).toMatchObject({
      row: 1,
      draft: {
        category: 'Comedy',
        seconds: 127,
        mediaUrl: 'https://x.test/Sabrina.mp4',
        externalIds: [
          { source: 'clip', value: '7' },
          { source: 'youtube', value: 'twTksx_lWB4' },
        ],
      },
    });
  });

  it('tell every fault by row and field, and the good rows are kept', () => {
    const { drafts, problems } = parseClips([clip({ 4: 'long' }), 'one,two', clip(), clip({ 5: 'ftp://x', 6: '-1' })].join('\r\n'));
    expect(drafts.map(({ row }) => row)).toEqual([3]);
    expect(problems.map(({ row, field }) => `${row} ${field}`)).toEqual(
      expect.arrayContaining(['1 seconds', '2 row', '4 mediaUrl', '4 movieId']),
    );
  });

  it('lose one line to a quote that is left open, not the file', () => {
    expect(parseClips([clip(), clip({ 2: '"Open (1999)' }), clip({ 6: '8' })].join('\n')).drafts.map(({ row }) => row)).toEqual([1, 3]);
  });
});

describe('labels and links', () => {
  it('become videos with genres, tags and addresses', () => {
    const labels = parseLabels(
      'sno,item_id,genres,childlabel,creation_timestamp\n1,6e0e,"Outdoors,Food","nature,food,nature",1705566242\n2,,x,y,1\n',
    );
    expect(labels.drafts).toMatchObject([
      {
        row: 2,
        draft: {
          genres: ['Outdoors', 'Food'],
          tags: [
            { tag: 'nature', relevance: 1 },
            { tag: 'food', relevance: 1 },
          ],
        },
      },
    ]);
    expect(labels.problems).toMatchObject([{ row: 3, field: 'item_id' }]);
    const links = parseLinks('\ufeffitem_id,Object Key,URL\r\nab,shortVideos/ab.mp4,https://x.test/ab.mp4\r\ncd,k,nowhere\r\n');
    expect(links.drafts).toMatchObject([{ draft: { externalIds: [{ source: 'video', value: 'ab' }], mediaUrl: 'https://x.test/ab.mp4' } }]);
    expect(links.problems).toMatchObject([{ row: 3, field: 'URL' }]);
  });

  it('name the columns that a header lacks', () => {
    expect(parseLabels('a,b\n1,2').problems).toEqual([
      { row: 1, field: 'header', message: 'The header lacks item_id, genres, childlabel.' },
    ]);
    expect(parseLinks('').problems).toMatchObject([{ field: 'header' }]);
  });
});

it('any bytes are read without a crash, and nothing that PostgreSQL cannot store comes out', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(parseClips, parseLabels, parseLinks), (bytes, parse) => {
      const header = parse === parseClips ? '' : 'item_id,genres,childlabel,URL\n';
      const { drafts } = parse(header + decodeText(bytes));
      expect(JSON.stringify(drafts)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }),
  );
});

it('CSV reads back what was written', () => {
  const cell = fc.string({ maxLength: 20 }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(readCsv(text).map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from('Amélie')],
    ['UTF-8 with a mark', Buffer.from('\ufeffAmélie')],
    ['Latin-1', Buffer.from('Amélie', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffAmélie', 'utf16le')],
  ])('%s is understood', (_, bytes) => expect(decodeText(bytes)).toBe('Amélie'));
});

describe('names of MovieLens', () => {
  it.each([
    ['Matrix, The (1999)', 'The Matrix', 1999, []],
    ['Seven (a.k.a. Se7en) (1995)', 'Seven', 1995, ['Se7en']],
    ["Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)", 'Amelie', 2001, ["Le Fabuleux destin d'Amélie Poulain"]],
    ['Léon: The Professional (a.k.a. The Professional) (Léon) (1994)', 'Léon: The Professional', 1994, ['The Professional', 'Léon']],
    ["Avventura, L' (Adventure, The) (1960)", "L'Avventura", 1960, ['The Adventure']],
    ['Good, the Bad and the Ugly, The (1966)', 'The Good, the Bad and the Ugly', 1966, []],
    ['(500) Days of Summer (2009)', '(500) Days of Summer', 2009, []],
    ['Death Note: Desu nôto (2006–2007)', 'Death Note: Desu nôto', 2006, []],
    ['Babylon 5', 'Babylon 5', null, []],
  ])('%s', (text, name, year, otherNames) => expect(parseMovieTitle(text)).toEqual({ name, year, otherNames }));

  it('never lose text: what is no year stays', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) =>
        expect(cutYear(text).year === null ? cutYear(text).name : '').toBe(cutYear(text).year === null ? text.trim() : ''),
      ),
    );
  });
});
