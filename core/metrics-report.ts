import { EventType } from './event';
import { addBins, quantilesOf } from './latency';
import type {
  CountedNumbers,
  MetricsByKind,
  MetricsByModel,
  MetricsByPlacement,
  MetricsByType,
  MetricsInput,
  MetricsNumbers,
  ServedNumbers,
} from './metrics';
import { type MetricsWindow, pieceAt } from './metrics-window';
import { countOf, mergedSketch, type Sketch } from './sketch';
import { TitleKind } from './title';

/** Counts of events between two edges of a window. */
export interface EventCount {
  readonly bucket: number;
  readonly type: string;
  readonly kind: string;
  readonly events: number;
  readonly seconds: number;
}

/** Counts of lists between two edges of a window. */
export interface ServedCount {
  readonly bucket: number;
  readonly placement: string;
  readonly engine: string;
  readonly modelId: number;
  readonly kind: string;
  readonly lists: number;
  readonly titles: number;
  readonly seen: number;
  readonly clicked: number;
  readonly watched: number;
}

/** What was read for a window; sketches are those of the kind asked for. */
export interface MetricsReading {
  readonly events: readonly EventCount[];
  readonly served: readonly ServedCount[];
  readonly people: ReadonlyMap<number, Sketch>;
  readonly titles: ReadonlyMap<number, Sketch>;
  readonly latencies: readonly { readonly bucket: number; readonly name: string; readonly bins: readonly number[] }[];
  readonly sockets: ReadonlyMap<number, number>;
  /** Titles that lists may name, by kind. */
  readonly listed: ReadonlyMap<string, number>;
  readonly countedUntil: Date | null;
}

type Within = (bucket: number) => boolean;

/** Puts together what a dashboard shows of a window from what was read for it. */
export function metricsReport(input: MetricsInput, window: MetricsWindow, reading: MetricsReading): CountedNumbers {
  const { now, before } = window;
  const counted = filtered(input, reading);
  const lies = (of: 'now' | 'before', piece?: number): Within => {
    return (bucket) => {
      const found = pieceAt(window, bucket);
      return found?.of === of && (piece === undefined || found.piece === piece);
    };
  };
  const [inNow, inBefore] = [lies('now'), lies('before')];
  return {
    ...{ period: input.period, timeZone: input.timeZone, bucket: window.bucket, countedUntil: reading.countedUntil },
    ...{ from: new Date(now.starts[0] ?? 0), until: new Date(now.until) },
    ...{ beforeFrom: new Date(before.starts[0] ?? 0), beforeUntil: new Date(before.until) },
    now: numbersOf(counted, inNow),
    before: numbersOf(counted, inBefore),
    series: now.starts.map((at, piece) => ({
      at: new Date(at),
      now: numbersOf(counted, lies('now', piece)),
      before: numbersOf(counted, lies('before', piece)),
    })),
    byType: byType(counted, inNow, inBefore),
    byKind: byKind(counted, inNow, inBefore),
    byPlacement: byPlacement(counted, inNow, inBefore),
    byModel: byModel(counted, inNow, inBefore),
  };
}

interface Counted extends MetricsReading {
  readonly listedTitles: number;
}

function filtered({ kind, placement, modelId }: MetricsInput, reading: MetricsReading): Counted {
  const isKind = (row: { readonly kind: string }): boolean => kind === null || row.kind === kind || isEpisodeOf(kind, row.kind);
  return {
    ...reading,
    events: reading.events.filter(isKind),
    served: reading.served.filter(
      (row) => isKind(row) && (placement === null || row.placement === placement) && (modelId === null || row.modelId === modelId),
    ),
    listedTitles: [...reading.listed].reduce((sum, [of, titles]) => sum + (kind === null || of === kind ? titles : 0), 0),
  };
}

/** Events go to episodes, lists name shows: whoever asks for shows means both. */
function isEpisodeOf(kind: TitleKind, other: string): boolean {
  return kind === TitleKind.SHOW && other === TitleKind.EPISODE;
}

function numbersOf(counted: Counted, within: Within): MetricsNumbers {
  const events = counted.events.filter(({ bucket }) => within(bucket));
  const distinctTitles = distinct(counted.titles, within);
  const sockets = [...counted.sockets].filter(([bucket]) => within(bucket)).map(([, most]) => most);
  return {
    ...servedNumbers(counted.served.filter(({ bucket }) => within(bucket))),
    events: sum(events, ({ events }) => events),
    activePeople: distinct(counted.people, within),
    hoursWatched: sum(events, ({ seconds }) => seconds) / 3_600,
    distinctTitles,
    coverage: counted.listedTitles === 0 ? null : Math.min(1, distinctTitles / counted.listedTitles),
    recommendationMs: quantiles(counted, 'recommendations', within),
    httpMs: quantiles(counted, 'http', within),
    sockets: sockets.length === 0 ? null : Math.max(...sockets),
  };
}

function servedNumbers(rows: readonly ServedCount[]): ServedNumbers {
  const impressions = sum(rows, ({ seen }) => seen);
  const clicked = sum(rows, ({ clicked }) => clicked);
  const watched = sum(rows, ({ watched }) => watched);
  const share = (count: number): number | null => (impressions === 0 ? null : count / impressions);
  return {
    lists: sum(rows, ({ lists }) => lists),
    titlesServed: sum(rows, ({ titles }) => titles),
    ...{ impressions, clicked, watched, clickThrough: share(clicked), watchThrough: share(watched) },
  };
}

function distinct(sketches: ReadonlyMap<number, Sketch>, within: Within): number {
  return countOf(mergedSketch([...sketches].filter(([bucket]) => within(bucket)).map(([, sketch]) => sketch)));
}

function quantiles({ latencies }: Counted, name: string, within: Within) {
  const bins = latencies.filter((row) => row.name === name && within(row.bucket)).map((row) => row.bins);
  return quantilesOf(bins.reduce(addBins, []));
}

function byType({ events }: Counted, now: Within, before: Within): readonly MetricsByType[] {
  return Object.values(EventType)
    .map((type) => {
      const of = events.filter((row) => row.type === type);
      return { type, events: eventsIn(of, now), eventsBefore: eventsIn(of, before) };
    })
    .filter(({ events, eventsBefore }) => events + eventsBefore > 0)
    .sort((a, b) => b.events - a.events);
}

function byKind({ events, served }: Counted, now: Within, before: Within): readonly MetricsByKind[] {
  return Object.values(TitleKind)
    .map((kind) => {
      const of = events.filter((row) => row.kind === kind);
      return {
        kind,
        events: eventsIn(of, now),
        eventsBefore: eventsIn(of, before),
        hoursWatched:
          sum(
            of.filter(({ bucket }) => now(bucket)),
            ({ seconds }) => seconds,
          ) / 3_600,
        ...bothServed(
          served.filter((row) => row.kind === kind),
          now,
          before,
        ),
      };
    })
    .filter(({ events, eventsBefore, served, servedBefore }) => events + eventsBefore + served.titlesServed + servedBefore.titlesServed > 0)
    .sort((a, b) => b.events - a.events);
}

function byPlacement({ served }: Counted, now: Within, before: Within): readonly MetricsByPlacement[] {
  return [...grouped(served, ({ placement }) => placement)]
    .map(([placement, rows]) => ({ placement: placement || null, ...bothServed(rows, now, before) }))
    .sort(byLists);
}

function byModel({ served }: Counted, now: Within, before: Within): readonly MetricsByModel[] {
  return [...grouped(served, ({ engine, modelId }) => `${engine} ${modelId}`).values()]
    .map((rows) => ({
      modelId: rows[0]?.modelId || null,
      engine: rows[0]?.engine ?? '',
      ...bothServed(rows, now, before),
    }))
    .sort(byLists);
}

const byLists = (a: { readonly served: ServedNumbers }, b: { readonly served: ServedNumbers }): number =>
  b.served.titlesServed - a.served.titlesServed || b.served.impressions - a.served.impressions;

function bothServed(rows: readonly ServedCount[], now: Within, before: Within) {
  return {
    served: servedNumbers(rows.filter(({ bucket }) => now(bucket))),
    servedBefore: servedNumbers(rows.filter(({ bucket }) => before(bucket))),
  };
}

function eventsIn(rows: readonly EventCount[], within: Within): number {
  return sum(
    rows.filter(({ bucket }) => within(bucket)),
    ({ events }) => events,
  );
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
