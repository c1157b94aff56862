import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode } from '../core/errors';
import { checkFilter } from '../core/list-filter';
import type { Placement } from '../core/placement';
import { EngineName } from '../core/recommendation';
import { isText } from '../core/text';
import { LISTED_KINDS, TitleKind } from '../core/title';
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
const LONGEST_DESCRIPTION = 1_000;

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

// Without bounds `home` fits any catalogue, a bookshop's too; beside a player stands what can be watched.
const FIRST_PLACEMENTS = [
  { name: 'home', description: 'The first page: what this person may like next, of every kind.', input: {} },
  {
    name: 'side-list',
    description: 'Beside the player: films, shows and clips to go on with.',
    input: { kinds: [TitleKind.MOVIE, TitleKind.SHOW, TitleKind.VIDEO] },
  },
];

/** Makes the placements that every installation has, where they are missing; an operator's own of these names stay as they are. */
export async function ensurePlacements(db: Db): Promise<void> {
  for (const placement of FIRST_PLACEMENTS) await addPlacement(db, { ...placement, engine: EngineName.LOCAL });
}

function write(db: Db, input: PlacementInput): Promise<Placement | null> {
  return input.version === null ? addPlacement(db, input) : changePlacement(db, input);
}

function checkPlacement({ name, description, input }: PlacementInput): void {
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    throw badInput('input.name', 'The name is not one that a placement can have.', 'lower-case words joined by hyphens, up to 64 letters');
  if (!isText(description, LONGEST_DESCRIPTION))
    throw badInput(
      'input.description',
      'The description cannot be kept as it came.',
      `at most ${LONGEST_DESCRIPTION} characters without NUL`,
    );
  if (input.kinds?.some((kind) => !LISTED_KINDS.some((listed) => listed === kind)))
    throw badInput('input.input.kinds', 'A list cannot hold every kind.', `any of ${LISTED_KINDS.join(', ')}`);
  checkFilter(input, 'input.input.');
}
