import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { EngineComparison } from '../core/engine-comparison';
import { EngineName } from '../core/recommendation';

@ObjectType('Engine', { description: 'What can serve lists, as the server that answers knows it.', simpleResolvers: true })
export class EngineType {
  @Field(() => EngineName, { description: 'Its name.' })
  readonly name: EngineName;

  @Field(() => Boolean, { description: 'Whether it can serve lists now.' })
  readonly ready: boolean;

  @Field(() => Boolean, { description: 'Whether it is left alone for some seconds, because it failed too often; LOCAL serves meanwhile.' })
  readonly resting: boolean;
}

@ObjectType('EngineComparison', {
  description: 'How an engine that was only asked compares with the one that served the same lists.',
  simpleResolvers: true,
})
export class EngineComparisonType implements EngineComparison {
  @Field(() => EngineName, { description: 'The engine that served.' })
  readonly served: EngineName;

  @Field(() => EngineName, { description: 'The engine that was only asked.' })
  readonly shadow: EngineName;

  @Field(() => Int, { description: 'How many lists were compared.' })
  readonly lists: number;

  @Field(() => Int, { description: 'How many lists the second engine had no answer for.' })
  readonly failures: number;

  @Field(() => Float, { nullable: true, description: 'The share of titles that both have in their first 10 places, 0 to 1, on average.' })
  readonly overlapAt10: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of titles that both have in their first 20 places, 0 to 1, on average.' })
  readonly overlapAt20: number | null;

  @Field(() => Float, { nullable: true, description: 'How long the list that was served took on average, in milliseconds.' })
  readonly servedMs: number | null;

  @Field(() => Float, { nullable: true, description: 'How long the second engine took on average, in milliseconds.' })
  readonly shadowMs: number | null;

  @Field(() => Float, { description: 'How long the slowest list that was served took, in milliseconds.' })
  readonly servedMostMs: number;

  @Field(() => Float, { description: 'How long the second engine took at most, in milliseconds.' })
  readonly shadowMostMs: number;
}
