import fc from 'fast-check';
import { type TitleKind, TitleState } from '../../core/title';
import { type BulkChange, bulkFields, checkBulk } from '../../core/title-bulk';

const now = new Date('2026-01-01T00:00:00Z');
const title = {
  ...{ id: 1, kind: 'MOVIE' as TitleKind, name: 'Heat', year: 1995, description: null, genres: ['Crime', 'Drama'], category: null },
  ...{ certificate: null, seconds: null, pages: null, parentId: null, season: null, number: null, availability: [], attributes: {} },
  ...{ posterSource: null, mediaUrl: null, state: TitleState.LISTED, mergedIntoId: null, version: 1, createdAt: now, updatedAt: now },
};
const tags = [
  { tag: 'heist', relevance: 0.9 },
  { tag: 'city', relevance: 0.5 },
];

describe('a change of many titles', () => {
  it.each<[BulkChange, object]>([
    [{ state: TitleState.HIDDEN }, { state: 'HIDDEN' }],
    [{ state: TitleState.LISTED }, {}],
    [{ addGenres: ['Noir', 'Crime'] }, { genres: ['Crime', 'Drama', 'Noir'] }],
    [{ removeGenres: ['Crime'], addGenres: ['Noir'] }, { genres: ['Drama', 'Noir'] }],
    [{ removeGenres: ['Western'] }, {}],
    [{ category: null, certificate: 'R' }, { certificate: 'R' }],
    [{ availability: null }, {}],
    [{ removeTags: ['city', 'x'] }, { tags: [{ tag: 'heist', relevance: 0.9 }] }],
    [{ addTags: [{ tag: 'city', relevance: 1 }] }, { tags: [{ tag: 'city', relevance: 1 }, tags[0]] }],
    [{ addTags: [{ tag: 'city', relevance: 0.5 }] }, {}],
  ])('of %j changes %j and nothing that is so already', (change, fields) => {
    expect(bulkFields(title, tags, checkBulk(change))).toEqual(fields);
  });

  it.each<[BulkChange, string]>([
    [{}, 'input.change'],
    [{ addGenres: [] }, 'input.change'],
    [{ state: TitleState.MERGED as never }, 'input.change.state'],
    [{ addGenres: [' '] }, 'input.change.addGenres'],
    [{ certificate: 'x'.repeat(21) }, 'input.change.certificate'],
    [{ category: '' }, 'input.change.category'],
    [{ addTags: [{ tag: 'x', relevance: 2 }] }, 'input.change.addTags'],
    [{ removeTags: new Array(51).fill('x') }, 'input.change.removeTags'],
    [{ removeTags: ['a\u0000b'] }, 'input.change.removeTags'],
    [{ removeGenres: ['a\u0000b'] }, 'input.change.removeGenres'],
    [{ availability: [{ region: 'Finland', from: null, until: null }] }, 'input.change.availability'],
  ])('%j is refused on %s', (change, field) => {
    expect(() => checkBulk(change)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', field }));
  });

  it('made twice changes nothing the second time, whatever it is', () => {
    const words = fc.array(fc.constantFrom('Crime', 'Drama', 'Noir', 'War'), { maxLength: 3 });
    const change = fc.record({ addGenres: words, removeGenres: words, category: fc.constantFrom(null, 'Sad') }, { requiredKeys: [] });
    fc.assert(
      fc.property(change, (given) => {
        const once = bulkFields(title, tags, given);
        expect(
          bulkFields({ ...title, ...once }, tags, {
            ...given,
            removeGenres: given.removeGenres?.filter((genre) => !given.addGenres?.includes(genre)),
          }),
        ).toEqual({});
      }),
    );
  });
});
