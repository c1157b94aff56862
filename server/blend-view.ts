import type { Blend } from '../core/blend/blend';
import { notFound } from '../core/errors';
import { may, Right } from '../core/rights';
import { blendOfMember } from '../flow/blend';
import type { BlendAnswer } from '../flow/blend-list';
import type { Context } from './context';
import { requireRight } from './rights';
import { namedUser } from './subject';

/** A blend on its way to one reader: the list is made when a field of it is asked for. */
export interface BlendView extends Blend {
  /** In the blend; null for an operator who looks in from outside. */
  readonly readerId: number | null;
  /** Throws NOT_FOUND where the blend is gone meanwhile. */
  answer(): Promise<BlendAnswer>;
}

/** A blend for one reader; `made` where the list is there already. */
export function blendView(
  { house }: Context,
  blend: Blend,
  { readerId, made }: { readonly readerId: number | null; readonly made?: BlendAnswer },
): BlendView {
  let making: Promise<BlendAnswer> | null = made === undefined ? null : Promise.resolve(made);
  const make = async (): Promise<BlendAnswer> => {
    const answer = await house.blender.blend(blend.id);
    if (answer === null) throw notFound('id', 'blend');
    return answer;
  };
  return {
    ...blend,
    readerId,
    answer() {
      making ??= make();
      return making;
    },
  };
}

/** Who reads a blend: a member, or null for those who may look into people and name nobody. Throws UNAUTHENTICATED, FORBIDDEN and BAD_INPUT. */
export async function blendReader(context: Context, userId: string | null | undefined): Promise<number | null | undefined> {
  const isViewer = context.caller.kind === 'viewer';
  if (!isViewer && (userId === null || userId === undefined) && may(context.caller, Right.USERS_READ)) return null;
  if (!isViewer) requireRight(context, Right.RECOMMENDATIONS_READ);
  return (await namedUser(context, userId, { right: Right.RECOMMENDATIONS_READ })) ?? undefined;
}

/** The blend where the reader may see it; null for a stranger, as for an id that is none. */
export async function readableBlend(context: Context, id: number, readerId: number | null | undefined): Promise<BlendView | null> {
  if (readerId === undefined) return null;
  if (readerId !== null) {
    const blend = await blendOfMember(context.house.database.db, id, readerId);
    return blend && blendView(context, blend, { readerId });
  }
  const made = await context.house.blender.blend(id);
  return made && blendView(context, made.blend, { readerId, made });
}
