import fc from 'fast-check';
import { parseSceneKeywords } from '../../core/scene/keywords-file';

const HEADER = 'movie,scene1,scene2';

describe('a file of scene keywords', () => {
  it('is read with carriage returns alone, articles behind, quotes of both kinds and empty scenes', () => {
    const { rows, problems } = parseSceneKeywords(
      [
        HEADER,
        `Grandma's Boy (2006),"['touring car', ""grandma's"", 'car ', 'car']",`,
        `"Lucky One, The (2012)",,"['jamb (of door)', 'it\\'s']"`,
      ].join('\r'),
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { row: 2, names: ['grandmas boy'], year: 2006, scenes: [['touring car', "grandma's", 'car']] },
      { row: 3, names: ['lucky one the', 'the lucky one'], year: 2012, scenes: [['jamb (of door)', "it's"]] },
    ]);
  });

  it('tells every fault by row and field, and keeps the good rows', () => {
    const many = `[${Array.from({ length: 41 }, (_, at) => `'word ${at}'`).join(', ')}]`;
    const { rows, problems } = parseSceneKeywords(
      [
        HEADER,
        `Up (2009),"['sky', house]",`,
        `Up (2009),"${many}",`,
        `,"['sky']",`,
        `Up (2009),"['${'x'.repeat(61)}']",`,
        `Up (2009),"[]",`,
      ].join('\n'),
    );
    expect(rows.map(({ row, scenes }) => [row, scenes])).toEqual([[6, []]]);
    expect(problems.map(({ row, field }) => `${row} ${field}`)).toEqual(['2 scene1', '3 scene1', '4 movie', '5 scene1']);
    expect(parseSceneKeywords('title,keywords\nUp,x').problems).toMatchObject([{ row: 1, field: 'header' }]);
    expect(parseSceneKeywords('').problems).toMatchObject([{ row: 1, field: 'header' }]);
  });

  it('reads back whatever keywords it was written with, and never throws', () => {
    const word = fc
      .stringMatching(/^[a-z'" \\,\]]{1,20}$/)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const python = (words: readonly string[]) => `[${words.map((each) => `'${each.replace(/['\\]/g, '\\$&')}'`).join(', ')}]`;
    const cell = (text: string) => `"${text.replace(/"/g, '""')}"`;
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 10 }), (words) => {
        expect(parseSceneKeywords(`${HEADER}\nUp (2009),${cell(python(words))},`).rows[0]?.scenes).toEqual([words]);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseSceneKeywords(`${HEADER}\n${text}`)));
  });
});
