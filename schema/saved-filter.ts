import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from './error';

@ObjectType('SavedFilter', {
  description:
    'A filter expression under a name, by which applications of AWS ask for it: arn:aws:personalize:<region>:<account>:filter/<name>.',
  simpleResolvers: true,
})
export class SavedFilterType {
  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => String, { description: 'What it lets pass, in the filter language of Amazon Personalize.' })
  readonly expression: string;

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.' })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  readonly updatedAt: Date;
}

@ObjectType('FilterCheck', { description: 'What a filter expression is found to be.', simpleResolvers: true })
export class FilterCheckType {
  @Field(() => String, { nullable: true, description: 'What is wrong with it, and at which character; null: nothing.' })
  readonly fault: string | null;

  @Field(() => String, { nullable: true, description: 'What would be right there.' })
  readonly expected: string | null;

  @Field(() => [String], { description: 'The parameters that a request tells.' })
  readonly parameters: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many listed titles pass for somebody of whom nothing is known; null where that needs parameters.',
  })
  readonly titles: number | null;
}

@InputType({ description: 'A filter to be made or changed.' })
export class SaveFilterInput {
  @Field(() => String, { description: 'Its name: 1 to 63 letters, digits, hyphens and underscores, a letter or digit first.' })
  readonly name: string;

  @Field(() => String, { description: 'What it lets pass, in the filter language of Amazon Personalize, up to 2,500 characters.' })
  readonly expression: string;

  @Field(() => Int, { nullable: true, description: 'The version it was read at; none: it must be new.' })
  readonly version?: number | null;
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SaveFilterPayload extends Payload {
  @Field(() => SavedFilterType, { nullable: true, description: 'The filter as it is now.' })
  readonly filter: SavedFilterType | null;
}

@ObjectType({ description: 'What became of a removal.', simpleResolvers: true })
export class RemoveFilterPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether it is gone.' })
  readonly removed: boolean;
}
