import fc from 'fast-check';
import { everyMonth, rangeOf, yearsBetween } from '../../client/player/insights/period';
import { addressOf, KINDS, type View, viewOf } from '../../client/player/insights/view';

const BERLIN = 'Europe/Berlin';
const NOW = new Date('2026-03-31T22:30:00Z');

describe('the address of insights', () => {
  it('says what is looked at, and is read back as it was written', () => {
    const id = fc.option(fc.integer({ min: 1, max: 999_999 }).map(String));
    const views = fc.record({
      blendId: id,
      importId: id,
      kind: fc.option(fc.constantFrom(...KINDS)),
      period: fc.constantFrom('all', 'month', 'year', '2021'),
      measure: fc.option(fc.constantFrom('time', 'plays')),
      userId: id,
    });
    fc.assert(
      fc.property(views, (view) => {
        // One import is of one person, others are in a blend only.
        const sensible = { ...view, importId: view.blendId === null ? view.importId : null, userId: view.blendId && view.userId } as View;
        expect(viewOf(addressOf(sensible).split('?')[1] ?? '')).toEqual(sensible);
      }),
    );
  });

  it('counts as not said where it means nothing', () => {
    const nothing = { blendId: null, importId: null, kind: null, period: 'all', measure: null, userId: null };
    expect(viewOf('?blend=x&import=-1&kind=CAR&period=20210&by=weight&person=7')).toEqual(nothing);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (search) => viewOf(search).period !== null));
  });
});

describe('a stretch of time', () => {
  it('is of whole days, by the clocks of its place, also over a change to summer time', () => {
    expect(rangeOf('all', NOW, BERLIN)).toEqual({ from: null, until: null });
    // It is 1 April there already; summer time began on 29 March.
    expect(rangeOf('month', NOW, BERLIN)).toEqual({ from: '2026-03-01T23:00:00.000Z', until: null });
    expect(rangeOf('year', NOW, BERLIN)).toEqual({ from: '2025-03-31T22:00:00.000Z', until: null });
    expect(rangeOf('2021', NOW, BERLIN)).toEqual({ from: '2020-12-31T23:00:00.000Z', until: '2021-12-31T23:00:00.000Z' });
  });

  it('offers the years in which something was played', () => {
    expect(yearsBetween('2018-12-31T23:30:00Z', '2021-05-01T00:00:00Z', BERLIN)).toEqual([2021, 2020, 2019]);
  });
});

describe('months in a row', () => {
  it('have no gap: what lies between is there with nothing in it', () => {
    const months = [
      { from: '2020-10-31T23:00:00.000Z', plays: 2, seconds: 60 },
      { from: '2021-01-31T23:00:00.000Z', plays: 1, seconds: 30 },
    ];
    expect(everyMonth(months, BERLIN)).toEqual([
      months[0],
      { from: '2020-11-30T23:00:00.000Z', plays: 0, seconds: 0 },
      { from: '2020-12-31T23:00:00.000Z', plays: 0, seconds: 0 },
      months[1],
    ]);
    expect(everyMonth([], BERLIN)).toEqual([]);
  });
});
