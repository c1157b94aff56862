import type { Placement } from '../core/placement';
import type { Db } from './database';

const COLUMNS = 'name, description, input, engine, version, "updatedAt"';

/** All placements by name. */
export async function placementsList(db: Db): Promise<readonly Placement[]> {
  return db.query(`select ${COLUMNS} from placements order by name`);
}

/** The placement of a name, held against other writers until the transaction ends; null when there is none. */
export async function placementForUpdate(db: Db, name: string): Promise<Placement | null> {
  const rows: Placement[] = await db.query(`select ${COLUMNS} from placements where name = $1 for update`, [name]);
  return rows[0] ?? null;
}

/** Writes a placement over the one of that name, whose version it counts on, or as version 1; returns it as it stands now. */
export async function writePlacement(db: Db, placement: Omit<Placement, 'version' | 'updatedAt'>): Promise<Placement> {
  const rows: Placement[] = await db.query(
    `insert into placements (name, description, input, engine) values ($1, $2, $3, $4)
     on conflict (name) do update set description = excluded.description, input = excluded.input, engine = excluded.engine,
       version = placements.version + 1, "updatedAt" = now()
     returning ${COLUMNS}`,
    [placement.name, placement.description, placement.input, placement.engine],
  );
  return rows[0] as Placement;
}
