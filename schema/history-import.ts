import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateOrder } from '../core/history/day';
import { RowFate } from '../core/history/place';
import { HistoryFormat, HistoryImportState, HistoryQuestion } from '../core/history-import';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('HistoryProfile', { description: 'A profile of an export.', simpleResolvers: true })
export class HistoryProfileType {
  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => Int, { description: 'How many rows it has.' })
  readonly rows: number;
}

@ObjectType('HistoryCounts', {
  description: 'What became of the rows: placed, asked, unknown, dropped and left out add up to all.',
  simpleResolvers: true,
})
export class HistoryCountsType {
  @Field(() => Int, { description: 'Rows of the file.' })
  readonly rows: number;

  @Field(() => Int, { description: 'Rows that count.' })
  readonly placed: number;

  @Field(() => Int, { description: 'Rows that may be one of several titles.' })
  readonly asked: number;

  @Field(() => Int, { description: 'Rows that are none of the titles here.' })
  readonly unknown: number;

  @Field(() => Int, { description: 'Rows that are no viewing, or are here already.' })
  readonly dropped: number;

  @Field(() => Int, { description: 'Rows that the person left out.' })
  readonly leftOut: number;

  @Field(() => Int, { description: 'Different titles among the rows that count.' })
  readonly titles: number;
}

@ObjectType('HistoryCandidate', { description: 'A title that a row may mean.' })
export class HistoryCandidateType {
  @Field(() => Float, { description: 'How well it fits, 0 to 1.', simple: true })
  readonly score: number;
}

@ObjectType('HistoryRow', { description: 'A row of a history and what became of it.' })
export class HistoryRowType {
  @Field(() => Int, { description: 'Its number, from 1 at the first row behind the header.', simple: true })
  readonly number: number;

  @Field(() => String, { description: 'Its title as it stood there; empty for a row of another profile.', simple: true })
  readonly text: string;

  @Field(() => String, { description: 'The show or film that it was grouped by.', simple: true })
  readonly name: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was watched; null where no date can be read.', simple: true })
  readonly occurredAt: Date | null;

  @Field(() => Boolean, { description: 'False where only the day is known: then it is midnight in UTC.', simple: true })
  readonly timed: boolean;

  @Field(() => Float, { nullable: true, description: 'How long it was played; null where the file does not tell.', simple: true })
  readonly seconds: number | null;

  @Field(() => RowFate, { description: 'What became of it.', simple: true })
  readonly fate: RowFate;

  @Field(() => String, { nullable: true, description: 'Why it was dropped, left out or not found.', simple: true })
  readonly reason: string | null;
}

export const HistoryRowConnection = connectionOf('HistoryRow', HistoryRowType);

@ObjectType('HistoryGroup', { description: 'Rows of one name that became the same.' })
export class HistoryGroupType {
  @Field(() => String, { description: 'The show or film that they were grouped by.', simple: true })
  readonly name: string;

  @Field(() => Int, { description: 'How many.', simple: true })
  readonly rows: number;

  @Field(() => String, { description: 'The first of them as it stood.', simple: true })
  readonly text: string;

  @Field(() => Int, { description: 'The number of that row, for `correctRow`.', simple: true })
  readonly number: number;

  @Field(() => RowFate, { description: 'What became of them.', simple: true })
  readonly fate: RowFate;

  @Field(() => String, { nullable: true, description: 'Why they were dropped, left out or not found.', simple: true })
  readonly reason: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The first time.', simple: true })
  readonly firstAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'The last time.', simple: true })
  readonly lastAt: Date | null;
}

export const HistoryGroupConnection = connectionOf('HistoryGroup', HistoryGroupType);

@ObjectType('HistoryImport', { description: 'A viewing history from elsewhere, and what became of every row of it.' })
export class HistoryImportType {
  @Field(() => ID, { description: 'Our id.', simple: true })
  readonly id: number;

  @Field(() => String, { description: 'The name of the file, which itself is not kept once it is read.', simple: true })
  readonly fileName: string;

  @Field(() => HistoryFormat, { nullable: true, description: 'What kind of history; null until it is read.', simple: true })
  readonly format: HistoryFormat | null;

  @Field(() => HistoryImportState, { description: 'Where it stands.', simple: true })
  readonly state: HistoryImportState;

  @Field(() => HistoryQuestion, {
    nullable: true,
    description: 'What it asks, where it is ASKING: see `answerHistoryImport`.',
    simple: true,
  })
  readonly question: HistoryQuestion | null;

  @Field(() => [HistoryProfileType], { description: 'The profiles that the export holds; empty where it has none.', simple: true })
  readonly profiles: readonly HistoryProfileType[];

  @Field(() => String, { nullable: true, description: 'The profile whose rows are taken.', simple: true })
  readonly profile: string | null;

  @Field(() => DateOrder, { nullable: true, description: 'How the file writes its dates; null until that is known.', simple: true })
  readonly dateOrder: DateOrder | null;

  @Field(() => String, { nullable: true, description: 'Where the person lives, where that was told.', simple: true })
  readonly timeZone: string | null;

  @Field(() => [String], { description: 'Dates that may be read in two ways, where it asks for DATE_ORDER.', simple: true })
  readonly dateSamples: readonly string[];

  @Field(() => HistoryCountsType, { nullable: true, description: 'What became of the rows; null until it is DONE.', simple: true })
  readonly counts: HistoryCountsType | null;

  @Field(() => String, { nullable: true, description: 'Why it failed, and what to do.', simple: true })
  readonly error: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it began.', simple: true })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was done.', simple: true })
  readonly finishedAt: Date | null;
}

export const HistoryImportConnection = connectionOf('HistoryImport', HistoryImportType);

@ObjectType({ description: 'The import of a history after a change.', simpleResolvers: true })
export class HistoryImportPayload extends Payload {
  @Field(() => HistoryImportType, { nullable: true, description: 'The import as it is now.' })
  readonly historyImport: HistoryImportType | null;
}

@ObjectType({ description: 'Whether the import of a history is gone.', simpleResolvers: true })
export class DeleteHistoryImportPayload extends Payload {
  @Field(() => Boolean, { description: 'True: it is gone, and nothing of it counts any more.' })
  readonly deleted: boolean;
}
