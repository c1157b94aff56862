import { Field, ObjectType } from 'type-graphql';
import { DuplicateReason } from '../core/duplicate';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('LikelyDuplicate', { description: 'Two titles that may be one work.' })
export class LikelyDuplicateType {
  @Field(() => [DuplicateReason], { description: 'Why they may be.' })
  readonly reasons: readonly DuplicateReason[];
}

export const LikelyDuplicateConnection = connectionOf('LikelyDuplicate', LikelyDuplicateType);

@ObjectType({ description: 'What became of it.', simpleResolvers: true })
export class KeepTitlesApartPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether the two are no pair any more.' })
  readonly apart: boolean;
}
