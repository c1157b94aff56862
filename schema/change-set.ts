import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Actor } from '../core/audit';
import { ChangeSetKind } from '../core/change-set';
import { TitleState } from '../core/title';
import { Payload } from './error';
import { JobType } from './job';
import { connectionOf } from './page';
import { AvailabilityType, TagType, TitleFilter, TitleType } from './title';

@ObjectType('ChangeSet', { description: 'Changes of titles that were made together and are undone together.', simpleResolvers: true })
export class ChangeSetType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => ChangeSetKind, { description: 'What made them.' })
  readonly kind: ChangeSetKind;

  @Field(() => String, { description: 'Who: operator:3, key:7 or system.' })
  readonly actor: Actor;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  readonly at: Date;

  @Field(() => Int, { description: 'How many titles it changed.' })
  readonly titles: number;

  @Field(() => GraphQLJSONObject, { description: 'What was asked for: the change and the filter, or what was undone.' })
  readonly details: object;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was undone; null: it stands.' })
  readonly undoneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who undid it.' })
  readonly undoneBy: Actor | null;
}

export const ChangeSetConnection = connectionOf('ChangeSet', ChangeSetType);

@InputType('TitleChange', { description: 'What is done to many titles; what is left out stays as it is.' })
export class TitleChangeInput {
  @Field(() => TitleState, { nullable: true, description: 'LISTED, HIDDEN or REMOVED.' })
  readonly state?: TitleState.LISTED | TitleState.HIDDEN | TitleState.REMOVED | null;

  @Field(() => [String], { nullable: true, description: 'Genres that every title gets.' })
  readonly addGenres?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Genres that every title loses.' })
  readonly removeGenres?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The shelf; null: none.' })
  readonly category?: string | null;

  @Field(() => String, { nullable: true, description: 'The age certificate; null: none.' })
  readonly certificate?: string | null;

  @Field(() => [AvailabilityType], { nullable: true, description: 'When and where they may be shown; empty: always and everywhere.' })
  readonly availability?: AvailabilityType[] | null;

  @Field(() => [TagType], { nullable: true, description: 'Tags that every title gets; one that it has gets this relevance.' })
  readonly addTags?: TagType[] | null;

  @Field(() => [String], { nullable: true, description: 'Tags that every title loses.' })
  readonly removeTags?: string[] | null;
}

@InputType({ description: 'One change to many titles: give `ids` or a `filter`; merged titles stay as they are.' })
export class ChangeTitlesInput {
  @Field(() => [ID], { nullable: true, description: 'The titles, at most 1,000, in whatever state.' })
  readonly ids?: string[] | null;

  @Field(() => TitleFilter, { nullable: true, description: 'All titles that it holds, also those that no page shows yet.' })
  readonly filter?: TitleFilter | null;

  @Field(() => TitleChangeInput, { description: 'What is done to each.' })
  readonly change: TitleChangeInput;

  @Field(() => Boolean, { defaultValue: false, description: 'Only count and show a sample: nothing is changed.' })
  readonly dryRun: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How many titles there were in the dry run; needed for a change, which is refused where they are not as many.',
  })
  readonly expectedCount?: number | null;
}

@ObjectType({ description: 'What a change of many titles did, or would do.', simpleResolvers: true })
export class ChangeTitlesPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many titles it is made to; on CONFLICT how many there are now.' })
  readonly count: number | null;

  @Field(() => [TitleType], { description: 'The first ten of them in a dry run, as they are.' })
  readonly sample: readonly TitleType[];

  @Field(() => ChangeSetType, { nullable: true, description: 'What was changed, to undo it by; null while a job does it.' })
  readonly changeSet: ChangeSetType | null;

  @Field(() => JobType, { nullable: true, description: 'The job that makes a change of thousands; its result names the change set.' })
  readonly job: JobType | null;
}

@ObjectType('KeptTitle', { description: 'A title that an undo left as it is.', simpleResolvers: true })
export class KeptTitleType {
  @Field(() => ID, { description: 'The title.' })
  readonly titleId: number;

  @Field(() => String, { description: 'Why it was left.' })
  readonly why: string;
}

@ObjectType({ description: 'What became of an undo.', simpleResolvers: true })
export class UndoChangeSetPayload extends Payload {
  @Field(() => Int, { description: 'How many titles are as they were.' })
  readonly restored: number;

  @Field(() => [KeptTitleType], { description: 'Those that somebody changed since, at most 1,000.' })
  readonly kept: readonly KeptTitleType[];

  @Field(() => ChangeSetType, { nullable: true, description: 'The undo itself, which can be undone in turn.' })
  readonly changeSet: ChangeSetType | null;

  @Field(() => JobType, { nullable: true, description: 'The job that undoes a change of thousands.' })
  readonly job: JobType | null;
}

@InputType({ description: 'One change of a title that is taken back.' })
export class RevertTitleInput {
  @Field(() => ID, { description: 'The change, from `Title.history`.' })
  readonly auditId: string;

  @Field(() => Int, { description: 'The version of the title as it was read.' })
  readonly version: number;
}
