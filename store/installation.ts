import { randomUUID } from 'node:crypto';
import type { Db } from './database';

const NAME = 'installation';

/** The id of this database among all Kinographs, made when it is first asked for: by it one knows its own events again. */
export async function installationOf(db: Db): Promise<string> {
  await db.query('insert into settings (name, value) values ($1, to_jsonb($2::text)) on conflict (name) do nothing', [NAME, randomUUID()]);
  const [row]: { id: string }[] = await db.query(`select value #>> '{}' as id from settings where name = $1`, [NAME]);
  return row?.id ?? '';
}
