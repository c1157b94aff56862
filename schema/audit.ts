import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor } from '../core/audit';
import { connectionOf } from './page';

@ObjectType('AuditEntry', { description: 'A change by an operator or a key.', simpleResolvers: true })
export class AuditEntryType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => String, { description: 'Who: operator:3, key:7 or system.' })
  readonly actor: Actor;

  @Field(() => String, { description: 'What was done, for example title.save.' })
  readonly action: string;

  @Field(() => String, { description: 'To what kind of thing.' })
  readonly entity: string;

  @Field(() => ID, { description: 'To which one.' })
  readonly entityId: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'As it was.' })
  readonly before: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'As it became.' })
  readonly after: unknown;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  readonly at: Date;
}

export const AuditConnection = connectionOf('AuditEntry', AuditEntryType);
