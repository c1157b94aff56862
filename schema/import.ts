import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { ImportFormat, ImportState, OnExisting } from '../core/import';
import { ImportField } from '../core/import-columns';
import { TitleKind } from '../core/title';
import { KeptTitleType } from './change-set';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('ImportFile', { description: 'A file of an import.', simpleResolvers: true })
export class ImportFileType {
  @Field(() => ID, { description: 'Its upload; gone once the import is done.' })
  readonly uploadId: number;

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => Float, { description: 'How many bytes it has.' })
  readonly bytes: number;
}

@ObjectType('ColumnMapping', { description: 'What a column of a file is.', simpleResolvers: true })
export class ColumnMappingType {
  @Field(() => String, { description: 'The column, as its header names it.' })
  readonly column: string;

  @Field(() => ImportField, { description: 'What it tells.' })
  readonly field: ImportField;

  @Field(() => String, { nullable: true, description: 'The catalogue of an EXTERNAL_ID.' })
  readonly source: string | null;
}

@ObjectType('ImportOptions', { description: 'What is chosen for all rows of an import.', simpleResolvers: true })
export class ImportOptionsType {
  @Field(() => String, { description: 'The catalogue that the file’s own ids belong to.' })
  readonly source: string;

  @Field(() => OnExisting, { description: 'What becomes of titles that are there already.' })
  readonly onExisting: OnExisting;

  @Field(() => TitleKind, { description: 'What a title is where its row does not say.' })
  readonly kind: TitleKind;

  @Field(() => Boolean, { description: 'Whether the ratings of a MovieLens folder become the past of people `movielens:N`.' })
  readonly ratings: boolean;
}

@ObjectType('ImportCounts', {
  description: 'What became of the rows of an import, or would; every row is counted once.',
  simpleResolvers: true,
})
export class ImportCountsType {
  @Field(() => Int, { description: 'Rows of the file.' })
  readonly rows: number;

  @Field(() => Int, { description: 'Titles made.' })
  readonly created: number;

  @Field(() => Int, { description: 'Titles changed.' })
  readonly updated: number;

  @Field(() => Int, { description: 'Titles that were like this already, or were to stay as they are.' })
  readonly unchanged: number;

  @Field(() => Int, { description: 'Rows that could not be used: see `problems`.' })
  readonly bad: number;
}

@ObjectType('ImportSample', { description: 'A title that an import makes or changes.', simpleResolvers: true })
export class ImportSampleType {
  @Field(() => Int, { description: 'The line of the file.' })
  readonly row: number;

  @Field(() => String, { description: 'CREATED or UPDATED.' })
  readonly outcome: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => ID, { nullable: true, description: 'The title; null where a dry run would make it.' })
  readonly titleId: number | null;

  @Field(() => [String], { description: 'Which fields of it change; empty for a new one.' })
  readonly fields: readonly string[];
}

@ObjectType('ImportProblem', { description: 'What is wrong with a field of a row.', simpleResolvers: true })
export class ImportProblemType {
  @Field(() => Float, { description: 'Its number, in the order of the file.' })
  readonly number: number;

  @Field(() => String, { description: 'The file.' })
  readonly file: string;

  @Field(() => Int, { description: 'The line of the file on which the row begins, from 1.' })
  readonly row: number;

  @Field(() => String, { description: 'The column; `row` where the whole row cannot be read.' })
  readonly field: string;

  @Field(() => String, { description: 'What is wrong, and what was expected.' })
  readonly message: string;

  @Field(() => [String], { nullable: true, description: 'The row as it stood in the file; null where another problem of the row has it.' })
  readonly cells: readonly string[] | null;
}

export const ImportProblemConnection = connectionOf('ImportProblem', ImportProblemType);

@ObjectType('ImportProblemGroup', { description: 'Problems that are alike.', simpleResolvers: true })
export class ImportProblemGroupType {
  @Field(() => String, { description: 'The column.' })
  readonly field: string;

  @Field(() => String, { description: 'What is wrong.' })
  readonly message: string;

  @Field(() => Int, { description: 'In how many rows.' })
  readonly rows: number;

  @Field(() => Int, { description: 'The first of them.' })
  readonly firstRow: number;
}

@ObjectType('ImportUndone', { description: 'How an import was undone.', simpleResolvers: true })
export class ImportUndoneType {
  @Field(() => GraphQLDateTime, { description: 'When.' })
  readonly at: string;

  @Field(() => String, { description: 'By whom: operator:3 or key:7.' })
  readonly by: string;

  @Field(() => Int, { nullable: true, description: 'How many titles are as they were before; null once that is forgotten, a month later.' })
  readonly restored: number | null;

  @Field(() => Int, { nullable: true, description: 'How many were changed since and stayed.' })
  readonly keptCount: number | null;

  @Field(() => [KeptTitleType], { description: 'Those that stayed, and why: the first thousand.' })
  readonly kept: readonly KeptTitleType[];
}

@ObjectType('Import', { description: 'Files that become titles, from the first look at them to their undoing.', simpleResolvers: true })
export class ImportType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => ImportState, { description: 'Where it stands.' })
  readonly state: ImportState;

  @Field(() => String, { description: 'Who sent the files: operator:3 or key:7.' })
  readonly actor: string;

  @Field(() => ImportFormat, { description: 'How its rows are written.' })
  readonly format: ImportFormat;

  @Field(() => [ImportFileType], { description: 'Its files.' })
  readonly files: readonly ImportFileType[];

  @Field(() => [String], { description: 'The columns of the file.' })
  readonly columns: readonly string[];

  @Field(() => [ColumnMappingType], { description: 'What its columns are.' })
  readonly mapping: readonly ColumnMappingType[];

  @Field(() => ImportOptionsType, { description: 'What was chosen for all rows.' })
  readonly options: ImportOptionsType;

  @Field(() => Boolean, { description: 'Whether it was last asked what would be done, not to do it.' })
  readonly dryRun: boolean;

  @Field(() => ImportCountsType, { nullable: true, description: 'What became of the rows, or would; null before a run has ended.' })
  readonly counts: ImportCountsType | null;

  @Field(() => [ImportSampleType], { description: 'Some of the titles, up to 200.' })
  readonly samples: readonly ImportSampleType[];

  @Field(() => ID, { nullable: true, description: 'Its titles in the audit.' })
  readonly changeSetId: number | null;

  @Field(() => GraphQLDateTime, { description: 'When its files were first looked at.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the last run ended.' })
  readonly finishedAt: Date | null;

  @Field(() => ImportUndoneType, { nullable: true, description: 'How it was undone.' })
  readonly undone: ImportUndoneType | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  readonly error: string | null;
}

export const ImportConnection = connectionOf('Import', ImportType);

@ObjectType({ description: 'What became of an import.', simpleResolvers: true })
export class ImportPayload extends Payload {
  @Field(() => ImportType, { nullable: true, description: 'The import; follow its `job` with `jobProgress`.' })
  readonly import: ImportType | null;
}

@ObjectType({ description: 'What became of a draft.', simpleResolvers: true })
export class DiscardImportPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether it and its files are gone.' })
  readonly discarded: boolean;
}
