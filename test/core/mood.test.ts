import fc from 'fast-check';
import { columnsOf } from '../../core/columns';
import { checkMood } from '../../core/mood/check';
import { type MoodDraft, MoodMatch } from '../../core/mood/mood';
import { moodScores } from '../../core/mood/score';
import { SHIPPED_MOODS } from '../../core/mood/shipped';
import { TitleKind } from '../../core/title';
import { someFacts } from '../support/facts';

const aMood = (given: Partial<MoodDraft> = {}): MoodDraft => ({
  id: 'calm',
  names: { en: 'Calm', ru: 'Спокойствие' },
  words: [],
  match: MoodMatch.MATCH,
  genres: [{ kind: TitleKind.MOVIE, genre: 'Drama', weight: 0.5 }],
  tags: [],
  sound: [],
  ...given,
});

const NO_TAGS = new Map();

describe('how well a title fits a mood', () => {
  const mood = aMood({
    genres: [
      { kind: TitleKind.MOVIE, genre: 'drama', weight: 0.5 },
      { kind: TitleKind.MOVIE, genre: 'Nature', weight: 0.3 },
      { kind: TitleKind.TRACK, genre: 'Folk', weight: 0.4 },
    ],
    tags: [{ tag: 'Quiet', weight: 0.8 }],
    sound: [
      { fact: 'energy', from: 0, to: 0.4, weight: 1 },
      { fact: 'tempo', from: 60, to: 100, weight: 0.5 },
    ],
  });
  const columns = columnsOf([
    someFacts(1, { genres: ['Drama', 'Nature', 'War'] }),
    someFacts(2, { genres: ['War'] }),
    someFacts(3),
    someFacts(4, { kind: TitleKind.TRACK, genres: ['Folk'], attributes: { energy: 0.46, tempo: 130 } }),
    someFacts(5, { kind: TitleKind.TRACK, attributes: { energy: 0.1 } }),
    someFacts(6, { kind: TitleKind.BOOK, genres: ['Drama'] }),
  ]);

  it('is what its formula says', () => {
    const tags = new Map([[3, new Map([['quiet', 0.5]])]]);
    const scores = [...moodScores(columns, mood, tags)];
    // Energy lies half its tolerance of 0.12 outside: 0.5. Tempo lies twice its tolerance of 15 outside: -1.
    const sound = (0.5 - 0.5) / 1.5;
    expect(scores[0]).toBeCloseTo(Math.tanh(0.8 / Math.sqrt(2)), 6);
    expect(scores[1]).toBe(0);
    expect(scores[2]).toBeCloseTo(Math.tanh(0.8 * 0.5), 6);
    expect(scores[3]).toBeCloseTo(Math.tanh((1.5 * (0.4 + 3 * sound)) / 4), 6);
    expect(scores[4]).toBeCloseTo(Math.tanh((1.5 * 3) / 4), 6);
    expect(scores[5]).toBe(0);
  });

  it('is not told of a title that says nothing of itself', () => {
    expect(moodScores(columns, mood, NO_TAGS)[2]).toBeNaN();
  });

  it('lies between -1 and 1, and grows with the weight of a genre that the title has', () => {
    const weight = fc.double({ min: -1, max: 1, noNaN: true });
    const scoreWith = (drama: number, nature: number): number => {
      const genres = [
        { kind: TitleKind.MOVIE, genre: 'Drama', weight: drama },
        { kind: TitleKind.MOVIE, genre: 'Nature', weight: nature },
      ];
      return moodScores(columns, aMood({ genres }), NO_TAGS)[0] as number;
    };
    fc.assert(
      fc.property(weight, weight, weight, (one, other, nature) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(scoreWith(low, nature)).toBeLessThanOrEqual(scoreWith(high, nature));
        expect(Math.abs(scoreWith(high, nature))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a mood', () => {
  it('is shipped in at least ten, with both names, other words and nothing that would be refused', () => {
    expect(SHIPPED_MOODS.length).toBeGreaterThanOrEqual(10);
    for (const mood of SHIPPED_MOODS) expect(() => checkMood(mood)).not.toThrow();
    expect(SHIPPED_MOODS.filter(({ names }) => !/[а-яё]/i.test(names.ru) || !/[a-z]/i.test(names.en))).toEqual([]);
    expect(SHIPPED_MOODS.some(({ match }) => match === MoodMatch.LIFT)).toBe(true);
  });

  it.each<[string, Partial<MoodDraft>, string]>([
    ['an id of other letters', { id: 'So Calm' }, 'input.id'],
    ['no name', { names: { en: '', ru: 'Покой' } }, 'input.names.en'],
    ['a name that cannot be stored', { names: { en: 'Calm', ru: 'Пок\0й' } }, 'input.names.ru'],
    ['a word with blanks around it', { words: ['quiet', ' still'] }, 'input.words[1]'],
    ['nothing that speaks for it', { genres: [] }, 'input.genres'],
    ['only what speaks against it', { genres: [{ kind: TitleKind.MOVIE, genre: 'War', weight: -1 }] }, 'input.genres'],
    ['a weight out of range', { genres: [{ kind: TitleKind.MOVIE, genre: 'War', weight: 1.5 }] }, 'input.genres[0].weight'],
    ['a weight that is no number', { tags: [{ tag: 'quiet', weight: Number.NaN }] }, 'input.tags[0].weight'],
    ['a kind that no list holds', { genres: [{ kind: TitleKind.EPISODE, genre: 'War', weight: 1 }] }, 'input.genres[0].kind'],
    [
      'a tag twice',
      {
        tags: [
          { tag: 'quiet', weight: 1 },
          { tag: 'Quiet', weight: 0 },
        ],
      },
      'input.tags[1].tag',
    ],
    ['a range that ends before it begins', { sound: [{ fact: 'energy', from: 0.5, to: 0.2, weight: 1 }] }, 'input.sound[0].to'],
    ['an energy above 1', { sound: [{ fact: 'energy', from: 0, to: 1.2, weight: 1 }] }, 'input.sound[0].to'],
    ['a range without weight', { sound: [{ fact: 'tempo', from: 60, to: 90, weight: 0 }] }, 'input.sound[0].weight'],
  ])('is refused with %s', (_, given, field) => {
    expect(() => checkMood(aMood(given))).toThrow(expect.objectContaining({ code: 'BAD_INPUT', field }));
  });
});
