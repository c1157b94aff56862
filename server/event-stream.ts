import type { Logger } from 'pino';
import { AppError, ErrorCode } from '../core/errors';
import type { EventType } from '../core/event';
import type { TitleKind } from '../core/title';
import type { StreamedEvent } from '../store/event-stream';

/** Which events are shown; every field that is given must hold. */
export interface StreamFilter {
  readonly types?: readonly EventType[] | null;
  /** Of the title. */
  readonly kinds?: readonly TitleKind[] | null;
  readonly userId?: number | null;
}

/** Some events, the newest first, and how many others came in between that are not shown. */
export interface StreamedEvents {
  readonly events: readonly StreamedEvent[];
  readonly skipped: number;
}

/** The live stream of events of one process: one small read a second serves all who watch, none where nobody does. */
export interface EventStream {
  /** An empty answer at once, then whatever comes in. Throws RATE_LIMITED over the bound of watchers. */
  watch(filter: StreamFilter): AsyncIterableIterator<StreamedEvents>;
  stop(): void;
  readonly watchers: number;
}

interface Watcher {
  readonly filter: StreamFilter;
  /** What the next answer tells. */
  held: StreamedEvent[];
  skipped: number;
  wake: (() => void) | null;
}

const LOOK_MS = 1_000;
/** An answer shows so many. */
const MOST_SHOWN = 50;
/** What a look reads: at more events a second the rest are only counted. */
export const MOST_READ = 1_000;
/** Transactions commit in another order than they begin; a look goes back so far, and shows no event twice. */
export const OVERLAP_SECONDS = 10;
const MOST_WATCHERS = 100;

/** Makes the stream; `read` answers the newest events, the newest first. */
export function createEventStream({ read, log }: { read: () => Promise<readonly StreamedEvent[]>; log: Logger }): EventStream {
  const watchers = new Set<Watcher>();
  let timer: NodeJS.Timeout | null = null;
  /** Sequences that were seen, of the events that the next look may read again. */
  let seen: ReadonlySet<number> | null = null;
  let newest = 0;
  let isLooking = false;

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const events = await read();
      const known = seen;
      seen = new Set(events.map(({ sequence }) => sequence));
      const before = newest;
      newest = Math.max(newest, ...seen);
      if (known === null) return;
      const fresh = events.filter(({ sequence }) => !known.has(sequence));
      // The log numbers its events one by one: what lies between and was not read came in all the same.
      const unread = events.length < MOST_READ ? 0 : Math.max(0, newest - before - fresh.length);
      for (const watcher of watchers) tell(watcher, fresh, unread);
    } catch (error) {
      log.debug({ err: error }, 'The newest events could not be read.');
    } finally {
      isLooking = false;
    }
  }

  function start(): void {
    if (timer !== null) return;
    void look();
    timer = setInterval(() => void look(), LOOK_MS);
    timer.unref();
  }
  function rest(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
    seen = null;
    newest = 0;
  }

  return {
    watch(filter) {
      if (watchers.size >= MOST_WATCHERS)
        throw new AppError(ErrorCode.RATE_LIMITED, `${MOST_WATCHERS} operators watch the stream already; close one first.`);
      const watcher: Watcher = { filter, held: [], skipped: 0, wake: null };
      watchers.add(watcher);
      start();
      return streamOf(watcher, () => {
        watchers.delete(watcher);
        if (watchers.size === 0) rest();
      });
    },
    stop: rest,
    get watchers() {
      return watchers.size;
    },
  };
}

function tell(watcher: Watcher, fresh: readonly StreamedEvent[], unread: number): void {
  const fitting = fresh.filter((event) => fits(event, watcher.filter));
  const held = [...fitting, ...watcher.held];
  watcher.held = held.slice(0, MOST_SHOWN);
  watcher.skipped += held.length - watcher.held.length + unread;
  if (fitting.length + unread === 0) return;
  watcher.wake?.();
  watcher.wake = null;
}

function fits({ type, kind, userId }: StreamedEvent, filter: StreamFilter): boolean {
  const isType = !filter.types?.length || filter.types.includes(type);
  const isKind = !filter.kinds?.length || filter.kinds.some((wanted) => wanted === kind);
  return isType && isKind && (filter.userId === null || filter.userId === undefined || filter.userId === userId);
}

/** A slow reader gets one answer with the newest 50 and the number of those it missed: memory stays flat. */
function streamOf(watcher: Watcher, onReturn: () => void): AsyncIterableIterator<StreamedEvents> {
  let ended = false;
  let greeted = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    onReturn();
    watcher.wake?.();
  };
  const iterator: AsyncIterableIterator<StreamedEvents> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      while (greeted && !ended && watcher.held.length + watcher.skipped === 0)
        await new Promise<void>((resolve) => {
          watcher.wake = resolve;
        });
      if (ended) return { done: true, value: undefined };
      greeted = true;
      const value = { events: watcher.held, skipped: watcher.skipped };
      watcher.held = [];
      watcher.skipped = 0;
      return { done: false, value };
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    async throw(error) {
      end();
      throw error;
    },
  };
  return iterator;
}
