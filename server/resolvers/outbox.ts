import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { OutboxDestination } from '../../core/outbox';
import { Right } from '../../core/rights';
import { retrySetApart } from '../../flow/outbox';
import { OutboxCountType, RetrySetApartPayload } from '../../schema/outbox';
import { outboxCounts } from '../../store/outbox';
import { actorOf } from '../actor';
import type { Context, House } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';

@Resolver(() => OutboxCountType)
export class OutboxResolver {
  @Query(() => [OutboxCountType], { description: 'How accepted events fare that are passed on to other systems, by destination.' })
  outbox(@Ctx() context: Context): Promise<readonly OutboxCountType[]> {
    requireRight(context, Right.METRICS_READ);
    return countsOf(context.house);
  }

  @Mutation(() => RetrySetApartPayload, { description: 'Has events tried again that a destination had refused for good.' })
  retrySetApart(
    @Arg('destination', () => OutboxDestination, { description: 'Whose.' }) destination: OutboxDestination,
    @Ctx() context: Context,
  ): Promise<RetrySetApartPayload> {
    requireRight(context, Right.JOBS_RUN);
    const { house } = context;
    const { database, clock } = house;
    return withUserErrors(
      async () => {
        const returned = await retrySetApart(database.db, { destination, actor: actorOf(context), now: clock() });
        return { returned, outbox: await countsOf(house) };
      },
      { returned: null, outbox: null },
    );
  }
}

async function countsOf({ database, destinations }: House): Promise<readonly OutboxCountType[]> {
  const active = destinations();
  const counts = await outboxCounts(database.db);
  return counts.map((count) => ({
    ...count,
    destination: count.destination as OutboxDestination,
    active: active.includes(count.destination),
  }));
}
