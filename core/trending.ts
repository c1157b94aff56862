/** What happened to one title in one hour: positive weights summed. */
export interface HourlyWeight {
  readonly titleId: number;
  readonly hour: Date;
  readonly weight: number;
}

/** How trending forgets: hours before the window count nothing, inside it weight halves every `halfLifeHours`. */
export interface TrendWindow {
  readonly windowHours: number;
  readonly halfLifeHours: number;
}

const HOUR_MS = 3_600_000;

/** The trend of every title at `now`: the sum of weight * 2^(-age / halfLife) over the hours of the window. Hours ahead count as now. */
export function trendOf(activity: readonly HourlyWeight[], window: TrendWindow, now: Date): Map<number, number> {
  const trend = new Map<number, number>();
  for (const { titleId, hour, weight } of activity) {
    const age = Math.max(0, (now.getTime() - hour.getTime()) / HOUR_MS);
    if (age > window.windowHours) continue;
    trend.set(titleId, (trend.get(titleId) ?? 0) + weight * 2 ** (-age / window.halfLifeHours));
  }
  return trend;
}
