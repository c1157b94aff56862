import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { DashboardFragment } from '../generated/dashboard';
import { brief, bytes, count } from '../parts/numbers';
import { changeOf, FIGURES, type Figure, milliseconds } from './figures';
import { Change, NumberCard } from './number-card';

/** A grid of cards that fits a desk and a phone. */
export function CardGrid({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: {
          xs: 'repeat(2, minmax(0, 1fr))',
          sm: 'repeat(3, minmax(0, 1fr))',
          lg: 'repeat(4, minmax(0, 1fr))',
          xl: 'repeat(6, minmax(0, 1fr))',
        },
      }}
    >
      {children}
    </Box>
  );
}

/** What the numbers are compared with, in words. */
export function thanOf({ period }: Pick<DashboardFragment, 'period'>): string {
  return period === 'MONTH' ? 'five weeks ago' : 'last week';
}

/** The numbers of the period, each beside what it was before. */
export function Cards({ metrics }: { readonly metrics: DashboardFragment }) {
  const { recommendationMs } = metrics.now;
  return (
    <CardGrid>
      {FIGURES.map((figure: Figure) => (
        <FigureCard key={figure.label} figure={figure} metrics={metrics} />
      ))}
      <NumberCard
        label="Slow lists"
        means="95 and 99 of a hundred answers to `recommendations` were faster."
        value={recommendationMs ? milliseconds(recommendationMs.p95) : '–'}
        beside={recommendationMs ? `p95; p99 is ${milliseconds(recommendationMs.p99)}` : 'Nobody asked.'}
        values={metrics.series.map(({ now }) => now.recommendationMs?.p95 ?? null)}
      />
      <SocketsCard metrics={metrics} />
      <JobsCard metrics={metrics} />
      <DatabaseCard metrics={metrics} />
    </CardGrid>
  );
}

function FigureCard({ figure, metrics }: { readonly figure: Figure; readonly metrics: DashboardFragment }) {
  const { label, of, say, exactly = say, means, isMoreBetter } = figure;
  const [now, before] = [of(metrics.now), of(metrics.before)];
  return (
    <NumberCard
      label={label}
      means={means}
      value={now === null ? '–' : say(now)}
      exact={now === null ? undefined : exactly(now)}
      beside={
        <Change
          by={changeOf(now, before)}
          isMoreBetter={isMoreBetter}
          was={before === null ? 'none' : exactly(before)}
          than={thanOf(metrics)}
        />
      }
      values={metrics.series.map((point) => of(point.now))}
    />
  );
}

function SocketsCard({ metrics: { live, series } }: { readonly metrics: DashboardFragment }) {
  const servers = live.processes.length;
  return (
    <NumberCard
      label="Live sockets"
      means="Connections that are open at this moment, of all servers."
      value={brief(live.sockets)}
      exact={count(live.sockets)}
      beside={`${count(live.subscriptions)} live lists, ${count(servers)} ${servers === 1 ? 'server' : 'servers'}`}
      values={series.map(({ now }) => now.sockets)}
    />
  );
}

function JobsCard({ metrics: { live } }: { readonly metrics: DashboardFragment }) {
  const of = (state: string): number => live.jobs.find((jobs) => jobs.state === state)?.count ?? 0;
  const failed = of('FAILED');
  return (
    <NumberCard
      label="Jobs"
      means="Background work that runs now; what waits, and what failed in the last day."
      value={count(of('RUNNING'))}
      beside={`running; ${count(of('QUEUED'))} waiting, ${count(failed)} failed`}
    />
  );
}

function DatabaseCard({ metrics: { live } }: { readonly metrics: DashboardFragment }) {
  const { databaseBytes, databaseConnections, diskFreeBytes } = live;
  const free = diskFreeBytes === null ? '' : `, ${bytes(diskFreeBytes)} free`;
  return (
    <NumberCard
      label="Database"
      means="Its size and its connections, and what is free on its disk where that is ours."
      value={databaseBytes === null ? '–' : bytes(databaseBytes)}
      beside={databaseConnections === null ? 'Looked at once a minute.' : `${count(databaseConnections)} connections${free}`}
    />
  );
}
