import { ORIGINAL_PRESET, originalTopFive, type SaidRating } from '../../core/original-preset';

const RATERS = 30;

/** Thirty people: the even ones love comedies, the odd ones dramas; `few` is loved by all who know it, and few do. */
function twoCamps(): SaidRating<string>[] {
  const ratings: SaidRating<string>[] = [];
  for (let at = 0; at < RATERS; at++) {
    for (let title = 0; title < 8; title++) {
      ratings.push({ user: `u${at}`, item: `comedy${title}`, value: at % 2 === 0 ? 5 : 1 });
      ratings.push({ user: `u${at}`, item: `drama${title}`, value: at % 2 === 0 ? 1 : 5 });
    }
    if (at < ORIGINAL_PRESET.leastRatings - 1) ratings.push({ user: `u${at}`, item: 'few', value: 5 });
  }
  return ratings;
}

const likes = (...items: readonly string[]) => items.map((item) => ({ item, value: 5 }));

describe('the original preset', () => {
  it('answers with five titles that people of this taste rate highly, best first, none of them rated already', () => {
    const five = originalTopFive(twoCamps(), [...likes('comedy0', 'comedy1'), { item: 'drama0', value: 1 }]);
    expect(five).toHaveLength(5);
    expect(five.every(({ item }) => /^comedy[2-7]$/.test(item))).toBe(true);
    expect(five.map(({ rating }) => rating)).toEqual(five.map(({ rating }) => rating).sort((a, b) => b - a));
  });

  it('really leaves out titles with fewer than 25 ratings, and counts the person’s own', () => {
    const named = (ratings: readonly SaidRating<string>[]) =>
      originalTopFive(ratings, likes('drama0', 'comedy0', 'drama1')).map(({ item }) => item);
    expect(named(twoCamps())).not.toContain('few');
    const loved = [...twoCamps(), { user: 'u29', item: 'few', value: 5 }];
    expect(named(loved)).toContain('few');
  });

  it('answers somebody without ratings with nothing, and refuses a rating that is no number', () => {
    expect(originalTopFive(twoCamps(), [])).toEqual([]);
    expect(() => originalTopFive(twoCamps(), [{ item: 'comedy0', value: Number.NaN }])).toThrow('came as NaN');
  });
});
