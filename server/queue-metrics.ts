import type { OutboxCount } from '../core/outbox';
import type { IntakeCounts } from '../flow/take-in';
import type { Db } from '../store/database';
import { outboxCounts } from '../store/outbox';
import type { Metrics } from './metrics';

interface Watched {
  readonly db: Db;
  readonly clock: () => Date;
  /** Of the intake of this process; null: events come by no queue. */
  readonly counts: IntakeCounts | null;
}

/** Adds what waits in the outbox and what was taken in by queue. */
export function watchQueues({ watchBy }: Metrics, { db, clock, counts }: Watched): void {
  const byDestination = (name: string, help: string, of: (count: OutboxCount) => number): void =>
    watchBy(
      name,
      { help, label: 'destination' },
      async () => new Map((await outboxCounts(db)).map((count) => [count.destination, of(count)])),
    );
  byDestination('kinograph_outbox_waiting', 'Accepted events that wait to be passed on; 100000 means so many or more.', (of) => of.waiting);
  byDestination('kinograph_outbox_oldest_seconds', 'How long the oldest of them has waited.', ({ oldestAt }) =>
    oldestAt === null ? 0 : Math.max(0, (clock().getTime() - oldestAt.getTime()) / 1000),
  );
  byDestination('kinograph_outbox_set_apart', 'Events that a destination refused for good.', (of) => of.setApart);
  if (counts !== null)
    watchBy('kinograph_intake_messages', { help: 'Messages taken from the queue since the start.', label: 'outcome' }, async () => {
      const { stored, refused, givenBack } = counts;
      return new Map(Object.entries({ stored, refused, 'given back': givenBack }));
    });
}
