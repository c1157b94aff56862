import type { Actor } from '../core/audit';
import { KINDS } from '../core/columns';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { checkMood, isMoodId } from '../core/mood/check';
import type { Mood, MoodDraft } from '../core/mood/mood';
import { SHIPPED_MOODS } from '../core/mood/shipped';
import { LISTED_KINDS, type TitleKind } from '../core/title';
import { fitsMood, moodScoresIn } from '../engine/local/moods';
import type { LocalState } from '../engine/local/state';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { addMood, changeMood, countMoods, deleteMood, moodForUpdate, offersMoods, placementsWithMood } from '../store/moods';
import { publish } from '../store/notices';

/** A mood to be saved: `version` is the one it was read at, null for a new one. */
export interface MoodInput extends MoodDraft {
  readonly version: number | null;
}

/** Each of them is scored for every title of the catalogue. */
const MOST_MOODS = 100;

/**
 * Saves a mood, its audit and its notice together; every process answers by it from the commit on. Throws BAD_INPUT for a field that means
 * nothing, and CONFLICT when it was changed, made or not there since it was read, or there are too many.
 */
export async function saveMood(db: Db, actor: Actor, { version, ...mood }: MoodInput): Promise<Mood> {
  checkMood(mood);
  return db.transaction(async (db) => {
    const before = await moodForUpdate(db, mood.id);
    if (before === null && version === null && (await countMoods(db)) >= MOST_MOODS)
      throw conflict('input.id', `There are ${MOST_MOODS} moods already.`, 'fewer: remove one');
    const write = version === null ? addMood : changeMood;
    const after = (before?.version ?? null) === version ? await write(db, mood) : null;
    if (after === null)
      throw conflict(
        'input.version',
        'The mood was changed since it was read.',
        before ? `version ${before.version}` : 'no version: there was no such mood',
      );
    await writeAudit(db, { actor, action: 'mood.save', entity: 'mood', entityId: after.id, before, after });
    await publish(db, [{ topic: 'moods' }]);
    return after;
  });
}

/** Takes a mood out. Throws NOT_FOUND, and CONFLICT where it was changed since it was read or a placement asks for it. */
export async function removeMood(db: Db, actor: Actor, { id, version }: Pick<Mood, 'id' | 'version'>): Promise<void> {
  await db.transaction(async (db) => {
    const before = isMoodId(id) ? await moodForUpdate(db, id) : null;
    if (before === null) throw notFound('id', 'mood');
    if (before.version !== version) throw conflict('version', 'The mood was changed since it was read.', `version ${before.version}`);
    const placements = await placementsWithMood(db, id);
    if (placements.length > 0)
      throw conflict('id', `Placements ask for this mood: ${placements.join(', ')}.`, 'a mood that no placement asks for');
    await deleteMood(db, id);
    await writeAudit(db, { actor, action: 'mood.remove', entity: 'mood', entityId: id, before, after: null });
    await publish(db, [{ topic: 'moods' }]);
  });
}

/** Gives a database the moods that are shipped, once: what operators make of them afterwards, and what they take out, stays so. */
export async function ensureMoods(db: Db): Promise<void> {
  await db.transaction(async (db) => {
    if (!(await offersMoods(db))) return;
    for (const mood of SHIPPED_MOODS) await addMood(db, mood);
  });
}

/** Of how many titles of a kind a mood knows anything, and how many fit it. */
export interface MoodCoverage {
  readonly kind: TitleKind;
  readonly titles: number;
  readonly scored: number;
  readonly fitting: number;
}

/** What a mood reaches of the listed titles of each kind; kinds that the catalogue does not hold are left out. */
export function moodCoverage(state: LocalState, mood: Mood): readonly MoodCoverage[] {
  const { kind, listed } = state.columns;
  const scores = moodScoresIn(state, mood);
  const counts = KINDS.map(() => ({ titles: 0, scored: 0, fitting: 0 }));
  for (let row = 0; row < listed.length; row++) {
    const count = counts[kind[row] as number];
    if (listed[row] !== 1 || count === undefined) continue;
    count.titles++;
    if (!Number.isNaN(scores[row] as number)) count.scored++;
    if (fitsMood(scores, row)) count.fitting++;
  }
  return LISTED_KINDS.map((each) => ({ kind: each, ...(counts[KINDS.indexOf(each)] ?? NONE) })).filter(({ titles }) => titles > 0);
}

const NONE = { titles: 0, scored: 0, fitting: 0 };

function conflict(field: string, message: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, message, { field, expected });
}
