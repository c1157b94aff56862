import type { Logger } from 'pino';
import type { CountedNumbers, LiveNumbers, Metrics, MetricsInput } from '../core/metrics';
import { newestOnly, type Reader } from '../flow/newest-only';

type Pushed = { readonly metrics: Metrics; readonly version: number };

interface Channel {
  readonly input: MetricsInput;
  readonly readers: Set<Reader<Pushed>>;
  counted: Promise<CountedNumbers> | null;
}

type Now = Pick<Metrics, 'needsAttention'> & { readonly live: LiveNumbers };

interface Reading {
  counted(input: MetricsInput): Promise<CountedNumbers>;
  now(): Promise<Now>;
  readonly log: Logger;
}

/** The dashboard of one process: each input is counted once for all who look at it. */
export interface LiveMetrics {
  /** The numbers now. */
  read(input: MetricsInput): Promise<Metrics>;
  /** The numbers now, then again after every roll-up, alert and change of what is so at the moment; at most every 2 s. */
  watch(input: MetricsInput): AsyncIterableIterator<Metrics>;
  /** Something was counted anew, or needs attention. */
  onMetrics(): void;
  stop(): void;
  readonly subscribers: number;
}

const LEAST_MS = 2_000;
/** Sockets, processes and jobs change without a notice: while somebody looks, they are read so often. */
const LOOK_MS = 5_000;

/** Makes the dashboard; nothing is read while nobody looks. */
export function createLiveMetrics({ counted, now, log }: Reading): LiveMetrics {
  const channels = new Map<string, Channel>();
  let versions = 0;
  let told = '';
  let pushing: NodeJS.Timeout | null = null;
  let looking: NodeJS.Timeout | null = null;

  async function metricsOf(channel: Channel, moment: Promise<Now>): Promise<Pushed> {
    versions += 1;
    const version = versions;
    channel.counted ??= counted(channel.input);
    // What failed must not be kept.
    channel.counted.catch(() => {
      channel.counted = null;
    });
    return { metrics: { ...(await channel.counted), ...(await moment) }, version };
  }

  async function push(): Promise<void> {
    pushing = null;
    const moment = now();
    moment.then(
      (known) => {
        told = textOf(known);
      },
      () => undefined,
    );
    for (const channel of channels.values()) {
      try {
        const pushed = await metricsOf(channel, moment);
        for (const reader of channel.readers) reader.deliver(pushed);
      } catch (error) {
        log.warn({ err: error }, 'The numbers of the dashboard could not be read.');
      }
    }
  }

  function pushSoon(): void {
    if (channels.size === 0 || pushing !== null) return;
    pushing = setTimeout(() => void push(), LEAST_MS);
    pushing.unref();
  }

  async function look(): Promise<void> {
    const known = await now().catch(() => null);
    if (known !== null && textOf(known) !== told) pushSoon();
  }

  function join(input: MetricsInput, reader: Reader<Pushed>): Channel {
    const key = JSON.stringify(input);
    const channel = channels.get(key) ?? { input, readers: new Set(), counted: null };
    channels.set(key, channel);
    channel.readers.add(reader);
    looking ??= setInterval(() => void look(), LOOK_MS).unref();
    return channel;
  }

  function leave(channel: Channel, reader: Reader<Pushed>): void {
    channel.readers.delete(reader);
    if (channel.readers.size === 0) channels.delete(JSON.stringify(channel.input));
    if (channels.size === 0) rest();
  }

  function rest(): void {
    if (looking !== null) clearInterval(looking);
    if (pushing !== null) clearTimeout(pushing);
    looking = null;
    pushing = null;
  }

  return {
    async read(input) {
      const moment = now();
      return { ...(await counted(input)), ...(await moment) };
    },
    watch(input) {
      let channel: Channel | null = null;
      const { iterator, reader } = newestOnly<Pushed>(() => channel && leave(channel, reader), versionOf);
      channel = join(input, reader);
      metricsOf(channel, now()).then(reader.deliver, reader.fail);
      return mapped(iterator);
    },
    onMetrics() {
      for (const channel of channels.values()) channel.counted = null;
      pushSoon();
    },
    stop: rest,
    get subscribers() {
      return [...channels.values()].reduce((sum, { readers }) => sum + readers.size, 0);
    },
  };
}

const versionOf = ({ version }: Pushed): number => version;

/** What a push would tell anew: not that a server was seen again, nor its memory. */
function textOf({ live, needsAttention }: Now): string {
  const processes = live.processes.map(({ id, sockets, subscriptions }) => [id, sockets, subscriptions]);
  return JSON.stringify([processes, live.jobs, live.unknownTitles, needsAttention]);
}

function mapped(source: AsyncIterableIterator<Pushed>): AsyncIterableIterator<Metrics> {
  const unwrapped = (result: IteratorResult<Pushed>): IteratorResult<Metrics> =>
    result.done ? { done: true, value: undefined } : { done: false, value: result.value.metrics };
  const iterator: AsyncIterableIterator<Metrics> = {
    [Symbol.asyncIterator]: () => iterator,
    next: async () => unwrapped(await source.next()),
    return: async () => ({ done: true, value: await source.return?.() }),
    throw: async (error) => {
      await source.return?.();
      throw error;
    },
  };
  return iterator;
}
