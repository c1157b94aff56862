import { notFound } from '../core/errors';
import type { Job } from '../core/job';
import { newestOnly, type Reader } from '../flow/newest-only';

/** Jobs of which clients of this process follow the progress. */
export interface JobProgress {
  /** The job as it is, then after every change until it has ended. Throws NOT_FOUND through the iterator. */
  watch(id: number): AsyncIterableIterator<Job>;
  /** Reads the job again and tells those who follow it. */
  onJob(id: number): void;
  /** After notices may have been lost. */
  resync(): void;
  readonly subscribers: number;
}

/** Follows jobs by notices; `read` answers a job as it is now. */
export function createJobProgress(read: (id: number) => Promise<Job | null>): JobProgress {
  const readersOf = new Map<number, Set<Reader<Numbered>>>();
  // A job has no version of its own: what is read later is newer.
  let readings = 0;

  function tell(id: number): void {
    readings += 1;
    const version = readings;
    read(id).then(
      (job) => {
        for (const reader of readersOf.get(id) ?? []) {
          if (job === null) reader.fail(notFound('id', 'job'));
          else reader.deliver({ job, version });
        }
      },
      (error) => {
        for (const reader of readersOf.get(id) ?? []) reader.fail(error);
      },
    );
  }

  return {
    watch(id) {
      const readers = readersOf.get(id) ?? new Set();
      const leave = (): void => {
        readers.delete(reader);
        if (readers.size === 0) readersOf.delete(id);
      };
      const { iterator, reader } = newestOnly<Numbered>(leave, ({ version }) => version);
      readersOf.set(id, readers.add(reader));
      tell(id);
      return untilEnded(iterator);
    },
    onJob(id) {
      if (readersOf.has(id)) tell(id);
    },
    resync() {
      for (const id of readersOf.keys()) tell(id);
    },
    get subscribers() {
      return [...readersOf.values()].reduce((sum, readers) => sum + readers.size, 0);
    },
  };
}

interface Numbered {
  readonly job: Job;
  readonly version: number;
}

/** Ends the subscription after the job's last state was sent. */
function untilEnded(source: AsyncIterableIterator<Numbered>): AsyncIterableIterator<Job> {
  let ended = false;
  const done = { done: true, value: undefined } as const;
  const iterator: AsyncIterableIterator<Job> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      const result = ended ? await end() : await source.next();
      if (result.done) return done;
      ended = result.value.job.finishedAt !== null;
      return { done: false, value: result.value.job };
    },
    async return() {
      await end();
      return done;
    },
    async throw(error) {
      await end();
      throw error;
    },
  };
  async function end(): Promise<IteratorReturnResult<undefined>> {
    await source.return?.();
    return done;
  }
  return iterator;
}
