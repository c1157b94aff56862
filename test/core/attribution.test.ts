import { type Attributed, attribute, type Serving, type Sighting, type TouchEvent } from '../../core/attribution';
import { EventType } from '../../core/event';

const NOON = Date.parse('2026-05-01T12:00:00Z');
const at = (time: string): number => Date.parse(`2026-05-0${time}:00Z`);

let sequence = 0;
function event(type: TouchEvent['type'], given: Partial<TouchEvent> = {}): TouchEvent {
  sequence += 1;
  const played = type === EventType.WATCH_INTERVAL ? { fromSeconds: 0, toSeconds: 60, mediaSeconds: 100 } : {};
  return {
    ...{ sequence, type, userId: 1, titleId: 7, kind: 'MOVIE', playedId: 7, at: NOON, recommendationId: null, mayWait: true },
    ...{ fromSeconds: null, toSeconds: null, mediaSeconds: null },
    ...played,
    ...given,
  };
}
const serving = (recommendationId: string, servedAt: number, given: Partial<Serving> = {}): Serving => ({
  ...{ recommendationId, userId: 1, titleId: 7, placement: 'home', engine: 'LOCAL', modelId: 3, servedAt },
  ...given,
});
const totals = ({ counts }: Attributed) => counts.map(({ placement, seen, clicked, watched }) => [placement, seen, clicked, watched]);
const { IMPRESSION, CLICK, WATCH_INTERVAL, COMPLETED } = EventType;

describe('attribution', () => {
  it('counts a title of a list once as seen, opened and watched, however often each happens', () => {
    const happened = [IMPRESSION, IMPRESSION, CLICK, CLICK, WATCH_INTERVAL, WATCH_INTERVAL, COMPLETED] as const;
    const events = happened.map((type, minute) => event(type, { at: NOON + minute * 60_000, recommendationId: 'a' }));
    const found = attribute(events, [serving('a', NOON - 1)], []);
    expect(totals(found)).toEqual([['home', 1, 1, 1]]);
    expect(found.waiting).toEqual([]);
    const again = attribute(events, [serving('a', NOON - 1)], found.sightings);
    expect([again.counts, again.sightings]).toEqual([[], []]);
  });

  it('gives an event to the list that it names, not to a later one', () => {
    const lists = [serving('a', NOON - 2_000), serving('b', NOON - 1_000, { placement: 'side-list' })];
    expect(totals(attribute([event(CLICK, { recommendationId: 'a' })], lists, []))).toEqual([['home', 1, 1, 0]]);
    expect(totals(attribute([event(CLICK)], lists, []))).toEqual([['side-list', 1, 1, 0]]);
  });

  it('gives one that names none to the last touch within 24 hours, to the millisecond', () => {
    const day = 86_400_000;
    expect(totals(attribute([event(CLICK)], [serving('a', NOON - day)], []))).toEqual([['home', 1, 1, 0]]);
    expect(totals(attribute([event(CLICK)], [serving('a', NOON - day - 1)], []))).toEqual([]);
    expect(totals(attribute([event(CLICK)], [serving('a', NOON + 1)], []))).toEqual([]);
  });

  it('takes what was opened for a later touch than what was only seen after it was answered', () => {
    const lists = [serving('a', at('1T09:00')), serving('b', at('1T10:00'), { placement: 'side-list' })];
    const events = [
      event(IMPRESSION, { at: at('1T10:01'), recommendationId: 'b' }),
      event(CLICK, { at: at('1T10:02'), recommendationId: 'a' }),
      event(WATCH_INTERVAL, { at: at('1T10:30') }),
    ];
    expect(totals(attribute(events, lists, []))).toEqual([
      ['side-list', 1, 0, 0],
      ['home', 1, 1, 0],
      ['home', 0, 0, 1],
    ]);
  });

  it('knows nothing of a list that was answered to someone else, or with another title', () => {
    const lists = [serving('a', NOON - 1, { userId: 2 }), serving('a', NOON - 1, { titleId: 8 })];
    expect(attribute([event(CLICK, { recommendationId: 'a', mayWait: false })], lists, [])).toMatchObject({ counts: [], sightings: [] });
  });

  it('lets an event wait for a list that is not written yet, and then takes the last touch instead', () => {
    const named = event(CLICK, { recommendationId: 'late' });
    const lists = [serving('a', NOON - 1_000)];
    expect(attribute([named], lists, [])).toMatchObject({ counts: [], waiting: [named] });
    expect(totals(attribute([named], [...lists, serving('late', NOON - 10, { placement: 'late' })], []))).toEqual([['late', 1, 1, 0]]);
    expect(totals(attribute([{ ...named, mayWait: false }], lists, []))).toEqual([['home', 1, 1, 0]]);
  });

  it('takes a title for watched once half of it was covered since, and seeking over the same part does not', () => {
    const list = [serving('a', NOON - 1)];
    const play = (fromSeconds: number, toSeconds: number, given: Partial<TouchEvent> = {}) =>
      event(WATCH_INTERVAL, { fromSeconds, toSeconds, at: NOON + sequence, ...given });
    const known = (events: readonly TouchEvent[], before: readonly Sighting[] = []) => attribute(events, list, before);
    const once = known([play(0, 30), play(0, 30), play(10, 30)]);
    expect(totals(once)).toEqual([['home', 1, 0, 0]]);
    expect(once.sightings[0]).toMatchObject({ covered: [[0, 300]], playedId: 7 });
    expect(totals(known([play(30, 50)], once.sightings))).toEqual([['home', 0, 0, 1]]);
    expect(totals(known([play(30, 49)], once.sightings))).toEqual([]);
    expect(totals(known([play(0, 90, { mediaSeconds: null })]))).toEqual([['home', 1, 0, 0]]);
  });

  it('begins anew with another episode of the show', () => {
    const list = [serving('a', NOON - 1)];
    const of = (playedId: number, fromSeconds: number, toSeconds: number) =>
      event(WATCH_INTERVAL, { playedId, fromSeconds, toSeconds, at: NOON + sequence });
    expect(totals(attribute([of(71, 0, 40), of(72, 40, 80)], list, []))).toEqual([['home', 1, 0, 0]]);
    expect(totals(attribute([of(71, 0, 40), of(72, 0, 50)], list, []))).toEqual([['home', 1, 0, 1]]);
  });

  it('counts each outcome in the quarter of an hour in which it happened', () => {
    const events = [
      event(IMPRESSION, { at: at('1T12:14'), recommendationId: 'a' }),
      event(CLICK, { at: at('1T12:15'), recommendationId: 'a' }),
    ];
    const { counts } = attribute(events, [serving('a', at('1T12:13'))], []);
    expect(counts.map(({ slot, seen, clicked }) => [new Date(slot).toISOString().slice(11, 16), seen, clicked])).toEqual([
      ['12:00', 1, 0],
      ['12:15', 0, 1],
    ]);
  });
});
