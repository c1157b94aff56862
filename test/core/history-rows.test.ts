import fc from 'fast-check';
import { EventType } from '../../core/event';
import { DateOrder } from '../../core/history/day';
import { type Place, RowFate } from '../../core/history/place';
import { fatesOf, isWatched, occurrenceOf, unleft, withoutHeld } from '../../core/history/row-fate';
import { correctableNames, namesOf } from '../../core/history/row-name';
import { playOf } from '../../core/history/row-play';
import { rowTimeOf } from '../../core/history/row-time';
import { atOnce } from '../../core/steps';
import { readHistory } from '../support/history-file';

const now = new Date('2026-01-01T00:00:00Z');
const sure = (titleId: number): Place => ({ fate: RowFate.SURE, titleId, score: 1, candidates: [{ titleId, score: 1 }] });
const UNKNOWN: Place = { fate: RowFate.UNKNOWN, titleId: null, score: 0, candidates: [] };

describe('when a row was watched', () => {
  const clocked = { now, clocked: true };
  it.each([
    ['2023-12-25 20:15:30', DateOrder.YEAR_FIRST, '2023-12-25T20:15:30.000Z'],
    ['2023-12-25T20:15', DateOrder.YEAR_FIRST, '2023-12-25T20:15:00.000Z'],
    ['25/12/2023 8:15 PM', DateOrder.DAY_FIRST, '2023-12-25T20:15:00.000Z'],
    ['12/25/23 12:05 am', DateOrder.MONTH_FIRST, '2023-12-25T00:05:00.000Z'],
  ])('is a time: %s', (date, order, at) => {
    expect(rowTimeOf(date, order, clocked)).toEqual({ at: new Date(at), timed: true });
  });

  it('is a day alone where there is no time of day, or a spreadsheet has made one up', () => {
    const day = { at: new Date('2023-12-25T00:00:00Z'), timed: false };
    for (const date of ['2023-12-25', '2023-12-25 25:00', '2023-12-25 10:61:00'])
      expect(rowTimeOf(date, DateOrder.YEAR_FIRST, clocked)).toEqual(day);
    expect(rowTimeOf('2023-12-25 00:00:00', DateOrder.YEAR_FIRST, { now, clocked: false })).toEqual(day);
  });

  it('is nothing for what is no day, or is still to come', () => {
    for (const date of ['', 'soon', '2023-02-31', '1815-12-10', '2026-02-01', '2026-01-02 10:00:00'])
      expect(rowTimeOf(date, DateOrder.YEAR_FIRST, clocked)).toBeNull();
  });
});

describe('what a row played', () => {
  it('is a whole play where no seconds are told', () => {
    for (const seconds of [null, 0, Number.NaN]) expect(playOf(seconds, { length: 100, seen: 0 }).type).toBe(EventType.COMPLETED);
  });

  it('goes on where the row before stopped, and begins anew once the title is over', () => {
    const span = (seconds: number, seen: number, length: number | null = 6_000) => {
      const { fromSeconds, toSeconds, mediaSeconds } = playOf(seconds, { length, seen });
      return [fromSeconds, toSeconds, mediaSeconds];
    };
    expect(span(3_000, 0)).toEqual([0, 3_000, null]);
    expect(span(3_000, 3_000)).toEqual([3_000, 6_000, null]);
    expect(span(3_000, 4_000)).toEqual([3_000, 6_000, null]);
    expect(span(1_000, 5_800)).toEqual([0, 1_000, null]);
    expect(span(9_000, 0)).toEqual([0, 9_000, 9_000]);
    expect(span(600, 300, null)).toEqual([0, 600, null]);
    expect(span(500_000, 0, null)).toEqual([0, 86_400, null]);
  });

  it('never loses a second of a day, and never ends past its own length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), fc.integer({ min: 1, max: 20_000 }), fc.nat(30_000), (seconds, length, seen) => {
        const { fromSeconds, toSeconds, mediaSeconds } = playOf(seconds, { length, seen });
        expect((toSeconds ?? 0) - (fromSeconds ?? 0)).toBe(seconds);
        expect(fromSeconds).toBeGreaterThanOrEqual(0);
        expect(toSeconds).toBeLessThanOrEqual(mediaSeconds ?? length);
      }),
    );
  });
});

describe('the name that rows are grouped by', () => {
  const places = new Map<string, Place>([
    ['Dark Pier: Season 1: One', sure(1)],
    ['Dark Pier: Two', sure(1)],
    ['Star Gate: A Beginning', sure(2)],
    ['Star Gate: The End', sure(3)],
    ['Star Gate: The Middle', UNKNOWN],
    ['Nobody: One', UNKNOWN],
    ['Nobody: Two', UNKNOWN],
    ['Nobody: Three', UNKNOWN],
    ['Alone: Once', UNKNOWN],
  ]);

  it('is the show’s where that is known or repeats, and never one of several films', () => {
    expect([...namesOf(places).values()]).toEqual([
      ...['Dark Pier', 'Dark Pier', 'Star Gate: A Beginning', 'Star Gate: The End', 'Star Gate: The Middle'],
      ...['Nobody', 'Nobody', 'Nobody', 'Alone: Once'],
    ]);
  });

  it('may be corrected under the string, the name or, where nothing is sure, what may be its show', () => {
    expect(correctableNames('Nobody: A: B', 'Nobody: A', UNKNOWN)).toEqual(['Nobody: A: B', 'Nobody: A', 'Nobody']);
    expect(correctableNames('Heat: Two', 'Heat: Two', sure(1))).toEqual(['Heat: Two']);
  });
});

describe('the fates of rows', () => {
  const FILE = readHistory('Title,Date\nHeat,25/12/2023\nHeat,25/12/2023\nNobody,24/12/2023\nHeat,\n');
  const given = { importId: 1, file: FILE, profile: null, order: DateOrder.DAY_FIRST, now, places: new Map([['Heat', sure(7)]]) };
  const fates = (corrections: ReadonlyMap<string, number | null> = new Map()) => atOnce(fatesOf({ ...given, corrections }));

  it('are what was found, unless the person said something else', () => {
    expect(fates().map(({ fate, titleId }) => [fate, titleId])).toEqual([
      ['SURE', 7],
      ['SURE', 7],
      ['UNKNOWN', null],
      ['DROPPED', null],
    ]);
    expect(fates(new Map([['Heat', 8]])).map(({ titleId }) => titleId)).toEqual([8, 8, null, null]);
    expect(fates(new Map([['Heat', null]])).map(({ fate }) => fate)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'DROPPED']);
  });

  it('are DROPPED for as many as were imported before', () => {
    const held = (count: number) => new Map([[occurrenceOf({ text: 'Heat', at: Date.UTC(2023, 11, 25), timed: false }), count]]);
    const dropped = (count: number): number[] =>
      atOnce(withoutHeld(fates(), held(count))).flatMap(({ reason, number }) => (reason === 'already imported' ? [number] : []));
    expect([dropped(0), dropped(1), dropped(2), dropped(3)]).toEqual([[], [1], [1, 2], [1, 2]]);
  });

  it('are as before once a row that was left out counts again', () => {
    expect(unleft({ titleId: 7, candidates: [] }).fate).toBe(RowFate.SURE);
    expect(unleft({ titleId: null, candidates: [{ titleId: 7, score: 0.5 }] }).fate).toBe(RowFate.ASK);
    expect(unleft({ titleId: null, candidates: [] }).fate).toBe(RowFate.UNKNOWN);
  });

  it('are one for each row of any text, and nothing of another profile is kept', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('Heat', 'Ann', 'Ben', '2023-12-25 20:00:00', '25/12/2023', '"', ','),
    );
    const header = fc.constantFrom('Title,Date', 'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type', '');
    fc.assert(
      fc.property(header, fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (first, lines) => {
        const file = readHistory([first, ...lines.map((cells) => cells.join(','))].join('\n'));
        const rows = atOnce(fatesOf({ ...given, file, profile: file.profiles[0] ?? null, corrections: new Map() }));
        expect(rows.map(({ number }) => number)).toEqual(file.rows.map(({ row }) => row));
        for (const [index, row] of file.rows.entries())
          if (!isWatched({ ...row, dropped: null, text: 'x' }, file.profiles[0] ?? null)) expect(rows[index]?.text).toBe('');
      }),
    );
  });
});
