import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Right } from '../../core/rights';
import { type InvitationView, readInvitation } from '../../flow/blend-invitation';
import { BlendInvitationType } from '../../schema/blend-invitation';
import type { Context } from '../context';
import { subjectOf } from '../subject';

@Resolver()
export class BlendInvitationResolver {
  @Query(() => BlendInvitationType, {
    nullable: true,
    description: 'Where an invitation to a blend leads; null for a token that does not hold, or not any more.',
  })
  async blendInvitation(
    @Arg('token', () => String, { description: 'The token of the invitation.' }) token: string,
    @Arg('userId', () => ID, {
      nullable: true,
      description: 'For whom; none: the viewer. Only callers who may read others’ lists name somebody.',
    })
    userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<InvitationView | null> {
    const readerId = await subjectOf(context, userId, { right: Right.RECOMMENDATIONS_READ });
    return readInvitation(context.house.database.db, { userId: readerId, now: context.house.clock() }, token);
  }
}
