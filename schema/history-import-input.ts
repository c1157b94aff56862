import { Field, ID, InputType, Int } from 'type-graphql';
import { DateOrder } from '../core/history/day';

@InputType({ description: 'Whose history it is.' })
export abstract class HistoryOfInput {
  @Field(() => ID, { nullable: true, description: 'Whose; none: the viewer’s own. Only callers who may write for others name somebody.' })
  readonly userId?: string | null;
}

@InputType({ description: 'A file that holds a viewing history.' })
export class ImportHistoryInput extends HistoryOfInput {
  @Field(() => ID, { description: 'The file: an upload for HISTORY that has come whole.' })
  readonly uploadId: string;

  @Field(() => String, { nullable: true, description: 'Whose rows to take where the export holds several profiles; none: it asks.' })
  readonly profile?: string | null;

  @Field(() => DateOrder, { nullable: true, description: 'How the file writes its dates; none: it finds out, or asks.' })
  readonly dateOrder?: DateOrder | null;

  @Field(() => String, { nullable: true, description: 'Where the person lives, as Europe/Berlin: for days and hours of what has a time.' })
  readonly timeZone?: string | null;
}

@InputType({ description: 'An answer to what an import asks.' })
export class AnswerHistoryImportInput extends HistoryOfInput {
  @Field(() => ID, { description: 'The import.' })
  readonly id: string;

  @Field(() => String, { nullable: true, description: 'To PROFILE: one of its profiles.' })
  readonly profile?: string | null;

  @Field(() => DateOrder, { nullable: true, description: 'To DATE_ORDER: DAY_FIRST or MONTH_FIRST.' })
  readonly dateOrder?: DateOrder | null;
}

@InputType({ description: 'What a row means.' })
export class CorrectRowInput extends HistoryOfInput {
  @Field(() => ID, { description: 'The import.' })
  readonly importId: string;

  @Field(() => Int, { description: 'The number of the row.' })
  readonly number: number;

  @Field(() => ID, { nullable: true, description: 'The title that was watched; null: none of those here.' })
  readonly titleId?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether all rows of the same name mean it; then it is remembered for the next import.',
  })
  readonly alike: boolean;
}

@InputType({ description: 'Rows that are not to count, or are to count again: give `numbers` or `name`.' })
export class LeaveOutRowsInput extends HistoryOfInput {
  @Field(() => ID, { description: 'The import.' })
  readonly importId: string;

  @Field(() => [Int], { nullable: true, description: 'The numbers of the rows, up to 1,000.' })
  readonly numbers?: number[] | null;

  @Field(() => String, { nullable: true, description: 'All rows of this name.' })
  readonly name?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'False: they count again.' })
  readonly leftOut: boolean;
}
