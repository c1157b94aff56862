import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { Actor } from '../core/audit';
import { type Erasure, ErasureState } from '../core/erasure';
import { named } from './enums';
import { Payload } from './error';
import { connectionOf } from './page';

named(ErasureState, 'ErasureState', 'How far the forgetting of a person has come.', {
  ERASING: 'They are served no more; rows of theirs are still being removed.',
  AT_PERSONALIZE: 'No row is left here, but Amazon Personalize has not deleted them yet; models may have learned from them as well.',
  IN_MODELS: 'No row is left, but a model that is kept may have learned from them.',
  COMPLETED: 'Nothing is left.',
});

@ObjectType('ErasedRows', { description: 'How many rows of a table were removed.', simpleResolvers: true })
export class ErasedRowsType {
  @Field(() => String, { description: 'The table.' })
  readonly table: string;

  @Field(() => Float, { description: 'Rows that were removed, or cleared of the person.' })
  readonly rows: number;
}

/** A field with a resolver of its own is declared there; these are the columns. */
@ObjectType('Erasure', {
  description: 'The receipt of a person who was forgotten. It does not say who that was to anyone who does not know already.',
})
export class ErasureType implements Omit<Erasure, 'counts' | 'trainRunId' | 'atPersonalize'> {
  @Field(() => ID, { description: 'Our id of the receipt.', simple: true })
  readonly id: number;

  @Field(() => GraphQLDateTime, { description: 'From this moment on they were served no more.', simple: true })
  readonly at: Date;

  @Field(() => String, { description: 'Who asked for it: operator:3 or key:7.', simple: true })
  readonly actor: Actor;

  @Field(() => String, {
    description: 'SHA-256 of the person’s name, behind a secret salt; ask `erasures(of:)` whether it is a name’s.',
    simple: true,
  })
  readonly hash: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the last row was gone; null while rows are being removed.',
    simple: true,
  })
  readonly erasedAt: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When no model was kept any more that may have learned from them, and Amazon Personalize had nothing of theirs; null until then.',
    simple: true,
  })
  readonly completedAt: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When Amazon Personalize had deleted them; null until then, and where it never had anything of theirs.',
    simple: true,
  })
  readonly personalizeDoneAt: Date | null;
}

export const ErasureConnection = connectionOf('Erasure', ErasureType);

@ObjectType({ description: 'What became of a wish to forget somebody.', simpleResolvers: true })
export class ForgetUserPayload extends Payload {
  @Field(() => ErasureType, { nullable: true, description: 'The receipt; it fills while rows are being removed.' })
  readonly erasure: ErasureType | null;
}
