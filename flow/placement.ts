import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode } from '../core/errors';
import { checkFilter } from '../core/list-filter';
import type { Placement } from '../core/placement';
import { EngineName } from '../core/recommendation';
import { LISTED_KINDS } from '../core/title';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { addPlacement, changePlacement, placementForUpdate } from '../store/placements';

/** A placement to be saved: `version` is the one it was read at, null for a new one. */
export interface PlacementInput extends Pick<Placement, 'name' | 'description' | 'input' | 'engine'> {
  readonly version: number | null;
}

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_NAME = 64;

/**
 * Saves a placement, its audit and its notice together; every process answers by it from the commit on. Throws BAD_INPUT for a
 * field that means nothing, and CONFLICT when it was changed, made or not there since it was read.
 */
export async function savePlacement(db: Db, actor: Actor, input: PlacementInput): Promise<Placement> {
  checkPlacement(input);
  return db.transaction(async (db) => {
    const before = await placementForUpdate(db, input.name);
    const after = (before?.version ?? null) === input.version ? await write(db, input) : null;
    if (after === null)
      throw new AppError(ErrorCode.CONFLICT, 'The placement was changed since it was read.', {
        field: 'input.version',
        expected: before ? `version ${before.version}` : 'no version: there was no such placement',
      });
    await writeAudit(db, { actor, action: 'placement.save', entity: 'placement', entityId: after.name, before, after });
    await publish(db, [{ topic: 'placements' }]);
    return after;
  });
}

const FIRST_PLACEMENTS = [
  { name: 'home', description: 'The first page: what this person may like next, of every kind.', input: {}, engine: EngineName.LOCAL },
  { name: 'side-list', description: 'Beside the player: films and clips to go on with.', input: {}, engine: EngineName.LOCAL },
];

/** Makes the placements that every installation has, where they are missing. */
export async function ensurePlacements(db: Db): Promise<void> {
  for (const placement of FIRST_PLACEMENTS) await addPlacement(db, placement);
}

function write(db: Db, input: PlacementInput): Promise<Placement | null> {
  return input.version === null ? addPlacement(db, input) : changePlacement(db, input);
}

function checkPlacement({ name, input }: PlacementInput): void {
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    throw badInput('input.name', 'The name is not one that a placement can have.', 'lower-case words joined by hyphens, up to 64 letters');
  if (input.kinds?.some((kind) => !LISTED_KINDS.some((listed) => listed === kind)))
    throw badInput('input.input.kinds', 'A list cannot hold every kind.', `any of ${LISTED_KINDS.join(', ')}`);
  checkFilter(input, 'input.input.');
}
