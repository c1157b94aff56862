import { createHash } from 'node:crypto';
import { badInput, notFound } from '../core/errors';
import { may, Right } from '../core/rights';
import { TitleState } from '../core/title';
import { checkSceneRequest, type SceneRequest } from '../flow/scene-recommendations';
import type { SceneRecommendationsInput } from '../schema/scene';
import type { Context } from './context';
import { personOf } from './list-request';
import { titleIdOf } from './subject';

/**
 * What a client asks for by a scene, with our ids. Throws what `personOf` throws, NOT_FOUND for a title that the caller may not see, and BAD_INPUT
 * where nothing says what is being watched or a field means nothing.
 */
export async function sceneRequest(context: Context, input: SceneRecommendationsInput): Promise<SceneRequest> {
  // Where no input is given at all its fields have no defaults either.
  const { atSeconds = null, first = FIRST } = input;
  const keywords = (input.keywords ?? []).map((keyword) => keyword.trim());
  const userId = await personOf(context, input.userId ?? undefined);
  const titleId = input.titleId == null ? null : await seenTitle(context, input.titleId);
  checkSceneRequest({ titleId, atSeconds, keywords, first });
  if (userId === null && titleId === null && keywords.length === 0)
    throw badInput('input.titleId', 'Nothing says what is being watched.', 'titleId, keywords or, for their past, userId');
  return { userId, titleId, atSeconds, keywords, first };
}

const FIRST = 10;

/** The id of an answer: the same for the same person and input, whatever its content. */
export function sceneListId({ userId, titleId, atSeconds, keywords, first }: SceneRequest): string {
  const identity = JSON.stringify(['scenes', userId, titleId, atSeconds, keywords, first]);
  return createHash('sha256').update(identity).digest('base64url').slice(0, 22);
}

async function seenTitle(context: Context, reference: string): Promise<number> {
  const id = await titleIdOf(context, reference, 'input.titleId');
  const title = await context.loaders.title.load(id);
  if (title?.state !== TitleState.LISTED && !may(context.caller, Right.CATALOGUE_READ_ALL)) throw notFound('input.titleId', 'title');
  return id;
}
