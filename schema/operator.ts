import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Role } from '../core/caller';
import { OperatorType } from './access';
import { Payload } from './error';
import { connectionOf } from './page';

export const OperatorConnection = connectionOf('Operator', OperatorType);

@ObjectType('ResetLink', {
  description: 'Where an operator chooses a password, once. Hand it to them yourself: whoever opens it first decides.',
  simpleResolvers: true,
})
export class ResetLinkType {
  @Field(() => String, { description: 'Its address on this server, from the first slash on; it is not shown again.' })
  readonly url: string;

  @Field(() => GraphQLDateTime, { description: 'When it ends.' })
  readonly expiresAt: Date;
}

@ObjectType('OperatorSession', { description: 'A browser in which an operator is signed in.', simpleResolvers: true })
export class OperatorSessionType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => GraphQLDateTime, { description: 'When they signed in.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When they were last there, to a minute or so.' })
  readonly lastSeenAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it ends by itself.' })
  readonly expiresAt: Date;
}

@InputType({ description: 'An operator to be made; they choose their password by a link.' })
export class CreateOperatorInput {
  @Field(() => String, { description: 'Their e-mail address, which they sign in with.' })
  readonly email: string;

  @Field(() => String, { nullable: true, description: 'Their name, at most 100 characters.' })
  readonly name?: string | null;

  @Field(() => Role, { description: 'What they may do.' })
  readonly role: Role;

  @Field(() => ID, { nullable: true, description: 'Of role SHOP: the shop that they see and change. Without one they see none.' })
  readonly shopId?: string | null;
}

@InputType({ description: 'A change of an operator; what is left out stays as it is.' })
export class SaveOperatorInput {
  @Field(() => ID, { description: 'The operator.' })
  readonly id: string;

  @Field(() => Int, { description: 'The version it was read at.' })
  readonly version: number;

  @Field(() => String, { nullable: true, description: 'Their name; null takes it away.' })
  readonly name?: string | null;

  @Field(() => Role, { nullable: true, description: 'What they may do.' })
  readonly role?: Role | null;

  @Field(() => Boolean, { nullable: true, description: 'True signs them out everywhere and keeps them out; false lets them in again.' })
  readonly disabled?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Of role SHOP: the shop that they see and change; null takes it away.' })
  readonly shopId?: string | null;
}

@ObjectType({ description: 'The new operator, with the link by which they choose a password.', simpleResolvers: true })
export class CreateOperatorPayload extends Payload {
  @Field(() => OperatorType, { nullable: true, description: 'The operator.' })
  readonly operator: OperatorType | null;

  @Field(() => ResetLinkType, { nullable: true, description: 'The link, shown in this answer only.' })
  readonly link: ResetLinkType | null;
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SaveOperatorPayload extends Payload {
  @Field(() => OperatorType, { nullable: true, description: 'The operator as they are now.' })
  readonly operator: OperatorType | null;
}

@ObjectType({ description: 'A link to choose a password by.', simpleResolvers: true })
export class CreateResetLinkPayload extends Payload {
  @Field(() => ResetLinkType, { nullable: true, description: 'The link, shown in this answer only.' })
  readonly link: ResetLinkType | null;
}

@ObjectType({ description: 'What became of a password that was chosen by a link.', simpleResolvers: true })
export class ResetPasswordPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The address to sign in with now.' })
  readonly email: string | null;
}

@ObjectType({ description: 'What became of a change of one’s own password.', simpleResolvers: true })
export class ChangePasswordPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many other browsers were signed out; null: nothing was changed.' })
  readonly sessionsEnded: number | null;
}

@ObjectType({ description: 'What became of a sign-out everywhere.', simpleResolvers: true })
export class EndSessionsPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many browsers were signed out; null: nothing was changed.' })
  readonly sessionsEnded: number | null;
}
