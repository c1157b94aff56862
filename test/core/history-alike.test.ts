import fc from 'fast-check';
import { alikeSearch } from '../../core/history/alike';

/** pg_trgm's similarity, straight from its definition. */
function similarity(a: string, b: string): number {
  const [one, other] = [trigrams(a), trigrams(b)];
  const both = [...one].filter((each) => other.has(each)).length;
  return both / (one.size + other.size - both);
}

function trigrams(key: string): ReadonlySet<string> {
  const padded = key.split(' ').map((word) => `  ${word} `);
  return new Set(padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3))));
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'o'), minLength: 1, maxLength: 6 });
const key = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('names alike', () => {
  it('share trigrams of the words of both', () => {
    const search = alikeSearch(['the matrix', 'heat'], 0.3);
    search.pass({ id: 1, key: 'matrix reloaded' });
    search.pass({ id: 2, key: 'heath' });
    // Of 20 trigrams both hold the 7 of "matrix"; of 7 the first 4 of "heat".
    expect([search.best(0), search.best(1)]).toEqual([[{ titleId: 1, score: 7 / 20 }], [{ titleId: 2, score: 4 / 7 }]]);
  });

  it('are all found that share enough, the best five first, each title once by its best name', () => {
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 8 }), fc.array(key, { maxLength: 30 }), (asked, catalogue) => {
        const search = alikeSearch(asked, 0.5);
        // Every third name is an alias of the title before it.
        const names = catalogue.map((name, index) => ({ id: index - (index % 3 === 2 ? 1 : 0), key: name }));
        for (const name of names) search.pass(name);
        for (const [index, text] of asked.entries()) {
          const scores = new Map<number, number>();
          for (const { id, key } of names) scores.set(id, Math.max(scores.get(id) ?? 0, similarity(text, key)));
          const best = [...scores].filter(([, score]) => score >= 0.5).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
          expect(search.best(index)).toEqual(best.slice(0, 5).map(([titleId, score]) => ({ titleId, score })));
        }
      }),
      { numRuns: 500 },
    );
  });
});
