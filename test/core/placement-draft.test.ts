import { draftOf, inputOf, NEW, saveInputOf } from '../../admin/placements/draft';
import { inputText } from '../../admin/placements/words';

const row = {
  name: 'late',
  description: '',
  engine: 'LOCAL',
  shadow: null,
  shadowShare: 0.1,
  version: 3,
  updatedAt: '2026-01-01T00:00:00Z',
} as const;

describe('the form of a placement', () => {
  it('sends what it read, and nothing that is a default', () => {
    expect(inputOf(NEW)).toEqual({});
    const input = {
      kinds: ['MOVIE'],
      maxTitleSeconds: 5_430,
      mood: 'calm',
      availableSeconds: 2_700,
      yearFrom: 1990,
      excludeSeen: false,
      diversity: 0.5,
      seed: 7,
      excludeTitleIds: [1],
    };
    expect(inputOf(draftOf({ ...row, input }))).toEqual(input);
    expect(saveInputOf(draftOf({ ...row, input: {} }), 3)).toEqual({
      name: 'late',
      description: '',
      engine: 'LOCAL',
      shadow: null,
      shadowShare: 0.1,
      input: {},
      version: 3,
    });
  });

  it('takes minutes as they are typed, and leaves what is no number for the server to refuse', () => {
    expect(inputOf({ ...NEW, maxMinutes: '90', yearTo: ' 2001 ' })).toEqual({ maxTitleSeconds: 5_400, yearTo: 2001 });
    expect(inputOf({ ...NEW, maxMinutes: '1,5' })).toEqual({ maxTitleSeconds: 90 });
    expect(inputOf({ ...NEW, yearTo: 'soon' })).toEqual({ yearTo: 'soon' });
  });

  it('is said in words', () => {
    expect(inputText({ input: {} })).toBe('Every kind, without bounds');
    const input = { kinds: ['MOVIE', 'SHOW'], yearFrom: 1990, excludeSeen: false, excludeTitleIds: [1] };
    expect(inputText({ input })).toBe('Movies, Shows; from 1990; also what was seen; without 1 title');
  });
});
