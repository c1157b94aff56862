import { type Cell, csvText } from '../core/csv-text';
import type { MetricsInput, MetricsNumbers } from '../core/metrics';
import type { Db } from '../store/database';
import type { Download } from './download';
import { countedNumbers } from './metrics';

type Column = readonly [name: string, of: (numbers: MetricsNumbers) => number | null];

const COLUMNS: readonly Column[] = [
  ['events', ({ events }) => events],
  ['activePeople', ({ activePeople }) => activePeople],
  ['hoursWatched', ({ hoursWatched }) => rounded(hoursWatched)],
  ['lists', ({ lists }) => lists],
  ['titlesServed', ({ titlesServed }) => titlesServed],
  ['impressions', ({ impressions }) => impressions],
  ['clicked', ({ clicked }) => clicked],
  ['watched', ({ watched }) => watched],
  ['clickThrough', ({ clickThrough }) => rounded(clickThrough)],
  ['watchThrough', ({ watchThrough }) => rounded(watchThrough)],
  ['distinctTitles', ({ distinctTitles }) => distinctTitles],
  ['coverage', ({ coverage }) => rounded(coverage)],
  ['recommendationP50Ms', ({ recommendationMs }) => recommendationMs?.p50 ?? null],
  ['recommendationP95Ms', ({ recommendationMs }) => recommendationMs?.p95 ?? null],
  ['recommendationP99Ms', ({ recommendationMs }) => recommendationMs?.p99 ?? null],
  ['httpP50Ms', ({ httpMs }) => httpMs?.p50 ?? null],
  ['httpP95Ms', ({ httpMs }) => httpMs?.p95 ?? null],
  ['httpP99Ms', ({ httpMs }) => httpMs?.p99 ?? null],
  ['sockets', ({ sockets }) => sockets],
];

/** The numbers of the dashboard as CSV: a row an hour or day, each beside the one before, and one of the whole period. Throws BAD_INPUT. */
export const metricsDownload: Download<MetricsInput> = {
  contentType: 'text/csv; charset=utf-8',
  fileName: ({ period }) => `metrics-${period.toLowerCase()}.csv`,

  async *write(db: Db, input: MetricsInput, now: Date) {
    const { series, now: current, before } = await countedNumbers(db, input, now);
    const row = (at: string, ofNow: MetricsNumbers, ofBefore: MetricsNumbers): readonly Cell[] => [
      at,
      ...COLUMNS.map(([, of]) => of(ofNow)),
      ...COLUMNS.map(([, of]) => of(ofBefore)),
    ];
    yield csvText([
      ['at', ...COLUMNS.map(([name]) => name), ...COLUMNS.map(([name]) => `${name}Before`)],
      ...series.map((point) => row(point.at.toISOString(), point.now, point.before)),
      row('total', current, before),
    ]);
  },
};

const DIGITS = 6;

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(DIGITS));
}
