import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EngineName } from '../core/recommendation';
import { Payload } from './error';

@ObjectType('Placement', {
  description: 'A named place in a front end: it asks by name, an operator decides what the name means.',
  simpleResolvers: true,
})
export class PlacementType {
  @Field(() => String, { description: 'Its name, for example side-list.' })
  readonly name: string;

  @Field(() => String, { description: 'What it is for.' })
  readonly description: string;

  @Field(() => GraphQLJSONObject, { description: 'Defaults for the fields of RecommendationsInput.' })
  readonly input: object;

  @Field(() => EngineName, { description: 'The engine that serves it.' })
  readonly engine: EngineName;

  @Field(() => EngineName, {
    nullable: true,
    description: 'An engine that is asked beside it for some lists and compared with it, and never served; see `comparisons`. Null: none.',
  })
  readonly shadow: EngineName | null;

  @Field(() => Float, { description: 'For which share of its lists the second engine is asked, 0 to 1.' })
  readonly shadowShare: number;

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.' })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  readonly updatedAt: Date;
}

@InputType({ description: 'A placement to be made or changed.' })
export class SavePlacementInput {
  @Field(() => String, { description: 'Its name: lower-case words joined by hyphens.' })
  readonly name: string;

  @Field(() => Int, { nullable: true, description: 'The version it was read at; none: it must be new.' })
  readonly version?: number | null;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  readonly description?: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Defaults for the fields of RecommendationsInput.' })
  readonly input?: Record<string, unknown> | null;

  @Field(() => EngineName, { nullable: true, description: 'The engine that serves it; none: LOCAL.' })
  readonly engine?: EngineName | null;

  @Field(() => EngineName, {
    nullable: true,
    description: 'An engine to be asked beside it for some lists and compared with it; another than the one that serves. None: no engine.',
  })
  readonly shadow?: EngineName | null;

  @Field(() => Float, { nullable: true, description: 'For which share of its lists the second engine is asked, 0 to 1; none: 0.1.' })
  readonly shadowShare?: number | null;
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SavePlacementPayload extends Payload {
  @Field(() => PlacementType, { nullable: true, description: 'The placement as it is now.' })
  readonly placement: PlacementType | null;
}

@ObjectType('PlacementServed', { description: 'What one engine and model served in a placement.', simpleResolvers: true })
export class PlacementServedType {
  @Field(() => EngineName, { description: 'The engine.' })
  readonly engine: EngineName;

  @Field(() => ID, { nullable: true, description: 'The model; null: without one.' })
  readonly modelId: number | null;

  @Field(() => Int, { description: 'How many lists.' })
  readonly lists: number;

  @Field(() => Int, { description: 'How many titles in them.' })
  readonly titles: number;

  @Field(() => GraphQLDateTime, { description: 'When last, to a quarter of an hour.' })
  readonly lastAt: Date;
}

@ObjectType({ description: 'What became of a removal.', simpleResolvers: true })
export class RemovePlacementPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether it is gone.' })
  readonly removed: boolean;
}
