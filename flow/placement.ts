import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { checkFilter } from '../core/list-filter';
import type { Placement } from '../core/placement';
import { EngineName } from '../core/recommendation';
import { isText } from '../core/text';
import { LISTED_KINDS, TitleKind } from '../core/title';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { moodIds } from '../store/moods';
import { publish } from '../store/notices';
import { placementsServed } from '../store/placement-served';
import { addPlacement, changePlacement, deletePlacement, placementForUpdate } from '../store/placements';

/** A placement to be saved: `version` is the one it was read at, null for a new one. */
export interface PlacementInput
  extends Pick<Placement, 'name' | 'description' | 'input' | 'engine'>,
    Partial<Pick<Placement, 'shadow' | 'shadowShare'>> {
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
    await requireMood(db, input.input.mood);
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

const DAY_MS = 86_400_000;

/** A placement to be taken out; `isForced` also where front ends asked for it within a day. */
export interface PlacementRemoval {
  readonly name: string;
  readonly version: number;
  readonly isForced: boolean;
}

/**
 * Takes a placement out; whoever asks for it afterwards is told that there is none. Throws NOT_FOUND, and CONFLICT where it was changed since
 * it was read, belongs to every installation, or was asked for within a day.
 */
export async function removePlacement(
  db: Db,
  { name, version, isForced }: PlacementRemoval,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  await db.transaction(async (db) => {
    const before = NAME.test(name) ? await placementForUpdate(db, name) : null;
    if (before === null) throw notFound('name', 'placement');
    if (before.version !== version) throw conflict('version', 'The placement was changed since it was read.', `version ${before.version}`);
    if (FIRST_PLACEMENTS.some((first) => first.name === name))
      throw conflict('name', 'Every installation has this placement.', 'one of your own');
    const served = isForced ? [] : await placementsServed(db, [name], new Date(now.getTime() - DAY_MS));
    if (served.length > 0) throw conflict('force', 'Somebody asked for this placement within a day.', 'a front end without it, or force');
    await deletePlacement(db, name);
    await writeAudit(db, { actor, action: 'placement.remove', entity: 'placement', entityId: name, before, after: null });
    await publish(db, [{ topic: 'placements' }]);
  });
}

function conflict(field: string, message: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, message, { field, expected });
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

/** A mood that is gone would leave every request of the placement without an answer. */
async function requireMood(db: Db, id: string | undefined): Promise<void> {
  const known = id === undefined ? [] : await moodIds(db);
  if (id !== undefined && !known.includes(id)) throw badInput('input.input.mood', 'There is no such mood.', known.join(', '));
}

function write(db: Db, input: PlacementInput): Promise<Placement | null> {
  return input.version === null ? addPlacement(db, input) : changePlacement(db, input);
}

function checkPlacement({ name, description, input, engine, shadow, shadowShare = 0 }: PlacementInput): void {
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
  if (shadow === engine) throw badInput('input.shadow', 'An engine cannot be compared with itself.', 'another engine, or none');
  if (!(shadowShare >= 0 && shadowShare <= 1))
    throw badInput('input.shadowShare', `shadowShare is out of range: it came as ${shadowShare}.`, 'a number from 0 to 1');
  checkFilter(input, 'input.input.');
}
