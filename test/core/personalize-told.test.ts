import * as fc from 'fast-check';
import { overlaps } from '../../core/engine-comparison';
import { EventType } from '../../core/event';
import { remoteReason } from '../../core/personalize/answer';
import { batchesOf, type Tellable, toldOf, uuidOf } from '../../core/personalize/told-event';
import { ReasonCode } from '../../core/recommendation';

const at = new Date('2026-05-01T20:00:00Z');
const anEvent = (given: Partial<Tellable>): Tellable => ({
  ...{ id: 'e1', owner: 7, type: EventType.CLICK, userId: 7, listedId: 3, occurredAt: at, playId: null, value: null },
  ...{ coveredSeconds: 0, mediaSeconds: 100, ...given },
});

describe('an event as Personalize is told of it', () => {
  it('has an id by version 5 of RFC 9562: its example', () => {
    const dns = Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex');
    expect(uuidOf('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it.each([
    [EventType.CLICK, 'clicked'],
    [EventType.COMPLETED, 'watched'],
    [EventType.LIKE, 'LIKE'],
    [EventType.DISLIKE, 'DISLIKE'],
    [EventType.RATING, 'RATING'],
  ])('is, of a %s, %s, counted once by owner and id', (type, said) => {
    const told = toldOf(anEvent({ type, value: 4 }));
    expect(told).toMatchObject({ type: said, userId: 7, titleId: 3, at, value: type === EventType.RATING ? 4 : null });
    expect(toldOf(anEvent({ type, occurredAt: new Date(0), listedId: 9 }))?.eventId).toBe(told?.eventId);
    expect(toldOf(anEvent({ type, owner: 8 }))?.eventId).not.toBe(told?.eventId);
    expect(toldOf(anEvent({ type, id: 'e2' }))?.eventId).not.toBe(told?.eventId);
  });

  it.each([
    [49, 100, 'clicked'],
    [50, 100, 'watched'],
    [50, null, 'clicked'],
    [0, 100, 'clicked'],
  ])('is, of an interval after which %d of %p seconds are covered, %s', (coveredSeconds, mediaSeconds, said) => {
    expect(toldOf(anEvent({ type: EventType.WATCH_INTERVAL, coveredSeconds, mediaSeconds }))?.type).toBe(said);
  });

  it('is counted once a play, or without one once a day', () => {
    const idOf = (given: Partial<Tellable>) => toldOf(anEvent({ type: EventType.WATCH_INTERVAL, ...given }))?.eventId;
    expect(idOf({ id: 'e2', playId: 'p' })).toBe(idOf({ playId: 'p' }));
    expect(idOf({ playId: 'q' })).not.toBe(idOf({ playId: 'p' }));
    expect(idOf({ playId: 'p', coveredSeconds: 90 })).not.toBe(idOf({ playId: 'p' }));
    expect(idOf({ occurredAt: new Date('2026-05-01T03:00:00Z') })).toBe(idOf({}));
    expect(idOf({ occurredAt: new Date('2026-05-02T03:00:00Z') })).not.toBe(idOf({}));
  });

  it.each([EventType.IMPRESSION, EventType.DONT_KNOW])('is nothing, of a %s', (type) => {
    expect(toldOf(anEvent({ type }))).toBeNull();
  });

  it('goes with others of its person, in their order, at most ten together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 })), (people) => {
        const things = people.map((person, place) => ({ person, place }));
        const batches = batchesOf(things, ({ person }) => person);
        expect(batches.every((batch) => batch.length <= 10 && new Set(batch.map(({ person }) => person)).size === 1)).toBe(true);
        for (const person of new Set(people))
          expect(batches.flat().filter((thing) => thing.person === person)).toEqual(things.filter((thing) => thing.person === person));
        expect(batches.flat()).toHaveLength(things.length);
      }),
    );
  });
});

describe('why a title stands in an answer of Personalize', () => {
  it.each([
    [['Popular item'], null, 'USER', ReasonCode.POPULAR],
    [['Exploration'], null, 'USER', ReasonCode.EXPLORATION],
    [['Promoted item'], null, 'USER', ReasonCode.EXPLORATION],
    [[], 'spring', 'USER', ReasonCode.EXPLORATION],
    [['Something that nobody heard of'], null, 'USER', ReasonCode.SIMILAR_USERS],
    [[], null, 'RANKING', ReasonCode.SIMILAR_USERS],
    [[], null, 'SIMILAR', ReasonCode.SIMILAR_TITLE],
    [[], null, 'POPULAR', ReasonCode.POPULAR],
  ] as const)('is, where it says %p and the promotion is %p, of %s: %s', (reasons, promotion, asked, code) => {
    expect(remoteReason({ titleId: 1, score: null, reasons, promotion }, asked).code).toBe(code);
  });
});

describe('how far two lists agree', () => {
  it('is the share of titles that both have in their first 10 and 20 places', () => {
    const served = Array.from({ length: 20 }, (_, place) => place + 1);
    expect(overlaps(served, served.slice().reverse())).toEqual({ overlapAt10: 0, overlapAt20: 1 });
    expect(overlaps(served, [...served.slice(5, 15), 101])).toEqual({ overlapAt10: 0.5, overlapAt20: 0.5 });
    expect(overlaps([], [])).toEqual({ overlapAt10: 1, overlapAt20: 1 });
    expect(overlaps(served, [])).toEqual({ overlapAt10: 0, overlapAt20: 0 });
  });
});
