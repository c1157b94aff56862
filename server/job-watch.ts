import { newestOnly, type Reader } from '../flow/newest-only';
import type { JobQueue } from '../store/job-queue';

/** Clients of this process that follow the queue. */
export interface JobWatch {
  /** The queue as it is, then after every change. */
  watch(): AsyncIterableIterator<JobQueue>;
  /** A job has changed: reads the queue again, once however many changed meanwhile. */
  onJob(): void;
  readonly subscribers: number;
}

/** Follows the queue by notices; `read` answers it as it is now. One reading is in flight and at most one waits. */
export function createJobWatch(read: () => Promise<JobQueue>): JobWatch {
  const readers = new Set<Reader<Numbered>>();
  let readings = 0;
  let reading = false;
  let again = false;

  async function tell(): Promise<void> {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      readings += 1;
      const version = readings;
      await read().then(
        (queue) => {
          for (const reader of readers) reader.deliver({ queue, version });
        },
        (error: unknown) => {
          for (const reader of readers) reader.fail(error);
        },
      );
    } while (again && readers.size > 0);
    reading = false;
  }

  return {
    watch() {
      const { iterator, reader } = newestOnly<Numbered>(
        () => readers.delete(reader),
        ({ version }) => version,
      );
      readers.add(reader);
      void tell();
      return queuesOf(iterator);
    },
    onJob() {
      if (readers.size > 0) void tell();
    },
    get subscribers() {
      return readers.size;
    },
  };
}

interface Numbered {
  readonly queue: JobQueue;
  readonly version: number;
}

function queuesOf(source: AsyncIterableIterator<Numbered>): AsyncIterableIterator<JobQueue> {
  const unwrapped = (result: IteratorResult<Numbered>): IteratorResult<JobQueue> =>
    result.done ? { done: true, value: undefined } : { done: false, value: result.value.queue };
  const iterator: AsyncIterableIterator<JobQueue> = {
    [Symbol.asyncIterator]: () => iterator,
    next: async () => unwrapped(await source.next()),
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await source.return?.();
      throw error;
    },
  };
  return iterator;
}
