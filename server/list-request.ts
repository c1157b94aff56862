import { present } from '../core/present';
import { Right } from '../core/rights';
import type { ListRequest } from '../flow/recommend';
import type { RecommendationsInput } from '../schema/recommendation';
import type { Context } from './context';
import { requireRight } from './rights';
import { namedUser, titleIdsOf } from './subject';

/**
 * What a client asks for, with our ids. A server key or an operator that names nobody gets the list of a person without a past.
 * Throws what `namedUser` and `titleIdsOf` throw.
 */
export async function listRequest(context: Context, input: RecommendationsInput): Promise<ListRequest> {
  const { userId, placement, engine, excludeTitleIds, withoutHistoryOf, ...filter } = present(input);
  return {
    userId: await personOf(context, userId),
    placement: placement ?? null,
    ...(engine && { engine }),
    filter: {
      ...filter,
      ...(excludeTitleIds && { excludeTitleIds: await titleIdsOf(context, excludeTitleIds, 'input.excludeTitleIds') }),
      ...(withoutHistoryOf && { withoutHistoryOf: await titleIdsOf(context, withoutHistoryOf, 'input.withoutHistoryOf') }),
    },
  };
}

/** For whom a list is: the person named, else the viewer, else nobody for those who may name anyone; a stranger to us is nobody too. */
export async function personOf(context: Context, userId: string | undefined): Promise<number | null> {
  if (userId !== undefined || context.caller.kind === 'viewer') {
    return namedUser(context, userId, { right: Right.RECOMMENDATIONS_READ, field: 'input.userId' });
  }
  requireRight(context, Right.RECOMMENDATIONS_READ);
  return null;
}
