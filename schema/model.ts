import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { ModelState, TrainedOn } from '../core/model';
import { EngineName } from '../core/recommendation';
import { CurvePointType } from './curve';
import { Payload } from './error';

@ObjectType('Model', { description: 'A trained model.', simpleResolvers: true })
export class ModelType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => EngineName, { description: 'The engine that serves it.' })
  readonly engine: EngineName;

  @Field(() => TrainedOn, { description: 'Where it was trained.' })
  readonly trainedOn: TrainedOn;

  @Field(() => ModelState, { description: 'Where it stands.' })
  readonly state: ModelState;

  @Field(() => GraphQLJSONObject, { description: 'The settings it was trained with.' })
  readonly settings: object;

  @Field(() => String, { description: 'SHA-256 of the interactions it was trained on.' })
  readonly snapshot: string;

  @Field(() => Int, { description: 'People in the snapshot.' })
  readonly users: number;

  @Field(() => Int, { description: 'Titles in the snapshot.' })
  readonly items: number;

  @Field(() => Float, { description: 'Interactions in the snapshot.' })
  readonly interactions: number;

  @Field(() => GraphQLJSONObject, { description: 'What was measured of it.' })
  readonly metrics: object;

  @Field(() => Float, { description: 'How long the training took, in seconds.' })
  readonly trainedSeconds: number;

  @Field(() => GraphQLDateTime, { description: 'When it was trained.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last went live.' })
  readonly promotedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the package, and name and hash of the kernel or the version of Spark, that trained it.',
  })
  readonly code: string | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'How its settings rank on the part before a split, beside popularity and chance: metrics with intervals, people, segments, what the gate said (gate), and how the settings of the model that was live then rank (live). Null when they were not evaluated.',
  })
  readonly evaluation: object | null;

  @Field(() => String, { nullable: true, description: 'Why it went live by itself, or did not: one sentence with the numbers.' })
  readonly verdict: string | null;

  @Field(() => Float, {
    description: 'Size of its factors in bytes; 0 once they were removed, being old: then it cannot be promoted any more.',
  })
  readonly bytes: number;

  @Field(() => String, { nullable: true, description: 'Of a model that FAILED: what went wrong.' })
  readonly error: string | null;

  @Field(() => [CurvePointType], { description: 'Loss and time of each iteration; empty where nobody noted them.' })
  readonly curve: readonly CurvePointType[];
}

@ObjectType({ description: 'What became of the model.', simpleResolvers: true })
export class ModelPayload extends Payload {
  @Field(() => ModelType, { nullable: true, description: 'The model that is live now.' })
  readonly model: ModelType | null;
}
