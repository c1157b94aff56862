import { columnsOf } from '../../core/columns';
import { genreProfile, likedGenre } from '../../core/genre-profile';
import { knownPast, pastOf } from '../../core/past';
import { TitleKind } from '../../core/title';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const columns = columnsOf([
  someFacts(1, { genres: ['Drama', 'War'] }),
  someFacts(2, { kind: TitleKind.SHOW, genres: ['Comedy'] }),
  someFacts(3, { kind: TitleKind.EPISODE, parentId: 2 }),
  someFacts(4, { kind: TitleKind.EPISODE, parentId: 2 }),
]);

describe('a past', () => {
  it('hears an episode as its show, and the surest of several', () => {
    const weights = new Map([
      [1, { preference: 0, weight: 2 } as const],
      [3, { preference: 1, weight: 0.5 } as const],
      [4, { preference: 1, weight: 1.5 } as const],
    ]);
    const interactions = [1, 3, 4, 77].map((titleId) => anInteraction({ titleId }));
    const past = pastOf(columns, interactions, ({ titleId }) => weights.get(titleId) ?? null);
    expect([...past.index]).toEqual([0, 1]);
    expect([...past.weight]).toEqual([2, 1.5]);
    expect([...past.preference]).toEqual([0, 1]);
    expect([...knownPast(past, Uint8Array.of(0, 1, 0, 0)).index]).toEqual([1]);
  });

  it('tells liked genres beside those that the person names, of their kind only', () => {
    const past = { index: Int32Array.of(0, 1), weight: Float64Array.of(4, 1), preference: Uint8Array.of(1, 1) };
    const profile = genreProfile(columns, past, { genres: { SHOW: { comedy: 0.9 }, BOOK: { war: 1 } } });
    expect(likedGenre(columns, 1, profile.told)).toBe('Comedy');
    expect(likedGenre(columns, 0, profile.told)).toBeNull();
    expect(likedGenre(columns, 0, profile.all)).toBe('Drama');
  });
});
