import type { Actor } from '../core/audit';
import { notFound } from '../core/errors';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { deleteSessionsOf } from '../store/operator-sessions';
import { operatorById } from '../store/operators';

/** Signs an operator out everywhere, but for one session where it is named; answers how many ended. Throws NOT_FOUND. */
export async function endSessions(
  db: Db,
  operatorId: number,
  { actor, exceptId = null }: { readonly actor: Actor; readonly exceptId?: number | null },
): Promise<number> {
  return db.transaction(async (db) => {
    if ((await operatorById(db, operatorId)) === null) throw notFound('operatorId', 'operator');
    const sessionsEnded = await deleteSessionsOf(db, operatorId, exceptId);
    const entityId = String(operatorId);
    await writeAudit(db, { actor, action: 'operator.endSessions', entity: 'operator', entityId, before: null, after: { sessionsEnded } });
    await publish(db, [{ topic: 'operator', id: operatorId }]);
    return sessionsEnded;
  });
}
