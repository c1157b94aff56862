import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ApiKey } from '../../core/api-key';
import type { Operator } from '../../core/operator';
import { Right } from '../../core/rights';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import {
  ApiKeyConnection,
  CreateApiKeyInput,
  CreateApiKeyPayload,
  OperatorType,
  RevokeApiKeyPayload,
  SignInPayload,
  SignOutPayload,
} from '../../schema/access';
import { type Connection, PageArgs } from '../../schema/page';
import { apiKeysPage, countApiKeys } from '../../store/api-keys';
import { operatorById } from '../../store/operators';
import { actorOf } from '../actor';
import { signInOperator, signOutOperator } from '../auth/operator';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

@Resolver()
export class AccessResolver {
  @Query(() => OperatorType, { nullable: true, description: 'The operator who is signed in to the console; null for anyone else.' })
  operator(@Ctx() { caller, house }: Context): Promise<Operator | null> | null {
    return caller.kind === 'operator' ? operatorById(house.database.db, caller.operatorId) : null;
  }

  @Query(() => ApiKeyConnection, { description: 'Every key, newest first; never their secrets.' })
  async apiKeys(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context): Promise<Connection<ApiKey>> {
    requireRight(context, Right.KEYS_WRITE);
    const { db } = context.house.database;
    return connectionFrom(await apiKeysPage(db, pageFrom(page)), () => countApiKeys(db));
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes a key. Its secret is in this answer only.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput,
    @Ctx() context: Context,
  ): Promise<CreateApiKeyPayload> {
    requireRight(context, Right.KEYS_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(() => createApiKey(database.db, input, { actor: actorOf(context), now: clock() }), { key: null, secret: null });
  }

  @Mutation(() => RevokeApiKeyPayload, { description: 'Ends a key at once, on every server; sockets that use it are closed.' })
  revokeApiKey(@Arg('id', () => ID, { description: 'The key.' }) id: string, @Ctx() context: Context): Promise<RevokeApiKeyPayload> {
    requireRight(context, Right.KEYS_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(
      async () => ({ key: await revokeApiKey(database.db, rowId(id, 'id'), { actor: actorOf(context), now: clock() }) }),
      { key: null },
    );
  }

  @Mutation(() => SignInPayload, { description: 'Signs an operator in to the console: the answer sets a cookie that lasts 12 hours.' })
  async signIn(
    @Arg('email', () => String, { description: 'Their e-mail address.' }) email: string,
    @Arg('password', () => String, { description: 'Their password.' }) password: string,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return withUserErrors(async () => ({ operator: await signInOperator(context, { email, password }) }), { operator: null });
  }

  @Mutation(() => SignOutPayload, { description: 'Signs the operator out and closes their sockets.' })
  signOut(@Ctx() context: Context): Promise<SignOutPayload> {
    return withUserErrors(
      async () => {
        await signOutOperator(context);
        return { signedOut: true };
      },
      { signedOut: false },
    );
  }
}
