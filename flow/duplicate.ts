import type { Actor } from '../core/audit';
import { badInput } from '../core/errors';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { setApart } from '../store/duplicates';

interface Apart {
  readonly actor: Actor;
  readonly titleId: number;
  readonly otherId: number;
}

/** Says that two titles are two works, so that nobody is asked again. Throws BAD_INPUT for one title twice. */
export async function keepApart(db: Db, { actor, titleId, otherId }: Apart): Promise<void> {
  if (titleId === otherId) throw badInput('otherId', 'This is the same title.', 'the id of another title');
  await db.transaction(async (db) => {
    await setApart(db, titleId, otherId);
    const entry = { actor, action: 'title.keep-apart', entity: 'title', entityId: String(titleId) };
    await writeAudit(db, { ...entry, before: null, after: { otherId } });
  });
}
