import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { EngineComparison } from '../../core/engine-comparison';
import { badInput } from '../../core/errors';
import type { Placement } from '../../core/placement';
import { Right } from '../../core/rights';
import type { EngineState } from '../../flow/engines';
import { EngineComparisonType, EngineType } from '../../schema/engine';
import { PlacementType } from '../../schema/placement';
import type { Context } from '../context';
import { requireRight } from '../rights';

const MOST_DAYS = 90;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

@Resolver(() => PlacementType)
export class EngineResolver {
  @Query(() => [EngineType], { description: 'The engines that can serve lists, or could once they are ready.' })
  engines(@Ctx() context: Context): Promise<readonly EngineState[]> {
    requireRight(context, Right.METRICS_READ);
    return context.house.recommender.engines.states();
  }

  @FieldResolver(() => [EngineComparisonType], {
    nullable: true,
    description:
      'How the second engine compares with the one that served, the most lists first; by the hour. Needs the right to read metrics.',
  })
  async comparisons(
    @Root() { name }: Placement,
    @Arg('days', () => Int, { defaultValue: 7, description: 'In how many last days, 1 to 90.' }) days: number,
    @Ctx() context: Context,
  ): Promise<readonly EngineComparison[]> {
    requireRight(context, Right.METRICS_READ);
    if (!(days >= 1 && days <= MOST_DAYS)) throw badInput('days', `days came as ${days}.`, `1 to ${MOST_DAYS}`);
    // To the hour, so that all rows of a page ask for the same time.
    const since = Math.floor(context.house.clock().getTime() / HOUR_MS) * HOUR_MS - days * DAY_MS;
    return context.loaders.engineComparisons.load(`${since} ${name}`);
  }
}
