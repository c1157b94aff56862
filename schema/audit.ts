import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
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

  @Field(() => ID, { nullable: true, description: 'The bulk change, import or undo that it is a part of; null: it stands for itself.' })
  readonly changeSetId: number | null;
}

export const AuditConnection = connectionOf('AuditEntry', AuditEntryType);

@InputType({ description: 'Which changes; what is left out does not matter.' })
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'Of this kind of thing, for example title.' })
  readonly entity?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this one.' })
  readonly entityId?: string | null;

  @Field(() => String, { nullable: true, description: 'By whom: operator:3, key:7 or system.' })
  readonly actor?: string | null;

  @Field(() => String, { nullable: true, description: 'What was done, for example title.save.' })
  readonly action?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Then or later.' })
  readonly since?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Before.' })
  readonly until?: Date | null;
}

@ObjectType('AuditActor', { description: 'Somebody who stands in the audit.', simpleResolvers: true })
export class AuditActorType {
  @Field(() => String, { description: 'As the filter takes it: operator:3 or key:7.' })
  readonly actor: Actor;

  @Field(() => String, { description: 'An operator’s address or a key’s name.' })
  readonly name: string;
}

@ObjectType('AuditWords', { description: 'What an audit can be filtered by.', simpleResolvers: true })
export class AuditWordsType {
  @Field(() => [String], { description: 'Every kind of thing that was changed.' })
  readonly entities: readonly string[];

  @Field(() => [String], { description: 'Everything that was done.' })
  readonly actions: readonly string[];
}
