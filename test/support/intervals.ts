import { unionRanges } from '../../core/ranges';
import type { Db } from '../../store/database';

/** Seconds that the log tells of a title. */
export interface Reported {
  /** Repeats included. */
  readonly total: number;
  /** Without repeats. */
  readonly union: number;
  /** Rows that stand there under an id that another row has too. */
  readonly twice: number;
}

const MS = 1_000;

/** All intervals of a title in the log, whoever watched it. */
export async function reportedOf(db: Db, titleId: number): Promise<Reported> {
  const rows: { id: string; fromSeconds: number; toSeconds: number }[] = await db.query(
    `select id, "fromSeconds", "toSeconds" from events where type = 'WATCH_INTERVAL' and "titleId" = $1`,
    [titleId],
  );
  const union = unionRanges(rows.map(({ fromSeconds, toSeconds }) => [Math.round(fromSeconds * MS), Math.round(toSeconds * MS)]));
  return {
    total: rows.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0),
    union: union.reduce((sum, [from, to]) => sum + to - from, 0) / MS,
    twice: rows.length - new Set(rows.map(({ id }) => id)).size,
  };
}
