import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { type Block, BlockKind } from '../core/block';
import { named } from './enums';
import { Payload } from './error';

named(BlockKind, 'BlockKind', 'What a block names.', {
  TITLE: 'One title.',
  GENRE: 'All titles of a genre.',
  TAG: 'All titles with a tag.',
});

@ObjectType('Block', { description: 'What operators keep out of every list; it stays in the past of those who watched it.' })
export class BlockType implements Block {
  @Field(() => BlockKind, { description: 'What it names.', simple: true })
  readonly kind: BlockKind;

  @Field(() => String, { description: 'Our id of the title, or the genre or tag in lower case.', simple: true })
  readonly value: string;

  @Field(() => String, { nullable: true, description: 'Why, in an operator’s words.', simple: true })
  readonly reason: string | null;

  @Field(() => String, { description: 'Who set it, as it stands in the audit: operator:3 or key:7.', simple: true })
  readonly actor: string;

  @Field(() => GraphQLDateTime, { description: 'When.', simple: true })
  readonly at: Date;

  @Field(() => Int, { description: 'How many titles it keeps out that lists could hold otherwise.', simple: true })
  readonly titles: number;
}

@InputType({ description: 'What to keep out of every list, or to let in again.' })
export class BlockInput {
  @Field(() => BlockKind, { description: 'What it names.' })
  readonly kind: BlockKind;

  @Field(() => String, { description: 'The title, by our id or an external one; or the genre or tag, without regard to case.' })
  readonly value: string;
}

@InputType({ description: 'What to keep out of every list, and why.' })
export class SaveBlockInput extends BlockInput {
  @Field(() => String, { nullable: true, description: 'Why, for other operators: up to 1,000 characters.' })
  readonly reason?: string | null;
}

@ObjectType({ description: 'What became of a block.', simpleResolvers: true })
export class SaveBlockPayload extends Payload {
  @Field(() => BlockType, { nullable: true, description: 'The block as it is now.' })
  readonly block: BlockType | null;
}

@ObjectType({ description: 'Whether something may stand in lists again.', simpleResolvers: true })
export class RemoveBlockPayload extends Payload {
  @Field(() => Boolean, { description: 'True: this block is gone; another may still hold.' })
  readonly removed: boolean;
}
