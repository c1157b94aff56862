import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type ChatSession, isChatId } from '../../core/chat-session';
import { AppError, badInput, ErrorCode } from '../../core/errors';
import { Right } from '../../core/rights';
import { saveChatSession } from '../../flow/chat-session';
import { ChatSessionConnection, ChatSessionType, SaveChatSessionInput, SaveChatSessionPayload } from '../../schema/chat-session';
import { type Connection, PageArgs } from '../../schema/page';
import { chatSession, chatSessionsPage } from '../../store/chat-sessions';
import { connectionFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { ownName } from '../subject';

@Resolver()
export class ChatSessionResolver {
  @Query(() => ChatSessionType, { nullable: true, description: 'A chat that the asking key keeps; null where it keeps none of this id.' })
  async chatSession(
    @Arg('id', () => ID, { description: 'The chat, as the back end calls it.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ChatSession | null> {
    const keyId = keyOf(context);
    return isChatId(id) ? chatSession(context.house.database.db, keyId, id) : null;
  }

  @Query(() => ChatSessionConnection, { description: 'The chats that the asking key keeps, by their ids. totalCount is null.' })
  async chatSessions(
    @Arg('startsWith', () => String, { defaultValue: '', description: 'Only those whose ids begin like this.' }) startsWith: string,
    @Arg('since', () => GraphQLDateTime, { nullable: true, description: 'Only those that were changed since then.' })
    since: Date | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ChatSession>> {
    const keyId = keyOf(context);
    if (startsWith !== '' && !isChatId(startsWith)) throw badInput('startsWith', 'No chat is called like this.', 'the beginning of an id');
    const asked = { filter: { startsWith, since: since ?? null }, page: { first, after: after ?? null } };
    return connectionFrom(await chatSessionsPage(context.house.database.db, keyId, asked), null);
  }

  @Mutation(() => SaveChatSessionPayload, { description: 'Keeps a chat, for the asking key alone.' })
  saveChatSession(
    @Arg('input', () => SaveChatSessionInput, { description: 'The chat, whole.' }) input: SaveChatSessionInput,
    @Ctx() context: Context,
  ): Promise<SaveChatSessionPayload> {
    const keyId = keyOf(context);
    const { database, clock } = context.house;
    const save = async () => {
      const { id, state, version = null, userId = null } = input;
      const draft = { id, state, version, userId: await personOf(context, userId) };
      return { session: await saveChatSession(database.db, draft, { keyId, now: clock() }) };
    };
    return withUserErrors(save, async ({ code }) => ({
      session: code === ErrorCode.CONFLICT ? await chatSession(database.db, keyId, input.id) : null,
    }));
  }
}

/** Chats belong to the key that keeps them. Throws UNAUTHENTICATED, and FORBIDDEN for everybody without such a key. */
function keyOf(context: Context): number {
  requireRight(context, Right.SESSIONS_WRITE);
  if (context.caller.kind === 'key') return context.caller.keyId;
  throw new AppError(ErrorCode.FORBIDDEN, 'Chats are for server keys.');
}

async function personOf({ house }: Context, userId: string | null): Promise<number | null> {
  if (userId === null) return null;
  return house.named.idOf({ source: 'app', value: ownName(userId, 'input.userId') }, { create: true });
}
