import type { Placement } from '../core/placement';
import type { Db } from './database';

const COLUMNS = 'name, description, input, engine, shadow, "shadowShare", version, "updatedAt"';

/** All placements by name. */
export async function placementsList(db: Db): Promise<readonly Placement[]> {
  return db.query(`select ${COLUMNS} from placements order by name`);
}

/** The placement of a name, held against other writers until the transaction ends; null when there is none. */
export async function placementForUpdate(db: Db, name: string): Promise<Placement | null> {
  const rows: Placement[] = await db.query(`select ${COLUMNS} from placements where name = $1 for update`, [name]);
  return rows[0] ?? null;
}

type Written = Omit<Placement, 'version' | 'updatedAt' | 'shadow' | 'shadowShare'> & Partial<Pick<Placement, 'shadow' | 'shadowShare'>>;

/** Adds a placement as version 1; null when its name is taken. */
export async function addPlacement(db: Db, placement: Written): Promise<Placement | null> {
  const rows: Placement[] = await db.query(
    `insert into placements (name, description, input, engine, shadow, "shadowShare") values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do nothing returning ${COLUMNS}`,
    valuesOf(placement),
  );
  return rows[0] ?? null;
}

/** Writes over a placement that this transaction holds, as its next version. */
export async function changePlacement(db: Db, placement: Written): Promise<Placement> {
  const [rows]: [Placement[], number] = await db.query(
    `update placements set description = $2, input = $3, engine = $4, shadow = $5, "shadowShare" = $6, version = version + 1, "updatedAt" = now()
     where name = $1 returning ${COLUMNS}`,
    valuesOf(placement),
  );
  return rows[0] as Placement;
}

/** The share of lists of which an engine is asked beside, where nobody says another. */
const SHADOW_SHARE = 0.1;

function valuesOf({ name, description, input, engine, shadow = null, shadowShare = SHADOW_SHARE }: Written): unknown[] {
  return [name, description, input, engine, shadow, shadowShare];
}

/** Takes out a placement that this transaction holds. */
export async function deletePlacement(db: Db, name: string): Promise<void> {
  await db.query('delete from placements where name = $1', [name]);
}
