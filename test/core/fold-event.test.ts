import { EventType } from '../../core/event';
import { classicPoints, type Folded, foldEvent } from '../../core/fold-event';
import { type Interaction, Opinion } from '../../core/interaction';
import { coverageOf, WatchClass, watchClassOf } from '../../core/watch-class';
import { aFolded } from '../support/event';

/** The interaction after some events of one title. */
function pastOf(events: readonly Partial<Folded>[], titleSeconds: number | null = null): Interaction {
  const past = events.reduce<Interaction | null>((before, event) => foldEvent(before, aFolded(event), titleSeconds), null);
  if (past === null) throw new Error('These events made no interaction.');
  return past;
}

const may = (day: number): Date => new Date(Date.UTC(2026, 4, day));

describe('folding an event into an interaction', () => {
  it('scores an interval as the original player did: 1.164008 s of a 127 s clip add 0.03', () => {
    expect(classicPoints(1.164008, 127)).toBe(0.03);
    expect(pastOf([{ fromSeconds: 20.008688, toSeconds: 21.172696 }], 127).classicScore).toBe(0.03);
    expect(
      pastOf([{ fromSeconds: 0, toSeconds: 127 }, { fromSeconds: 0, toSeconds: 127 }, { type: EventType.CLICK }], 127).classicScore,
    ).toBe(7);
  });

  it('counts what was covered once, and what was played every time', () => {
    const twice = pastOf([{ toSeconds: 30 }, { toSeconds: 30 }], 100);
    expect(twice).toMatchObject({ covered: [[0, 300]], secondsPlayed: 60, mediaSeconds: 100 });
    expect(coverageOf(twice)).toBe(0.3);
  });

  it('is not fooled by seeking to the end', () => {
    const sought = pastOf([{ toSeconds: 2 }, { fromSeconds: 98, toSeconds: 100 }], 100);
    expect(coverageOf(sought)).toBe(0.04);
    expect(watchClassOf(sought)).toBe(WatchClass.CLICKED);
  });

  it('classes a play by its own length', () => {
    const cut = pastOf([{ toSeconds: 30, mediaSeconds: 60 }], 120);
    expect(cut).toMatchObject({ covered: [[0, 600]], mediaSeconds: 120 });
    expect(watchClassOf(cut)).toBe(WatchClass.WATCHED);
  });

  it('measures a title without a length by the first one that was told', () => {
    expect(
      pastOf([
        { toSeconds: 30, mediaSeconds: 60 },
        { fromSeconds: 60, toSeconds: 120, mediaSeconds: 120 },
      ]),
    ).toMatchObject({
      covered: [[0, 600]],
      mediaSeconds: 60,
    });
  });

  it('counts seconds where no length is known, and shares once one is', () => {
    const unknown = pastOf([{ toSeconds: 30 }]);
    expect(unknown).toMatchObject({ covered: [[0, 300]], mediaSeconds: null, classicScore: 0 });
    expect(coverageOf(unknown)).toBeNull();
    expect(coverageOf(pastOf([{ toSeconds: 30 }, { fromSeconds: 30, toSeconds: 60, mediaSeconds: 120 }]))).toBe(0.5);
  });

  it('clips what runs past the end', () => {
    expect(pastOf([{ fromSeconds: 90, toSeconds: 104 }], 100).covered).toEqual([[900, 1000]]);
  });

  it('counts a play when the play id changes', () => {
    const plays = (ids: readonly (string | null)[]) => pastOf(ids.map((playId) => ({ playId }))).plays;
    expect(plays(['a', 'a', 'b', 'b', 'a'])).toBe(3);
    expect(plays([null, null])).toBe(1);
    expect(plays(['a', null, 'a'])).toBe(1);
  });

  it('keeps the rating and the opinion of the newest time, in whatever order they came', () => {
    const rated = [
      { type: EventType.RATING, value: 4, occurredAt: may(3) },
      { type: EventType.RATING, value: 2, occurredAt: may(1) },
    ];
    expect(pastOf(rated)).toMatchObject({ rating: 4, ratedAt: may(3), firstAt: may(1), lastAt: may(3) });
    const judged = [
      { type: EventType.DISLIKE, occurredAt: may(2) },
      { type: EventType.LIKE, occurredAt: may(1) },
    ];
    expect(pastOf(judged)).toMatchObject({ opinion: Opinion.DISLIKE, opinionAt: may(2) });
    expect(pastOf([...judged].reverse())).toMatchObject({ opinion: Opinion.DISLIKE });
  });

  it('takes the later of two ratings that were given at the same time', () => {
    expect(pastOf([1, 5].map((value) => ({ type: EventType.RATING, value }))).rating).toBe(5);
  });

  it('counts whole plays told without seconds', () => {
    expect(pastOf([{ type: EventType.COMPLETED }, { type: EventType.COMPLETED }])).toMatchObject({ completions: 2, plays: 0, covered: [] });
  });

  it.each([EventType.IMPRESSION, EventType.DONT_KNOW])('changes nothing for %s', (type) => {
    const before = pastOf([{ toSeconds: 30 }]);
    expect(foldEvent(before, aFolded({ type, occurredAt: may(30) }), 100)).toBe(before);
    expect(foldEvent(null, aFolded({ type }), 100)).toBeNull();
  });
});
