import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ApiKeyState } from '../core/api-key-state';
import { Payload } from './error';

@ObjectType('AccessKey', {
  description:
    'What an application of AWS signs with: an id, and a secret that is shown once. It stands for a server key, and does what that may.',
  simpleResolvers: true,
})
export class AccessKeyType {
  @Field(() => ID, { description: 'The access key id, for AWS_ACCESS_KEY_ID.' })
  readonly id: string;

  @Field(() => ID, { description: 'The server key that it stands for.' })
  readonly apiKeyId: number;

  @Field(() => String, { description: 'What that server key is called.' })
  readonly apiKeyName: string;

  @Field(() => String, {
    description: 'Whose ids of titles the application sends and is answered with: app, another source, or kinograph for ours.',
  })
  readonly source: string;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its server key ends.' })
  readonly expiresAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it, or its server key, was revoked.' })
  readonly revokedAt: Date | null;

  @Field(() => ApiKeyState, { description: 'Whether it may be used now.' })
  readonly state: ApiKeyState;
}

@InputType({ description: 'An access key to be made.' })
export class CreateAccessKeyInput {
  @Field(() => ID, { description: 'The server key that it shall stand for.' })
  readonly apiKeyId: string;

  @Field(() => String, {
    defaultValue: 'app',
    description: 'Whose ids of titles the application sends and is answered with: app, another source, or kinograph for ours.',
  })
  readonly source: string;
}

@ObjectType({ description: 'The new access key, with its secret: keep it, it is not shown again.', simpleResolvers: true })
export class CreateAccessKeyPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The secret access key, for AWS_SECRET_ACCESS_KEY.' })
  readonly secret: string | null;

  @Field(() => AccessKeyType, { nullable: true, description: 'The access key.' })
  readonly key: Omit<AccessKeyType, 'state'> | null;
}

@ObjectType({ description: 'What became of the access key.', simpleResolvers: true })
export class RevokeAccessKeyPayload extends Payload {
  @Field(() => AccessKeyType, { nullable: true, description: 'The access key, revoked.' })
  readonly key: Omit<AccessKeyType, 'state'> | null;
}
