import type { Actor } from '../core/audit';
import type { OutboxDestination } from '../core/outbox';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { returnSetApart } from '../store/outbox';

/** Who has what tried again, and when. */
interface Retrying {
  readonly destination: OutboxDestination;
  readonly actor: Actor;
  readonly now: Date;
}

/** Has the events of a destination tried again that it refused, since what was wrong may be mended; how many. */
export async function retrySetApart(db: Db, { destination, actor, now }: Retrying): Promise<number> {
  return db.transaction(async (db) => {
    const returned = await returnSetApart(db, destination, now);
    const about = { actor, action: 'outbox.retry', entity: 'outbox', entityId: destination };
    await writeAudit(db, { ...about, before: null, after: { returned } });
    await publish(db, returned > 0 ? [{ topic: 'outbox' }] : []);
    return returned;
  });
}
