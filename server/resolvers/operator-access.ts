import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OperatorSession } from '../../core/operator';
import { Right } from '../../core/rights';
import { endSessions } from '../../flow/operator-session';
import { createResetLink } from '../../flow/reset-link';
import {
  ChangePasswordPayload,
  CreateResetLinkPayload,
  EndSessionsPayload,
  OperatorSessionType,
  ResetPasswordPayload,
} from '../../schema/operator';
import { sessionsOf } from '../../store/operator-sessions';
import { actorOf } from '../actor';
import { changeOwnPassword, operatorOf, resetByLink } from '../auth/own-password';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

@Resolver(() => OperatorSessionType)
export class OperatorAccessResolver {
  @Query(() => [OperatorSessionType], { description: 'The browsers in which the operator is signed in, the newest first.' })
  operatorSessions(
    @Arg('operatorId', () => ID, { nullable: true, description: 'Of whom; none: the own ones.' }) operatorId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<readonly OperatorSession[]> {
    const { database, clock } = context.house;
    return sessionsOf(database.db, whose(context, operatorId), clock());
  }

  @Mutation(() => CreateResetLinkPayload, {
    description: 'Makes a link of an hour by which an operator chooses a password, once; an earlier link of theirs ends.',
  })
  createResetLink(
    @Arg('operatorId', () => ID, { description: 'The operator.' }) operatorId: string,
    @Ctx() context: Context,
  ): Promise<CreateResetLinkPayload> {
    requireRight(context, Right.OPERATORS_WRITE);
    const { database, clock } = context.house;
    const by = { actor: actorOf(context), now: clock() };
    return withUserErrors(async () => ({ link: await createResetLink(database.db, rowId(operatorId, 'operatorId'), by) }), { link: null });
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      'Gives the operator of a link a password, and signs them out everywhere. The same answer for a link that is unknown, used or old.',
  })
  resetPassword(
    @Arg('token', () => String, { description: 'What stands after the # of the link.' }) token: string,
    @Arg('password', () => String, { description: 'The password to have, 12 to 1,000 characters and not the e-mail address.' })
    password: string,
    @Ctx() context: Context,
  ): Promise<ResetPasswordPayload> {
    return withUserErrors(async () => ({ email: await resetByLink(context, { token, password }) }), { email: null });
  }

  @Mutation(() => ChangePasswordPayload, { description: 'Changes one’s own password, and signs out every other browser.' })
  changePassword(
    @Arg('current', () => String, { description: 'The password of now.' }) current: string,
    @Arg('next', () => String, { description: 'The password to have, 12 to 1,000 characters and not the e-mail address.' }) next: string,
    @Ctx() context: Context,
  ): Promise<ChangePasswordPayload> {
    operatorOf(context);
    return withUserErrors(async () => ({ sessionsEnded: await changeOwnPassword(context, { current, next }) }), { sessionsEnded: null });
  }

  @Mutation(() => EndSessionsPayload, { description: 'Signs an operator out everywhere: oneself, or another with the right to.' })
  endSessions(
    @Arg('operatorId', () => ID, { nullable: true, description: 'Whom; none: oneself.' }) operatorId: string | null | undefined,
    @Arg('keepThis', () => Boolean, { defaultValue: false, description: 'Stay signed in in the browser that asks.' }) keepThis: boolean,
    @Ctx() context: Context,
  ): Promise<EndSessionsPayload> {
    const { caller, house } = context;
    const exceptId = keepThis && caller.kind === 'operator' ? caller.sessionId : null;
    return withUserErrors(
      async () => {
        const id = whose(context, operatorId);
        return { sessionsEnded: await endSessions(house.database.db, id, { actor: actorOf(context), exceptId }) };
      },
      { sessionsEnded: null },
    );
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the one that asks.' })
  current(@Root() { id }: OperatorSession, @Ctx() { caller }: Context): boolean {
    return caller.kind === 'operator' && caller.sessionId === id;
  }
}

/** The operator who is named, else the one who asks. Throws UNAUTHENTICATED, FORBIDDEN for another without the right, and BAD_INPUT for no id. */
function whose(context: Context, operatorId: string | null | undefined): number {
  if (operatorId === null || operatorId === undefined) return operatorOf(context).operatorId;
  const id = rowId(operatorId, 'operatorId');
  const isOwn = context.caller.kind === 'operator' && context.caller.operatorId === id;
  if (!isOwn) requireRight(context, Right.OPERATORS_WRITE);
  return id;
}
