import { SESSION_SOURCE } from '../core/aws/names';
import type { Db } from './database';

/** The person behind each session of an application, `aws-session:...`, in that order; null where there is none, or it is joined to a user. */
export async function openSessions(db: Db, sessions: readonly string[]): Promise<readonly (number | null)[]> {
  const names = sessions.map((session) => session.slice(SESSION_SOURCE.length + 1));
  const rows: { id: number; externalId: string }[] = await db.query(
    `select id, "externalId" from users where source = $1 and "externalId" = any($2::text[]) and "mergedIntoId" is null`,
    [SESSION_SOURCE, names],
  );
  const found = new Map(rows.map(({ id, externalId }) => [externalId, id]));
  return names.map((name) => found.get(name) ?? null);
}
