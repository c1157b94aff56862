import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { checkScenes, type SceneDraft } from '../core/scene/scene';
import { TitleState } from '../core/title';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { replaceScenes, type SceneList, sceneListsOf } from '../store/described-scenes';
import { publish } from '../store/notices';
import { lockTitles } from '../store/title-save';

/** The scenes of a title, whole: `version` is the one they were read at, 0 where there were none. */
export interface ScenesToSave {
  readonly titleId: number;
  readonly version: number;
  readonly scenes: readonly SceneDraft[];
}

/**
 * Puts described scenes in the place of those of a title, with its audit and a notice. Throws BAD_INPUT on the field at fault, NOT_FOUND for a title
 * that is not there, and CONFLICT where the scenes were changed since they were read or another title stands for this one.
 */
export async function saveScenes(db: Db, actor: Actor, { titleId, version, scenes }: ScenesToSave): Promise<SceneList> {
  return db.transaction(async (db) => {
    const [title] = await lockTitles(db, [titleId]);
    if (!title) throw notFound('input.titleId', 'title');
    if (title.state === TitleState.MERGED)
      throw conflict('input.titleId', `Title ${titleId} was merged into ${title.mergedIntoId}.`, 'a title that stands for itself');
    const before = await listOf(db, titleId);
    if (before.version !== version)
      throw conflict('input.version', 'The scenes were changed since they were read.', `version ${before.version}`);
    checkScenes(scenes, title.seconds);
    const known = new Set(before.scenes.map(({ id }) => id));
    const stranger = scenes.findIndex(({ id }) => id !== null && !known.has(id));
    if (stranger >= 0)
      throw badInput(`input.scenes[${stranger}].id`, 'The title has no such scene.', 'the id of one of its scenes, or none');
    await replaceScenes(db, titleId, scenes);
    const after = await listOf(db, titleId);
    await writeAudit(db, {
      actor,
      action: 'scenes.save',
      entity: 'title',
      entityId: String(titleId),
      before: told(before),
      after: told(after),
    });
    await publish(db, [{ topic: 'titles', ids: [titleId] }]);
    return after;
  });
}

async function listOf(db: Db, titleId: number): Promise<SceneList> {
  const [list] = await sceneListsOf(db, [titleId]);
  return list ?? { titleId, version: 0, scenes: [] };
}

/** As the audit keeps it: one line a scene, so that a difference can be read. */
function told({ version, scenes }: SceneList): object {
  const lines = scenes.map(({ fromSeconds, toSeconds, keywords }) => ({ fromSeconds, toSeconds, keywords }));
  return { version, scenes: lines };
}

function conflict(field: string, message: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, message, { field, expected });
}
