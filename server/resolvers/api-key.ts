import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ApiKey } from '../../core/api-key';
import { ApiKeyState, apiKeyState } from '../../core/api-key-state';
import { Right } from '../../core/rights';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import {
  ApiKeyConnection,
  ApiKeyFilter,
  ApiKeyType,
  CreateApiKeyInput,
  CreateApiKeyPayload,
  RevokeApiKeyPayload,
} from '../../schema/access';
import { type Connection, TablePageArgs } from '../../schema/page';
import { apiKeysPage, countApiKeys } from '../../store/api-keys';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { searchText } from '../search-text';
import { rowId } from '../subject';

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, { description: 'Every key, newest first; never their secrets.' })
  async apiKeys(
    @Arg('filter', () => ApiKeyFilter, { nullable: true, description: 'Which ones.' }) filter: ApiKeyFilter | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ApiKey>> {
    requireRight(context, Right.KEYS_WRITE);
    const { database, clock } = context.house;
    const wanted = { filter: { ...filter, search: searchText('filter.search', filter?.search) }, now: clock() };
    return connectionFrom(await apiKeysPage(database.db, { ...wanted, page: pageFrom(page) }), () => countApiKeys(database.db, wanted));
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

  @FieldResolver(() => ApiKeyState, { description: 'Whether it may be used now.' })
  state(@Root() key: ApiKey, @Ctx() { house }: Context): ApiKeyState {
    return apiKeyState(key, house.clock());
  }
}
