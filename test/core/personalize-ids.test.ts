import * as fc from 'fast-check';
import { idFromPersonalize, personalizeItemId, personalizeUserId } from '../../core/personalize/ids';

describe('the ids that Personalize knows people and titles by', () => {
  it('lead back to ours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => {
        expect(idFromPersonalize(personalizeUserId(id))).toBe(id);
        expect(idFromPersonalize(personalizeItemId(id))).toBe(id);
      }),
    );
  });

  it.each(['', '0', '07', '-3', '1.5', 'abc', '9007199254740993', '12 '])('are not ours where they read %p', (text) => {
    expect(idFromPersonalize(text)).toBeNull();
  });
});
