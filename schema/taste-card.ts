import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TasteCardReason } from '../core/taste-card';
import { TitleKind } from '../core/title';

@InputType({ description: 'Whom to ask, and about what.' })
export class TasteCardsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Whom, by our id or an external one; only for callers who may name others. None: the viewer.',
  })
  readonly userId?: string | null;

  @Field(() => [TitleKind], { nullable: true, description: 'Kinds that take turns. None or empty: films, shows, books and tracks.' })
  readonly kinds?: TitleKind[] | null;

  @Field(() => Int, {
    defaultValue: 5,
    description: 'How many, 1 to 20. Each answer changes what the next one should be: ask again after it.',
  })
  readonly first!: number;

  @Field(() => [ID], { nullable: true, description: 'Not about these titles.' })
  readonly excludeTitleIds?: string[] | null;
}

@ObjectType('TasteCard', {
  description:
    'A title to ask a person about. Send the answer with `trackEvents`: LIKE, DISLIKE or DONT_KNOW; it counts at once, and is not asked again.',
})
export class TasteCardType {
  readonly titleId!: number;

  @Field(() => TasteCardReason, { description: 'Why this one.' })
  readonly reason!: TasteCardReason;

  @Field(() => Float, {
    nullable: true,
    description:
      'Which part of the uncertainty about the person’s taste an answer would take away, 0 to 1; null where no model ranks the kind.',
  })
  readonly gain!: number | null;
}
