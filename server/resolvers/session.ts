import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { AppError, ErrorCode } from '../../core/errors';
import { may, Right } from '../../core/rights';
import { mergeUsers } from '../../flow/user';
import { MergeUsersPayload, StartSessionPayload } from '../../schema/user';
import { resolveUsers } from '../../store/users';
import { outsiderOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { ownName, readReference, subjectOf } from '../subject';

const NO_MERGE = { user: null };
const NO_TOKEN = { token: null, expiresAt: null, user: null };

@Resolver()
export class SessionResolver {
  @Mutation(() => StartSessionPayload, {
    description:
      'Begins an anonymous person’s session. Merge it into the person’s own id after sign-in. With `userId` a server key of scope ' +
      '`sessions:write` begins one of that person, for an hour: a back end acts as them with their own rights and nothing more.',
  })
  startSession(
    @Arg('userId', () => ID, {
      nullable: true,
      description: 'A person of your own, app:<your id>, made on first sight; only for keys of scope `sessions:write`.',
    })
    userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<StartSessionPayload> {
    const named = typeof userId === 'string';
    requireRight(context, named ? Right.SESSIONS_WRITE : Right.SESSION_START);
    return withUserErrors(async () => {
      const { caller, address, house } = context;
      if (named) {
        const { token, expiresAt, externalId } = await house.tokens.actAs(ownName(userId, 'userId'));
        return { token, expiresAt, user: await userOf(context, 'app', externalId) };
      }
      if (caller.kind !== 'key') await house.sessions(`${address}`);
      const { token, expiresAt, externalId } = await house.tokens.startSession();
      return { token, expiresAt, user: await userOf(context, 'session', externalId) };
    }, NO_TOKEN);
  }

  @Mutation(() => MergeUsersPayload, {
    description: 'Joins two pasts, for example an anonymous session’s into the person’s who signed in. Needs both tokens, or a server key.',
  })
  mergeUsers(
    @Arg('fromId', () => ID, { description: 'The person that gives way.' }) fromId: string,
    @Arg('intoId', () => ID, { description: 'The person that stays; the viewer, where a viewer asks.' }) intoId: string,
    @Arg('fromToken', () => String, { nullable: true, description: 'The token of the person that gives way; needed from viewers.' })
    fromToken: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<MergeUsersPayload> {
    return withUserErrors(async () => {
      const into = await subjectOf(context, intoId, { right: Right.EVENTS_WRITE, field: 'intoId' });
      const from = await givingWay(context, fromId, fromToken);
      // They are one already where an answer was lost and the client asks again.
      const again = from === into && fromId !== intoId;
      if (!again) await mergeUsers(context.house.database.db, { fromId: from, intoId: into, actor: outsiderOf(context) });
      return { user: await context.loaders.user.clear(into).load(into) };
    }, NO_MERGE);
  }
}

/** The person whose past is given away: only their own token, or a server key, can say so. */
async function givingWay(context: Context, fromId: string, fromToken: string | null | undefined): Promise<number> {
  if (!fromToken && may(context.caller, Right.EVENTS_WRITE))
    return subjectOf(context, fromId, { right: Right.EVENTS_WRITE, field: 'fromId' });
  if (!fromToken) throw new AppError(ErrorCode.FORBIDDEN, 'A merge needs the tokens of both, or a server key.', { field: 'fromToken' });
  const { source, externalId } = await context.house.tokens.verify(fromToken).catch(refuseFromToken);
  const { db } = context.house.database;
  const [holder] = await resolveUsers(db, [{ source, value: externalId }], { create: true });
  const [named] = await resolveUsers(db, [readReference(fromId, 'fromId')], { create: false });
  if (!holder || named !== holder) throw new AppError(ErrorCode.FORBIDDEN, 'fromToken is not a token of fromId.', { field: 'fromToken' });
  return holder;
}

/** The caller's own credential is good: UNAUTHENTICATED would send them to fetch another one of those. */
function refuseFromToken(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== ErrorCode.UNAUTHENTICATED) throw error;
  throw new AppError(ErrorCode.FORBIDDEN, 'fromToken is wrong or has expired.', { field: 'fromToken', expected: 'a good token of fromId' });
}

async function userOf(context: Context, source: string, value: string) {
  const [id] = await resolveUsers(context.house.database.db, [{ source, value }], { create: true });
  if (!id) return null;
  context.proven.add(id);
  return context.loaders.user.load(id);
}
