import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type Alert, AttentionCode, Severity } from '../core/attention';
import { Payload } from './error';

@ObjectType('Attention', { description: 'Something that needs an operator.', simpleResolvers: true })
export class AlertType implements Alert {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => AttentionCode, { description: 'What it is.' })
  readonly code: AttentionCode;

  @Field(() => Severity, { description: 'How urgent.' })
  readonly severity: Severity;

  @Field(() => String, { description: 'What is wrong, in a few words.' })
  readonly title: string;

  @Field(() => String, { description: 'What is wrong, and what to do.' })
  readonly text: string;

  @Field(() => String, { description: 'The page of the console where it is mended, below /admin.' })
  readonly remedy: string;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  readonly since: Date;

  readonly endedAt: Date | null;
}

@ObjectType('AlertWebhook', { description: 'Where alerts are sent.', simpleResolvers: true })
export class AlertWebhookType {
  @Field(() => String, {
    description: 'The address; its POST gets a signed message once when something begins to need attention and once when that ends.',
  })
  readonly url: string;

  @Field(() => Boolean, { description: 'Whether anything is sent.' })
  readonly enabled: boolean;

  @Field(() => Int, { description: 'Messages in a row that did not arrive.' })
  readonly failures: number;

  @Field(() => String, { nullable: true, description: 'Why the last one did not arrive; null: it did, or there was none.' })
  readonly error: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When one last arrived.' })
  readonly deliveredAt: Date | null;
}

@InputType('AlertWebhookInput', { description: 'Where alerts are to be sent.' })
export class AlertWebhookInputType {
  @Field(() => String, { description: 'An http or https address; in production not one of this machine or of a private network.' })
  readonly url: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether anything is sent.' })
  readonly enabled: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Make a new secret; the old one signs nothing from then on.' })
  readonly renewSecret: boolean;
}

@ObjectType({ description: 'Where alerts are sent from now on.', simpleResolvers: true })
export class SaveAlertWebhookPayload extends Payload {
  @Field(() => AlertWebhookType, { nullable: true, description: 'The webhook.' })
  readonly webhook: AlertWebhookType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret that signs messages, where one was made: keep it, it is not shown again.',
  })
  readonly secret: string | null;
}
