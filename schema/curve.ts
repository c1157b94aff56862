import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { CurvePoint } from '../core/curve';

@ObjectType('CurvePoint', { description: 'What one iteration of a training came to.', simpleResolvers: true })
export class CurvePointType implements CurvePoint {
  @Field(() => Int, { description: 'Which iteration, from 1.' })
  readonly iteration: number;

  @Field(() => Float, { description: 'Loss over all pairs divided by the interactions.' })
  readonly loss: number;

  @Field(() => Float, { description: 'How long the iteration took, in seconds.' })
  readonly seconds: number;
}
