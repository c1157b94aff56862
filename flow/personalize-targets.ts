import type { Logger } from 'pino';
import type { Notice } from '../core/notice';
import { type Destination, OutboxDestination } from '../core/outbox';
import type { PersonalizeTargets } from '../core/personalize/sync';
import { untilDone } from '../store/retry';

/** What there is of ours in Amazon Personalize, as one process knows it. */
export interface KnownTargets {
  /** Null: nothing that could be asked or told. */
  current(): PersonalizeTargets | null;
  /** Reads it; throws what the database throws. */
  start(): Promise<void>;
  onNotice(notice: Notice): void;
  /** After notices may have been lost. */
  onReconnect(): void;
  stop(): Promise<void>;
}

/** Where accepted events are passed on to: Personalize, from when its tracker is there. */
export function destinationsOf(targets: Pick<KnownTargets, 'current'>): readonly Destination[] {
  return targets.current()?.trackingId ? [OutboxDestination.PERSONALIZE] : [];
}

interface Parts {
  readonly read: () => Promise<PersonalizeTargets | null>;
  readonly log: Logger;
  /** Awaited with what was read before it counts. */
  readonly prepare?: (targets: PersonalizeTargets) => Promise<unknown>;
  /** Called when they were read again. */
  readonly onRead?: () => void;
}

/** Keeps the targets current: read at the start, and again when the sync says that they changed. */
export function createTargets({ read, log, prepare, onRead }: Parts): KnownTargets {
  let targets: PersonalizeTargets | null = null;
  let reading: Promise<void> = Promise.resolve();
  const leaving = new AbortController();

  async function take(): Promise<void> {
    const next = await read();
    if (next) await prepare?.(next);
    targets = next;
    onRead?.();
  }
  // One after another: of two at once the older answer could come last.
  function again(): void {
    const failure = 'What there is in Personalize could not be read again.';
    reading = reading.then(() => untilDone(take, { log, failure, leaving: leaving.signal }));
  }

  return {
    current: () => targets,
    start: take,
    onNotice(notice) {
      if (notice.topic === 'personalize') again();
    },
    onReconnect: again,
    async stop() {
      leaving.abort();
      await reading;
    },
  };
}
