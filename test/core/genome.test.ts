import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { genomeProblems, genomeTagsReader } from '../../core/genome';
import { type GenomeScores, genomeScoresReader } from '../../core/genome-scores';
import { atOnce } from '../../core/steps';

/** Reads both files, the scores cut into pieces of `size` characters. */
function read(tagsText: string, scoresText: string, { size = 1_000_000, wanted = (_: number): boolean => true } = {}) {
  const problems = genomeProblems();
  const reader = genomeTagsReader(problems);
  reader.push(tagsText);
  const tags = reader.end();
  const scores = genomeScoresReader(tags, { wanted, problems });
  for (let at = 0; at < scoresText.length; at += size) atOnce(scores.push(scoresText.slice(at, at + size)));
  return { tags, scores: atOnce(scores.end()), problems };
}

const bytesOf = ({ complete }: GenomeScores) => complete.map(({ movieId, relevances }) => [movieId, [...relevances]]);
const TAGS = 'tagId,tag\n2,"slow, quiet"\n1,007\n';

describe('a tag genome', () => {
  it('is a byte a tag for each film, in the order of the ids of tags, wherever rows and columns stand', () => {
    const { tags, scores, problems } = read(TAGS, '\ufeffrelevance,movieId,tagId\r\n1,7,2\r\n0.5,8,1\r\n0,7,1\r\n"0.25",8,2\r\n');
    expect(tags.names).toEqual(['007', 'slow, quiet']);
    expect(bytesOf(scores)).toEqual([
      [7, [0, 255]],
      [8, [128, 64]],
    ]);
    expect(scores).toMatchObject({ incomplete: [], unknown: 0, rows: 4 });
    expect(problems.count).toBe(0);
  });

  it('leaves out a film without all tags and says how many it has, and counts those that nobody asked for', () => {
    const { scores } = read(TAGS, 'movieId,tagId,relevance\n1,1,0.1\n1,2,0.1\n2,1,0.1\n2,2,0.1\n3,2,0.1', { wanted: (id) => id === 1 });
    expect(scores.complete.map(({ movieId }) => movieId)).toEqual([1]);
    expect(scores).toMatchObject({ incomplete: [{ movieId: 3, tags: 1 }], unknown: 2, rows: 5 });
  });

  it('tells every bad row by its line and field, and reads on', () => {
    const bad = [
      'x,1,0.5',
      '1,9,0.5',
      '1,1,1.5',
      '1,1,',
      '1,1,0x1',
      '1,1',
      '1,1,0.5,3',
      `1,1,${'9'.repeat(2_000)}`,
      '1,1,0.5',
      '1,1,0.25',
      '1,2,1e-3',
    ];
    const { scores, problems } = read('tagId,tag\n1,a\n2,b\nx,c\n2,d\n3,\n', `movieId,tagId,relevance\n${bad.join('\n')}\n`, { size: 300 });
    expect(problems.first.map(({ file, row, field }) => [file, row, field])).toEqual([
      ['tags', 4, 'tagId'],
      ['tags', 5, 'tagId'],
      ['tags', 6, 'tag'],
      ['scores', 2, 'movieId'],
      ['scores', 3, 'tagId'],
      ['scores', 4, 'relevance'],
      ['scores', 5, 'relevance'],
      ['scores', 6, 'relevance'],
      ['scores', 7, 'row'],
      ['scores', 8, 'row'],
      ['scores', 9, 'row'],
      ['scores', 11, 'tagId'],
    ]);
    expect(bytesOf(scores)).toEqual([[1, [128, 0]]]);
  });

  it('is the same however the text is cut', () => {
    const cells = fc.array(fc.constantFrom('1', '2', '3', '0.5', 'x', '', ',', '\n', '\r\n', '"', '1,1,0.5\n', '1,2,1\n'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const text = `movieId,tagId,relevance\n${parts.join('')}`;
        const [whole, cut] = [read(TAGS, text), read(TAGS, text, { size })];
        expect(cut.scores).toEqual(whole.scores);
        expect(cut.problems.first).toEqual(whole.problems.first);
      }),
    );
  });

  it('refuses files of another shape', () => {
    expect(() => read('id,name\n1,a\n', 'movieId,tagId,relevance\n')).toThrow('no column tagId');
    expect(() => read('tagId,tag\n', 'movieId,tagId,relevance\n')).toThrow('no tags');
    expect(() => read(TAGS, 'userId,movieId,rating\n1,1,5\n')).toThrow('no column tagId');
    expect(() => read(TAGS, '')).toThrow('empty');
    const many = Array.from({ length: 2_049 }, (_, id) => `${id},tag ${id}`).join('\n');
    expect(() => read(`tagId,tag\n${many}\n`, '')).toThrow('too many tags');
  });
});

const SAMPLE = join(__dirname, '..', '..', '..', 'shared', 'data', 'tag-genome-sample');
const atHand = existsSync(SAMPLE);
// Its licence lets it be used and not shipped.
if (!atHand) console.warn(`SKIPPED: the sample of the real genome is not at hand in ${SAMPLE}.`);

(atHand ? it : it.skip)('the sample of the real genome is read whole, and its last film, which was cut off, is named as incomplete', () => {
  const text = gunzipSync(readFileSync(join(SAMPLE, 'genome_scores.csv.gz'))).toString('utf8');
  const { tags, scores, problems } = read(readFileSync(join(SAMPLE, 'genome-tags.csv'), 'utf8'), text, { size: 131_072 });
  expect(problems.first).toEqual([]);
  expect(tags.names).toHaveLength(1_128);
  expect(scores).toMatchObject({ incomplete: [{ movieId: 159, tags: 1_093 }], unknown: 0, rows: 165_781 });
  expect(scores.complete).toHaveLength(146);
  expect(scores.complete[0]?.relevances[0]).toBe(Math.round(0.025 * 255));
});
