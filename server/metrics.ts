import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { ErrorCode } from '../core/errors';
import type { EventResult } from '../core/event';
import type { Tracker } from '../flow/track';
import { createTallies, type Tallies } from './tallies';

/** What is counted; every label has few values, none of them a person's. */
export interface Metrics {
  readonly registry: Registry;
  readonly httpSeconds: Histogram<'route' | 'method' | 'status'>;
  readonly graphqlSeconds: Histogram<'kind' | 'outcome'>;
  readonly eventsJudged: Counter<'status'>;
  /** What is written to the database now and then, for the dashboard. */
  readonly tallies: Tallies;
  /** Adds a number that is read when it is asked for. */
  watch(name: string, help: string, read: () => number): void;
  /** Adds numbers by one label that are read when they are asked for. */
  watchBy(name: string, options: { readonly help: string; readonly label: string }, read: () => Promise<ReadonlyMap<string, number>>): void;
  stop(): void;
}

/** The same tracker, with every event counted by what became of it. */
export function counting(tracker: Tracker, { eventsJudged, tallies }: Metrics): Tracker {
  return {
    ...tracker,
    async track(request) {
      const results = await tracker.track(request);
      for (const [index, result] of results.entries()) {
        eventsJudged.inc({ status: result.status });
        const reference = unknownTitle(result, request.events[index]);
        if (reference !== null) tallies.missed(reference);
      }
      return results;
    },
  };
}

const LONGEST_REFERENCE = 200;

/** The title that an event was refused for, as it named it; null where it was not refused for one. */
function unknownTitle({ code, field }: EventResult, event: unknown): string | null {
  const at = code === ErrorCode.NOT_FOUND ? /^(titleIds?)(?:\[(\d+)\])?$/.exec(field ?? '') : null;
  if (at === null || typeof event !== 'object' || event === null) return null;
  const { titleId, titleIds } = event as { readonly titleId?: unknown; readonly titleIds?: unknown };
  const named = at[1] === 'titleId' ? titleId : Array.isArray(titleIds) && titleIds[Number(at[2])];
  return typeof named === 'string' || typeof named === 'number' ? String(named).slice(0, LONGEST_REFERENCE) : null;
}

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;
const P99 = 99;

/** Metrics in a registry of their own, so that two servers in one process do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();

  const watch: Metrics['watch'] = (name, help, read) => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  watch('nodejs_eventloop_lag_p99_seconds', 'How late the event loop was, 99th percentile since the last scrape.', () => {
    const seconds = delay.percentile(P99) / NANOSECONDS;
    delay.reset();
    return Number.isFinite(seconds) ? seconds : 0;
  });
  watch('process_resident_memory_bytes', 'Resident memory of this process.', () => process.memoryUsage.rss());
  watch('process_cpu_seconds_total', 'Processor time of this process since it started.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / MICROSECONDS;
  });

  return {
    registry,
    tallies: createTallies(),
    httpSeconds: new Histogram({
      name: 'kinograph_http_request_seconds',
      help: 'Time from request to answer.',
      labelNames: ['route', 'method', 'status'],
      buckets: BUCKETS,
      registers,
    }),
    graphqlSeconds: new Histogram({
      name: 'kinograph_graphql_operation_seconds',
      help: 'Time of an operation by its kind.',
      labelNames: ['kind', 'outcome'],
      buckets: BUCKETS,
      registers,
    }),
    eventsJudged: new Counter({
      name: 'kinograph_events_total',
      help: 'Events by what became of them.',
      labelNames: ['status'],
      registers,
    }),
    watch,
    watchBy(name, { help, label }, read) {
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers,
        async collect() {
          this.reset();
          for (const [value, count] of await read()) this.set({ [label]: value }, count);
        },
      });
    },
    stop: () => delay.disable(),
  };
}
