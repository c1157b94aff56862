import fc from 'fast-check';
import { ErrorCode } from '../../core/errors';
import { type CheckedEvent, checkEvent, checkLength, idOf, isFault } from '../../core/event-check';
import { eventKey } from '../../core/event-key';
import { clockSkew } from '../../core/event-time';

const now = new Date('2026-05-01T20:00:00Z');
const clock = { now, skewMs: 0 };
const good = { id: 'e1', type: 'WATCH_INTERVAL', occurredAt: '2026-05-01T19:00:00Z', titleId: '7', fromSeconds: 0, toSeconds: 10 };

function accepted(given: object): CheckedEvent {
  const judged = checkEvent({ ...good, ...given }, clock);
  if (isFault(judged)) throw new Error(judged.message);
  return judged;
}

describe('judging an event', () => {
  it.each([
    ['id', { id: '' }],
    ['id', { id: 'x'.repeat(201) }],
    ['id', { id: 5 }],
    ['id', { id: 'a\u0000b' }],
    ['type', { type: 'WATCHED' }],
    ['occurredAt', { occurredAt: undefined }],
    ['occurredAt', { occurredAt: 'yesterday' }],
    ['occurredAt', { occurredAt: '2026-05-01' }],
    ['occurredAt', { occurredAt: '2026-02-31T00:00:00Z' }],
    ['occurredAt', { occurredAt: '2026-05-01T19:00:00' }],
    ['occurredAt', { occurredAt: '2026-05-03T19:00:00Z' }],
    ['occurredAt', { occurredAt: '1970-01-01T00:00:00Z' }],
    ['titleId', { titleId: null }],
    ['titleId', { titleId: 'nonsense' }],
    ['titleId', { titleId: 'movielens:\u0000' }],
    ['titleId', { titleId: { id: 7 } }],
    ['fromSeconds', { fromSeconds: undefined }],
    ['fromSeconds', { fromSeconds: -1 }],
    ['fromSeconds', { fromSeconds: Number.NaN }],
    ['toSeconds', { toSeconds: Number.POSITIVE_INFINITY }],
    ['toSeconds', { toSeconds: '10' }],
    ['toSeconds', { toSeconds: 0 }],
    ['toSeconds', { fromSeconds: 20 }],
    ['toSeconds', { toSeconds: 90_000 }],
    ['mediaSeconds', { mediaSeconds: 0 }],
    ['value', { type: 'RATING' }],
    ['value', { type: 'RATING', value: 0 }],
    ['value', { type: 'RATING', value: 5.5 }],
    ['rank', { rank: 1.5 }],
    ['userId', { userId: 'who?' }],
    ['playId', { playId: 'x'.repeat(201) }],
    ['titleIds', { type: 'IMPRESSION', titleId: null }],
    ['titleIds', { type: 'IMPRESSION', titleIds: [] }],
    ['titleIds', { type: 'IMPRESSION', titleIds: Array.from({ length: 201 }, () => '1') }],
    ['titleIds[1]', { type: 'IMPRESSION', titleIds: ['1', ''] }],
  ])('refuses a bad %s: %j', (field, given) => {
    const judged = checkEvent({ ...good, ...given }, clock);
    expect(judged).toMatchObject({ code: ErrorCode.BAD_INPUT, field, message: expect.stringMatching(/^Expected .+, got .+\.$/) });
  });

  it.each([null, 7, 'event', [good]])('refuses what is no object: %j', (given) => {
    expect(checkEvent(given, clock)).toMatchObject({ field: 'event' });
  });

  it('reads a good one', () => {
    expect(accepted({ titleId: 'movielens:318', userId: 'app:ann', occurredAt: '2026-05-01T21:00:00+02:00' })).toMatchObject({
      occurredAt: new Date('2026-05-01T19:00:00Z'),
      title: { source: 'movielens', value: '318' },
      user: { source: 'app', value: 'ann' },
      mediaSeconds: null,
    });
    expect(accepted({ occurredAt: new Date('2026-05-01T19:00:00Z'), titleId: 7 })).toMatchObject({ title: { id: 7 } });
    expect(accepted({ type: 'RATING', value: 3.7 }).value).toBe(3.7);
  });

  it('never throws, and never repeats what came', () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.anything(), type: fc.anything(), titleId: fc.anything(), occurredAt: fc.anything(), toSeconds: fc.anything() }),
        (given) => {
          expect(() => checkEvent({ ...good, ...given }, clock)).not.toThrow();
          expect(() => idOf(given)).not.toThrow();
        },
      ),
    );
    const judged = checkEvent({ ...good, titleId: 'kg_secret and more' }, clock);
    expect(JSON.stringify(judged)).not.toContain('kg_secret');
  });

  it('corrects a clock that is off by more than a few seconds', () => {
    expect(clockSkew('2026-05-01T19:59:58Z', now)).toBe(0);
    expect(clockSkew('2026-05-01T18:00:00Z', now)).toBe(7_200_000);
    expect(clockSkew(null, now)).toBe(0);
    expect(clockSkew('soon', now)).toBeNull();
    expect(checkEvent(good, { now, skewMs: -3_600_000 })).toMatchObject({ occurredAt: new Date('2026-05-01T18:00:00Z') });
  });

  it('takes a time a little ahead as now', () => {
    expect(accepted({ occurredAt: '2026-05-02T10:00:00Z' }).occurredAt).toEqual(now);
  });

  it('refuses an interval far past the end, by its own length before that of the title', () => {
    expect(checkLength(accepted({ toSeconds: 105 }), 100)).toBeNull();
    expect(checkLength(accepted({ toSeconds: 106 }), 100)).toMatchObject({ field: 'toSeconds' });
    expect(checkLength(accepted({ toSeconds: 106, mediaSeconds: 110 }), 100)).toBeNull();
    expect(checkLength(accepted({ toSeconds: 106 }), null)).toBeNull();
  });

  it('keeps a UUID as its key and makes one of any other text', () => {
    expect(eventKey('0B8F62C1-6A0B-4F5E-9E51-3C1A7D0B2F11')).toBe('0b8f62c1-6a0b-4f5e-9e51-3c1a7d0b2f11');
    expect(eventKey('event 1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => expect(eventKey(a) === eventKey(b)).toBe(a === b)));
  });
});
