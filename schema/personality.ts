import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('PersonalityGroup', { description: 'People who like the same genres, as the job group-personalities counted them last.' })
export class PersonalityGroupType {
  @Field(() => String, { description: 'Its genres by name, joined by "|"; empty where no genre stands out.', simple: true })
  readonly key: string;

  @Field(() => Int, { description: 'How many people.', simple: true })
  readonly people: number;

  @Field(() => Float, { description: 'Their part of all people that were counted, 0 to 1.', simple: true })
  readonly share: number;

  @Field(() => GraphQLDateTime, { description: 'When they were counted.', simple: true })
  readonly groupedAt: Date;
}

@ObjectType('Personality', { description: 'The group that a person is in, by what they have rated until now.' })
export class PersonalityType {
  @Field(() => String, { description: 'Its genres by name, joined by "|"; empty where no genre stands out.', simple: true })
  readonly key: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people are in it, as counted last; null where nobody was counted in it.',
    simple: true,
  })
  readonly people: number | null;
}
