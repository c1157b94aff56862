import { isTimeZone, startOfDay } from '../../core/local-time';
import { boundsOf, MetricsPeriod, metricsWindow, pieceAt } from '../../core/metrics-window';

const iso = (at: number | undefined) => new Date(at ?? Number.NaN).toISOString().slice(0, 16);
const hours = (starts: readonly number[]) => starts.slice(1).map((at, index) => (at - (starts[index] ?? 0)) / 3_600_000);

describe('the window of the dashboard', () => {
  it('of a day is this hour and the 23 before it, beside the same hours a week before', () => {
    const { now, before } = metricsWindow(MetricsPeriod.DAY, 'UTC', Date.parse('2026-05-20T12:20:00Z'));
    expect([iso(now.starts[0]), iso(now.starts.at(-1)), iso(now.until)]).toEqual([
      '2026-05-19T13:00',
      '2026-05-20T12:00',
      '2026-05-20T12:30',
    ]);
    expect([iso(before.starts[0]), iso(before.until)]).toEqual(['2026-05-12T13:00', '2026-05-13T12:15']);
  });

  it('of a week and a month are days by the clocks of the zone, the quarter-hour ones included', () => {
    const at = Date.parse('2026-05-20T20:00:00Z');
    const kathmandu = metricsWindow(MetricsPeriod.WEEK, 'Asia/Kathmandu', at);
    expect([iso(kathmandu.now.starts[0]), iso(kathmandu.now.starts.at(-1))]).toEqual(['2026-05-14T18:15', '2026-05-20T18:15']);
    expect(iso(kathmandu.before.until)).toBe('2026-05-13T20:00');
    const month = metricsWindow(MetricsPeriod.MONTH, 'Asia/Kolkata', at);
    expect([month.now.starts.length, iso(month.now.starts[0]), iso(month.before.starts[0])]).toEqual([
      30,
      '2026-04-21T18:30',
      '2026-03-17T18:30',
    ]);
    expect(month.before.until).toBeLessThan(month.now.starts[0] ?? 0);
  });

  it('has a day of 23 and one of 25 hours where clocks are put forward and back', () => {
    const spring = metricsWindow(MetricsPeriod.WEEK, 'Europe/Berlin', Date.parse('2026-03-31T10:00:00Z')).now.starts;
    expect(hours(spring)).toEqual([24, 24, 24, 24, 23, 24]);
    const autumn = metricsWindow(MetricsPeriod.WEEK, 'America/New_York', Date.parse('2026-11-04T10:00:00Z')).now.starts;
    expect(hours(autumn)).toEqual([24, 24, 24, 25, 24, 24]);
  });

  it('compares the same time of day across a change of the clocks', () => {
    const { now, before } = metricsWindow(MetricsPeriod.WEEK, 'Europe/Berlin', Date.parse('2026-03-31T10:00:00Z'));
    expect([iso(now.until), iso(before.until)]).toEqual(['2026-03-31T10:15', '2026-03-24T11:00']);
  });

  it('begins a day at its first moment where clocks skip midnight', () => {
    // In Cairo the clocks went from 00:00 to 01:00 on 24 April 2026.
    expect(iso(startOfDay('Africa/Cairo', Date.parse('2026-04-24T10:00:00Z')))).toBe('2026-04-23T22:00');
  });

  it('finds the piece of each edge, and none between the two stretches', () => {
    const window = metricsWindow(MetricsPeriod.WEEK, 'UTC', Date.parse('2026-05-20T12:00:00Z'));
    const edges = boundsOf(window);
    expect(edges.map((_, index) => pieceAt(window, index)).filter((piece) => piece === null)).toHaveLength(2);
    expect([pieceAt(window, 0), pieceAt(window, 8), pieceAt(window, 14)]).toEqual([
      { of: 'before', piece: 0 },
      { of: 'now', piece: 0 },
      { of: 'now', piece: 6 },
    ]);
    expect([...edges].sort((a, b) => a.getTime() - b.getTime())).toEqual(edges);
  });

  it('knows the time zones of the world and nothing else', () => {
    expect(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
    expect(['', 'Berlin', '../etc/passwd', 'Europe/Berlin; drop table', 'x'.repeat(100)].some(isTimeZone)).toBe(false);
  });
});
