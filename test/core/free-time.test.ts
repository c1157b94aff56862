import fc from 'fast-check';
import { columnsOf } from '../../core/columns';
import { episodesIn, nextEpisode } from '../../core/free-time/episodes';
import { pagesIn, readingSeconds } from '../../core/free-time/fit';
import { playlistFilling } from '../../core/free-time/playlist';
import { checkFilter, filterFrom } from '../../core/list-filter';
import { TitleKind, TitleState } from '../../core/title';
import { someFacts } from '../support/facts';

const { SHOW, EPISODE, BOOK } = TitleKind;

describe('a set of tracks', () => {
  it('is the first that fill the time, or what stands behind them where it fits better', () => {
    expect(playlistFilling([200, 200, 200], 600)).toEqual([0, 1, 2]);
    expect(playlistFilling([200, 290, 100, 110], 600)).toEqual([0, 1, 2]);
    expect(playlistFilling([200, 250, 390], 600)).toEqual([0, 2]);
  });

  it('is none where no set fills the time', () => {
    expect(playlistFilling([], 600)).toBeNull();
    expect(playlistFilling([700], 600)).toBeNull();
    expect(playlistFilling([300, 400], 600)).toBeNull();
  });

  const total = (lengths: readonly number[], places: readonly number[]): number =>
    places.reduce((sum, place) => sum + (lengths[place] ?? Number.NaN), 0);
  const fills = (sum: number, seconds: number): boolean => sum <= seconds && sum >= seconds - 0.05 * seconds;

  it('fills the time to 95 of 100, never exceeds it, begins with the first and takes none twice, whatever the lengths', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 40_000 }), (lengths, seconds) => {
        const places = playlistFilling(lengths, seconds);
        if (places === null) return;
        expect(places[0]).toBe(0);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(fills(total(lengths, places), seconds)).toBe(true);
      }),
    );
  });

  it('is found wherever there is one within an hour', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 3_600 }), (lengths, seconds) => {
        const sets = Array.from({ length: 2 ** (lengths.length - 1) }, (_, bits) =>
          lengths.filter((__, at) => at === 0 || (bits >> (at - 1)) & 1),
        );
        const exists = sets.some((set) => fills(total(set, [...set.keys()]), seconds));
        expect(playlistFilling(lengths, seconds) !== null).toBe(exists);
      }),
    );
  });

  it('is found for many hours of usual tracks', () => {
    const lengths = fc.array(fc.integer({ min: 120, max: 400 }), { minLength: 400, maxLength: 400 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 3_600, max: 40_000 }), (lengths, seconds) => {
        expect(playlistFilling(lengths, seconds)).not.toBeNull();
      }),
      { numRuns: 30 },
    );
  });
});

describe('a part of a book', () => {
  it('has as many pages as are read at 250 words a page and 240 words a minute', () => {
    expect([62, 63, 600, 3_600].map(pagesIn)).toEqual([0, 1, 9, 57]);
    expect([1, 9, 57].map(readingSeconds)).toEqual([63, 563, 3_563]);
  });

  it('never takes longer than there is time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 604_800 }), (seconds) => expect(readingSeconds(pagesIn(seconds))).toBeLessThanOrEqual(seconds)),
    );
  });
});

describe('the episodes of a show', () => {
  const columns = columnsOf([
    someFacts(1, { kind: SHOW }),
    someFacts(2, { kind: EPISODE, parentId: 1, season: 2, number: 1 }),
    someFacts(3, { kind: EPISODE, parentId: 1, season: 0, number: 1 }),
    someFacts(4, { kind: EPISODE, parentId: 1, season: 1, number: 10 }),
    someFacts(5, { kind: EPISODE, parentId: 1, season: 1, number: 9 }),
    someFacts(6, { kind: EPISODE, parentId: 1, season: 1, number: 8, state: TitleState.HIDDEN }),
    someFacts(7, { kind: EPISODE, parentId: 1, season: 1, number: 7, blocked: true }),
  ]);
  const rowOf = (id: number): number => columns.rowOf.get(id) as number;
  const episodes = episodesIn(columns).get(rowOf(1)) ?? [];
  const played = (...past: readonly [id: number, day: number, seen: boolean][]) =>
    new Map(past.map(([id, day, seen]) => [rowOf(id), { lastAt: new Date(2026, 0, day), seen }]));
  const next = (...past: readonly [id: number, day: number, seen: boolean][]): number | undefined =>
    columns.ids[nextEpisode(episodes, played(...past))];

  it('stand by season and number, specials last, without what may not be watched', () => {
    expect(episodes.map((row) => columns.ids[row])).toEqual([5, 4, 2, 3]);
  });

  it('begin with the first, go on from the one played last, and end', () => {
    expect(next()).toBe(5);
    expect(next([5, 1, true])).toBe(4);
    expect(next([4, 2, false], [5, 1, true])).toBe(4);
    expect(next([2, 2, true], [5, 1, false])).toBe(3);
    expect(next([5, 3, true], [4, 1, true])).toBe(2);
    expect(next([3, 1, true], [2, 1, true])).toBeUndefined();
  });
});

describe('a free time', () => {
  it.each([0, -1, 1.5, 604_801, Number.NaN])('is not asked of a time of %d seconds', (availableSeconds) => {
    expect(() => checkFilter({ availableSeconds })).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', field: 'input.availableSeconds' }),
    );
  });

  it('is told in three titles of each kind, unless kinds or a number are asked for', () => {
    expect(filterFrom({ availableSeconds: 600 }).perKind).toBe(3);
    expect(filterFrom({ mood: 'calm' }).perKind).toBe(3);
    expect(filterFrom({ mood: 'calm', perKind: 5 }).perKind).toBe(5);
    expect(filterFrom({ mood: 'calm', kinds: [BOOK] }).perKind).toBeUndefined();
    expect(filterFrom({ mood: 'calm' }, { kinds: [BOOK] }).perKind).toBeUndefined();
    expect(filterFrom({}).perKind).toBeUndefined();
  });
});
