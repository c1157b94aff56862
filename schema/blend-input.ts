import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { BlendTaste } from '../core/blend/blend';
import { BlendStrategy } from '../core/blend/strategy';
import { TitleKind } from '../core/title';

@InputType({ description: 'What the members of a blend agree on.' })
export abstract class BlendSettingsInput {
  @Field(() => ID, { nullable: true, description: 'Who does it; none: the viewer. Only callers who may write for others name somebody.' })
  readonly userId?: string | null;

  @Field(() => String, { nullable: true, description: 'What they call it, up to 100 letters.' })
  readonly name?: string | null;

  @Field(() => BlendStrategy, { nullable: true, description: 'How one list is made of several likings. Default: AVERAGE.' })
  readonly strategy?: BlendStrategy | null;

  @Field(() => BlendTaste, { nullable: true, description: 'What it goes by. Default: MODEL.' })
  readonly taste?: BlendTaste | null;

  @Field(() => Float, { nullable: true, description: 'Exponent of the mean over tags: 0.5 or 2. Default: 0.5.' })
  readonly power?: number | null;

  @Field(() => [TitleKind], { nullable: true, description: 'Only titles of these kinds. Default: films and shows.' })
  readonly kinds?: TitleKind[] | null;

  @Field(() => Int, { nullable: true, description: 'The time that they have together, in seconds; null: all evening.' })
  readonly seconds?: number | null;

  @Field(() => String, { nullable: true, description: 'Nothing above this certificate, such as PG-13; null: no limit.' })
  readonly certificate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether what some have seen may come again. Default: false.' })
  readonly rewatch?: boolean | null;
}

@InputType({ description: 'A new blend.' })
export class CreateBlendInput extends BlendSettingsInput {}

@InputType({ description: 'A blend with other settings; those left out stay.' })
export class SaveBlendInput extends BlendSettingsInput {
  @Field(() => ID, { description: 'The blend.' })
  readonly id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  readonly version: number;
}
