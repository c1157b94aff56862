import Box from '@mui/material/Box';
import { lazy } from 'react';
import type { DashboardFragment, NumbersFragment } from '../generated/dashboard';
import { ChartCard } from '../parts/chart-card';
import { brief, count, share } from '../parts/numbers';
import { thanOf } from './cards';
import { hours, milliseconds } from './figures';

const Compared = lazy(() => import('../charts/compared'));

interface Drawn {
  readonly title: string;
  readonly of: (numbers: NumbersFragment) => number | null;
  readonly format: (value: number) => string;
  readonly exactly?: (value: number) => string;
}

const CHARTS: readonly Drawn[] = [
  { title: 'Events', of: ({ events }) => events, format: brief, exactly: count },
  { title: 'Active people', of: ({ activePeople }) => activePeople, format: brief, exactly: count },
  { title: 'Click-through', of: ({ clickThrough }) => clickThrough, format: share },
  { title: 'Hours watched', of: ({ hoursWatched }) => hoursWatched, format: hours },
  { title: 'Slow lists (p95)', of: ({ recommendationMs }) => recommendationMs?.p95 ?? null, format: milliseconds },
  { title: 'Slow answers (p95)', of: ({ httpMs }) => httpMs?.p95 ?? null, format: milliseconds },
];

/** How the numbers went, hour by hour or day by day, beside the time before. */
export function Charts({ metrics }: { readonly metrics: DashboardFragment }) {
  const label = labelOf(metrics);
  const labels = metrics.series.map(({ at }) => label(at));
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
      {CHARTS.map(({ title, of, format, exactly = format }) => {
        const [now, before] = [of(metrics.now), of(metrics.before)];
        const summary = `${said(now, exactly)} now, ${said(before, exactly)} ${thanOf(metrics)}.`;
        return (
          <ChartCard key={title} title={title} summary={summary} height={220}>
            <Compared
              labels={labels}
              now={metrics.series.map((point) => of(point.now))}
              before={metrics.series.map((point) => of(point.before))}
              than={thanOf(metrics)}
              format={format}
            />
          </ChartCard>
        );
      })}
    </Box>
  );
}

function said(value: number | null, say: (value: number) => string): string {
  return value === null ? 'none' : say(value);
}

/** Hours and days as the chosen clocks show them. */
function labelOf({ bucket, timeZone }: DashboardFragment): (at: string) => string {
  const format = new Intl.DateTimeFormat(undefined, {
    timeZone,
    ...(bucket === 'HOUR' ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short' }),
  });
  return (at) => format.format(new Date(at));
}
