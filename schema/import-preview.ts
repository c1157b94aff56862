import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ImportFormat, OnExisting } from '../core/import';
import { ImportField } from '../core/import-columns';
import { TitleKind } from '../core/title';
import { Payload } from './error';
import { ColumnMappingType, ImportOptionsType } from './import';
import { ExternalIdType } from './title';

@InputType({ description: 'What a column of a file is.' })
export class ColumnMappingInput {
  @Field(() => String, { description: 'The column, as its header names it.' })
  readonly column: string;

  @Field(() => ImportField, { description: 'What it tells.' })
  readonly field: ImportField;

  @Field(() => String, { nullable: true, description: 'The catalogue of an EXTERNAL_ID, in lower case.' })
  readonly source?: string | null;
}

@InputType({ description: 'What is chosen for all rows of an import; what is left out is as the preview shows it.' })
export class ImportOptionsInput {
  @Field(() => String, { nullable: true, description: 'The catalogue that the file’s own ids belong to, in lower case.' })
  readonly source?: string | null;

  @Field(() => OnExisting, { nullable: true, description: 'What becomes of titles that are there already; UPDATE unless told.' })
  readonly onExisting?: OnExisting | null;

  @Field(() => TitleKind, { nullable: true, description: 'What a title is where its row does not say.' })
  readonly kind?: TitleKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the ratings of a MovieLens folder become the past of people `movielens:N`. An undo leaves them.',
  })
  readonly ratings?: boolean | null;
}

@InputType({ description: 'Files to look at.' })
export class PreviewImportInput {
  @Field(() => [ID], { description: 'The uploads: one file, or the files of a MovieLens folder.' })
  readonly uploadIds: string[];

  @Field(() => ImportFormat, { nullable: true, description: 'How their rows are written; left out, it is found out.' })
  readonly format?: ImportFormat | null;

  @Field(() => [ColumnMappingInput], { nullable: true, description: 'What columns are; left out, it is guessed.' })
  readonly mapping?: ColumnMappingInput[] | null;

  @Field(() => ImportOptionsInput, { nullable: true, description: 'What is chosen for all rows.' })
  readonly options?: ImportOptionsInput | null;
}

@InputType({ description: 'Files to import.' })
export class ImportCatalogueInput {
  @Field(() => [ID], { description: 'The uploads: one file, or the files of a MovieLens folder.' })
  readonly uploadIds: string[];

  @Field(() => ImportFormat, { nullable: true, description: 'How their rows are written; left out, it is found out.' })
  readonly format?: ImportFormat | null;

  @Field(() => [ColumnMappingInput], { description: 'What the columns are; one of them must be an id.' })
  readonly mapping: ColumnMappingInput[];

  @Field(() => ImportOptionsInput, { nullable: true, description: 'What is chosen for all rows.' })
  readonly options?: ImportOptionsInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Only tell what would be done.' })
  readonly dryRun?: boolean | null;
}

@ObjectType('PreviewedColumn', { description: 'A column of a file with what it seems to be.', simpleResolvers: true })
export class PreviewedColumnType {
  @Field(() => String, { description: 'Its name.' })
  readonly column: string;

  @Field(() => [String], { description: 'Some of what stands in it.' })
  readonly samples: readonly string[];

  @Field(() => ImportField, { nullable: true, description: 'What it seems to be.' })
  readonly field: ImportField | null;

  @Field(() => String, { nullable: true, description: 'The catalogue of an EXTERNAL_ID.' })
  readonly source: string | null;

  @Field(() => Float, { description: 'How sure that is, 0 to 1.' })
  readonly confidence: number;
}

@ObjectType('PreviewedProblem', { description: 'What is wrong with a column of a row.', simpleResolvers: true })
export class PreviewedProblemType {
  @Field(() => String, { description: 'The column.' })
  readonly column: string;

  @Field(() => String, { description: 'What is wrong, and what was expected.' })
  readonly message: string;
}

@ObjectType('PreviewedTitle', { description: 'A title as a row would make it.', simpleResolvers: true })
export class PreviewedTitleType {
  @Field(() => TitleKind, { description: 'What it is.' })
  readonly kind: TitleKind;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  readonly name?: string;

  @Field(() => Int, { nullable: true, description: 'Its year.' })
  readonly year?: number | null;

  @Field(() => [String], { nullable: true, description: 'Its genres.' })
  readonly genres?: readonly string[];

  @Field(() => Int, { nullable: true, description: 'Its length in seconds.' })
  readonly seconds?: number;

  @Field(() => [ExternalIdType], { description: 'By what it is found again.' })
  readonly externalIds: readonly ExternalIdType[];
}

@ObjectType('PreviewedRow', { description: 'A row as it would become a title, or what is wrong with it.', simpleResolvers: true })
export class PreviewedRowType {
  @Field(() => Int, { description: 'The line of the file on which it begins.' })
  readonly row: number;

  @Field(() => [String], { description: 'Its cells.' })
  readonly cells: readonly string[];

  @Field(() => PreviewedTitleType, { nullable: true, description: 'The title; null for a row that cannot be used.' })
  readonly draft: PreviewedTitleType | null;

  @Field(() => [PreviewedProblemType], { description: 'What is wrong with it.' })
  readonly problems: readonly PreviewedProblemType[];
}

@ObjectType('ImportPreview', { description: 'Files as they look at first sight.', simpleResolvers: true })
export class ImportPreviewType {
  @Field(() => ID, { description: 'The import as a draft, to come back to.' })
  readonly importId: number;

  @Field(() => ImportFormat, { description: 'How the rows are written.' })
  readonly format: ImportFormat;

  @Field(() => String, { description: 'The encoding that was found: utf-8, utf-16le, utf-16be or windows-1252.' })
  readonly encoding: string;

  @Field(() => String, { nullable: true, description: 'What parts the cells of a CSV.' })
  readonly delimiter: string | null;

  @Field(() => Boolean, { description: 'Whether the first row names the columns.' })
  readonly header: boolean;

  @Field(() => [PreviewedColumnType], { description: 'The columns, with what they seem to be.' })
  readonly columns: readonly PreviewedColumnType[];

  @Field(() => [ColumnMappingType], { description: 'What the columns are for these rows: as told, else as guessed.' })
  readonly mapping: readonly ColumnMappingType[];

  @Field(() => ImportOptionsType, { description: 'What is chosen for all rows.' })
  readonly options: ImportOptionsType;

  @Field(() => [PreviewedRowType], { description: 'The first 20 rows.' })
  readonly rows: readonly PreviewedRowType[];
}

@ObjectType({ description: 'What a look at files has shown.', simpleResolvers: true })
export class PreviewImportPayload extends Payload {
  @Field(() => ImportPreviewType, { nullable: true, description: 'The files at first sight.' })
  readonly preview: ImportPreviewType | null;
}
