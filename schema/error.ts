import { Field, ObjectType } from 'type-graphql';
import { ErrorCode, type UserError } from '../core/errors';

@ObjectType('UserError', { description: 'One expected failure: nothing was changed.', simpleResolvers: true })
export class UserErrorType implements UserError {
  @Field(() => ErrorCode, { description: 'What kind of failure.' })
  readonly code: ErrorCode;

  @Field(() => String, { nullable: true, description: 'Path of the input field at fault.' })
  readonly field: string | null;

  @Field(() => String, { description: 'What came, in one sentence.' })
  readonly message: string;

  @Field(() => String, { nullable: true, description: 'What would have been accepted.' })
  readonly expected: string | null;
}

@ObjectType()
export abstract class Payload {
  @Field(() => [UserErrorType], { description: 'Expected failures; empty when all went well.' })
  readonly userErrors: readonly UserErrorType[];
}
