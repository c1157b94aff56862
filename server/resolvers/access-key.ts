import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ApiKeyState, apiKeyState } from '../../core/api-key-state';
import type { AccessKey } from '../../core/aws/access-key';
import { Right } from '../../core/rights';
import { createAccessKey, revokeAccessKey } from '../../flow/access-key';
import { AccessKeyType, CreateAccessKeyInput, CreateAccessKeyPayload, RevokeAccessKeyPayload } from '../../schema/access-key';
import { accessKeysList } from '../../store/access-keys';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

const MOST_SHOWN = 1_000;

@Resolver(() => AccessKeyType)
export class AccessKeyResolver {
  @Query(() => [AccessKeyType], { description: 'The access keys of applications of AWS, newest first, up to 1,000; never their secrets.' })
  accessKeys(@Ctx() context: Context): Promise<readonly AccessKey[]> {
    requireRight(context, Right.KEYS_WRITE);
    return accessKeysList(context.house.database.db, MOST_SHOWN);
  }

  @Mutation(() => CreateAccessKeyPayload, { description: 'Makes an access key of a server key. Its secret is in this answer only.' })
  createAccessKey(
    @Arg('input', () => CreateAccessKeyInput, { description: 'The access key.' }) input: CreateAccessKeyInput,
    @Ctx() context: Context,
  ): Promise<CreateAccessKeyPayload> {
    requireRight(context, Right.KEYS_WRITE);
    const { database, clock, sealingKey } = context.house;
    const making = { actor: actorOf(context), now: clock(), sealingKey };
    return withUserErrors(
      async () => createAccessKey(database.db, { ...input, apiKeyId: rowId(input.apiKeyId, 'input.apiKeyId') }, making),
      { key: null, secret: null },
    );
  }

  @Mutation(() => RevokeAccessKeyPayload, { description: 'Ends an access key at once, on every server; its server key goes on.' })
  revokeAccessKey(
    @Arg('id', () => ID, { description: 'The access key.' }) id: string,
    @Ctx() context: Context,
  ): Promise<RevokeAccessKeyPayload> {
    requireRight(context, Right.KEYS_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(async () => ({ key: await revokeAccessKey(database.db, id, { actor: actorOf(context), now: clock() }) }), {
      key: null,
    });
  }

  @FieldResolver(() => ApiKeyState, { description: 'Whether it may be used now.' })
  state(@Root() key: AccessKey, @Ctx() { house }: Context): ApiKeyState {
    return apiKeyState(key, house.clock());
  }
}
