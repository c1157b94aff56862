import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ApiKeyKind } from '../core/api-key';
import { ApiKeyState } from '../core/api-key-state';
import { Role, type Scope } from '../core/caller';
import { SCOPES } from './enums';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('ApiKey', { description: 'A key; its secret is shown once, when it is made.', simpleResolvers: true })
export class ApiKeyType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => ApiKeyKind, { description: 'What it may be used for.' })
  readonly kind: ApiKeyKind;

  @Field(() => String, { description: 'What its maker called it.' })
  readonly name: string;

  @Field(() => String, { description: 'How the secret begins, to recognise it by.' })
  readonly prefix: string;

  @Field(() => [SCOPES], { description: 'What a server key may do.' })
  readonly scopes: readonly Scope[];

  @Field(() => [String], { description: 'Where a browser key may be used from.' })
  readonly origins: readonly string[];

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends.' })
  readonly expiresAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revoked.' })
  readonly revokedAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last used, to a minute or so.' })
  readonly lastUsedAt: Date | null;
}

export const ApiKeyConnection = connectionOf('ApiKey', ApiKeyType);

@InputType({ description: 'Which keys; what is left out does not matter.' })
export class ApiKeyFilter {
  @Field(() => ApiKeyKind, { nullable: true, description: 'Of this kind.' })
  readonly kind?: ApiKeyKind | null;

  @Field(() => ApiKeyState, { nullable: true, description: 'In this state.' })
  readonly state?: ApiKeyState | null;

  @Field(() => String, { nullable: true, description: 'Whose name holds this, or whose secret begins like this.' })
  readonly search?: string | null;
}

@InputType({ description: 'A key to be made.' })
export class CreateApiKeyInput {
  @Field(() => ApiKeyKind, { defaultValue: ApiKeyKind.SERVER, description: 'What it may be used for.' })
  readonly kind: ApiKeyKind;

  @Field(() => String, { description: 'What to call it, 1 to 100 characters.' })
  readonly name: string;

  @Field(() => [SCOPES], { nullable: true, description: 'What a server key may do; at least one.' })
  readonly scopes?: Scope[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Where a browser key may be used from, for example https://shop.example; at least one.',
  })
  readonly origins?: string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends; none: when it is revoked.' })
  readonly expiresAt?: Date | null;
}

@ObjectType({ description: 'The new key, with its secret: keep it, it is not shown again.', simpleResolvers: true })
export class CreateApiKeyPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The secret.' })
  readonly secret: string | null;

  @Field(() => ApiKeyType, { nullable: true, description: 'The key.' })
  readonly key: ApiKeyType | null;
}

@ObjectType({ description: 'What became of the key.', simpleResolvers: true })
export class RevokeApiKeyPayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key, revoked; sockets that use it are closed.' })
  readonly key: ApiKeyType | null;
}

@ObjectType('Operator', { description: 'Someone who runs Kinograph.', simpleResolvers: true })
export class OperatorType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => String, { description: 'Their e-mail address.' })
  readonly email: string;

  @Field(() => String, { nullable: true, description: 'Their name.' })
  readonly name: string | null;

  @Field(() => Role, { description: 'What they may do.' })
  readonly role: Role;

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.' })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When they were made.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they were disabled: since then they cannot sign in.' })
  readonly disabledAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they last signed in; null: never yet.' })
  readonly lastSignInAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'Of role SHOP: the one shop that they see and change.' })
  readonly shopId: number | null;
}

@ObjectType({ description: 'Who signed in; the session travels in a cookie that scripts cannot read.', simpleResolvers: true })
export class SignInPayload extends Payload {
  @Field(() => OperatorType, { nullable: true, description: 'The operator.' })
  readonly operator: OperatorType | null;
}

@ObjectType({ description: 'What became of the sign-out.', simpleResolvers: true })
export class SignOutPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether the session has ended.' })
  readonly signedOut: boolean;
}
