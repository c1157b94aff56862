import fc from 'fast-check';
import { addressOf, type Choice, choiceOf, inputOf, KINDS, limitsOf, loosened } from '../../client/player/mood/choice';
import { seated } from '../../client/player/mood/seats';
import { minutesAt, STEPS, stepOf } from '../../client/player/mood/time-steps';

const choices: fc.Arbitrary<Choice> = fc.record({
  mood: fc.constantFrom(null, 'calm', 'wide-awake'),
  minutes: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 10_080 })),
  kinds: fc.subarray([...KINDS]),
  genres: fc.subarray(['Drama', 'R&B', 'Sci-Fi, and more', 'Комедия']),
});
const searchOf = (address: string): string => address.split('?')[1] ?? '';
const same = (item: string): string => item;

describe('the address of the page of moods', () => {
  it('keeps every choice', () => {
    fc.assert(fc.property(choices, (choice) => expect(choiceOf(searchOf(addressOf(choice)))).toEqual(choice)));
  });

  it('counts what it does not understand as not said', () => {
    const nothing: Choice = { mood: null, minutes: null, kinds: [], genres: [] };
    for (const search of [
      'mood=%00',
      'mood=../x',
      'minutes=0',
      'minutes=-5',
      'minutes=1e3',
      'minutes=99999',
      'kinds=EPISODE',
      'genre=%20',
      'genre=a%00',
    ])
      expect({ search, choice: choiceOf(search) }).toEqual({ search, choice: nothing });
    fc.assert(fc.property(fc.string(), (search) => expect(choiceOf(searchOf(addressOf(choiceOf(search))))).toEqual(choiceOf(search))));
  });

  it('asks for three of each kind, in seconds, and without limits that were not set', () => {
    expect(inputOf({ mood: 'calm', minutes: 30, kinds: ['BOOK'], genres: ['Drama'] }, ['7'])).toEqual({
      mood: 'calm',
      availableSeconds: 1_800,
      kinds: ['BOOK'],
      perKind: 3,
      genres: ['Drama'],
      excludeTitleIds: ['7'],
    });
    const many = Array.from({ length: 1_005 }, (_, at) => `${at}`);
    expect(inputOf(choiceOf(''), many).excludeTitleIds).toEqual(many.slice(5));
    expect(inputOf(choiceOf(''), [])).toEqual({
      ...{ mood: null, availableSeconds: null, genres: null, excludeTitleIds: null },
      ...{ kinds: ['MOVIE', 'SHOW', 'BOOK', 'TRACK'], perKind: 3 },
    });
  });

  it('lets go of one limit after the other until there is none', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const loose = limitsOf(choice).reduce(loosened, choice);
        expect({ limits: limitsOf(loose), mood: loose.mood }).toEqual({ limits: [], mood: choice.mood });
      }),
    );
  });
});

describe('the slider of time', () => {
  it('stands where it was put, and at its end for no limit', () => {
    for (const step of STEPS.keys()) expect(stepOf(minutesAt(step))).toBe(step);
    expect(minutesAt(stepOf(null))).toBeNull();
    expect(minutesAt(stepOf(100))).toBe(105);
    expect(minutesAt(stepOf(10_080))).toBe(240);
  });
});

describe('places of a list', () => {
  it('are kept by what stays, and taken by what comes where something went', () => {
    expect(seated(['a', 'b', 'c'], ['c', 'd', 'a'], same)).toEqual(['a', 'd', 'c']);
    expect(seated([], ['a', 'b'], same)).toEqual(['a', 'b']);
    expect(seated(['a', 'b', 'c'], ['c'], same)).toEqual(['c']);
    expect(seated(['a'], ['b', 'c', 'a'], same)).toEqual(['a', 'b', 'c']);
  });

  it('hold each of the newest once and nothing else', () => {
    const lists = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(lists, lists, (before, newest) => {
        expect([...seated(before, newest, same)].sort()).toEqual([...newest].sort());
      }),
    );
  });
});
