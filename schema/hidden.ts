import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from './error';

@InputType({
  description: 'Which of the titles that one watched to hide from blends. At least one choice is needed, and all that are made must hold.',
})
export class HideFromBlendsInput {
  @Field(() => [ID], { nullable: true, description: 'These titles, up to 1,000; an episode stands for its show.' })
  readonly titleIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Titles of any of these genres.' })
  readonly genres?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Titles of this certificate, such as R, and of stricter ones. Those without one are not meant.',
  })
  readonly certificate?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Titles watched for the first time before then.' })
  readonly before?: Date | null;

  @Field(() => Boolean, { defaultValue: true, description: 'False: hides them no more.' })
  readonly hidden: boolean;

  @Field(() => ID, { nullable: true, description: 'Who does it; none: the viewer. Only callers who may write for others name somebody.' })
  readonly userId?: string | null;
}

@ObjectType({ description: 'What is hidden from blends after a change.', simpleResolvers: true })
export class HideFromBlendsPayload extends Payload {
  @Field(() => Int, { description: 'How many titles were not hidden before, or are not any more; a show is one.' })
  readonly changed: number;

  @Field(() => Int, { description: 'How many are hidden now.' })
  readonly hiddenCount: number;
}
