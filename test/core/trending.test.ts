import { trendOf } from '../../core/trending';

const NOW = new Date('2026-06-01T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

describe('trending', () => {
  it('halves every half-life, forgets what is outside the window, and counts a clock ahead as now', () => {
    const trend = trendOf(
      [
        { titleId: 1, hour: hoursAgo(0), weight: 4 },
        { titleId: 1, hour: hoursAgo(6), weight: 4 },
        { titleId: 1, hour: hoursAgo(12), weight: 4 },
        { titleId: 2, hour: hoursAgo(49), weight: 1_000 },
        { titleId: 3, hour: hoursAgo(-2), weight: 5 },
      ],
      { windowHours: 48, halfLifeHours: 6 },
      NOW,
    );
    expect([...trend]).toEqual([
      [1, 7],
      [3, 5],
    ]);
  });
});
