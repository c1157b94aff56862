/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a column of a file is. */
export type ColumnMappingInput = {
  /** The column, as its header names it. */
  column: string;
  /** What it tells. */
  field: ImportField;
  /** The catalogue of an EXTERNAL_ID, in lower case. */
  source?: string | null | undefined;
};

/** A file that is about to be sent. */
export type CreateUploadInput = {
  /** How many bytes it has, exactly: catalogue 512 MB, offers 256 MB, history 50 MB, poster 5 MB at most. */
  bytes: number;
  /** Its name, with folders where it stands in some: `ml-latest-small/movies.csv`. */
  name: string;
  /** What it is for. */
  purpose: UploadPurpose;
  /** Its media type, which the PUT must name too; left out: `application/octet-stream`. */
  type?: string | null | undefined;
};

/** What went wrong. */
export type ErrorCode =
  /** The GraphQL document does not parse or does not fit the schema. */
  | 'BAD_DOCUMENT'
  /** A value is missing, malformed or out of range. */
  | 'BAD_INPUT'
  /** The row was changed since it was read, or its state does not allow the change. */
  | 'CONFLICT'
  /** The credential does not carry this right. */
  | 'FORBIDDEN'
  /** A fault of the server; the message holds the id under which it was logged. */
  | 'INTERNAL'
  /** There is no such row, or it is not the caller’s to see. */
  | 'NOT_FOUND'
  /** Too many requests, sockets or subscriptions; try again later. */
  | 'RATE_LIMITED'
  /** The request is larger, deeper or dearer than this server answers. */
  | 'TOO_LARGE'
  /** No credential, or one that is expired, revoked or wrong. */
  | 'UNAUTHENTICATED'
  /** Something that the answer needs is not there right now. */
  | 'UNAVAILABLE';

/** Files to import. */
export type ImportCatalogueInput = {
  /** Only tell what would be done. */
  dryRun?: boolean | null | undefined;
  /** How their rows are written; left out, it is found out. */
  format?: ImportFormat | null | undefined;
  /** What the columns are; one of them must be an id. */
  mapping: Array<ColumnMappingInput>;
  /** What is chosen for all rows. */
  options?: ImportOptionsInput | null | undefined;
  /** The uploads: one file, or the files of a MovieLens folder. */
  uploadIds: Array<string>;
};

/** What a column of a file may tell of a title. */
export type ImportField =
  /** Who played in it, in order of billing. */
  | 'ACTORS'
  /** Its album. */
  | 'ALBUM'
  /** Its other names, as in other languages, with bars between: `La casa de papel|Haus des Geldes`. */
  | 'ALIASES'
  /** Who performed it. */
  | 'ARTISTS'
  /** Who wrote it. */
  | 'AUTHORS'
  /** When and where it may be shown: `FI 2026-01-01/2026-12-31`, with bars between. */
  | 'AVAILABILITY'
  /** Its shelf. */
  | 'CATEGORY'
  /** Its age certificate. */
  | 'CERTIFICATE'
  /** Who created the show. */
  | 'CREATORS'
  /** A few sentences about it. */
  | 'DESCRIPTION'
  /** Who directed it. */
  | 'DIRECTORS'
  /** Its id in a catalogue that is named with the column, such as imdb. */
  | 'EXTERNAL_ID'
  /** Several ids with their sources: `imdb:tt0111161|tmdb:278`. */
  | 'EXTERNAL_IDS'
  /** Its genres, with bars, semicolons or commas between. */
  | 'GENRES'
  /** The file’s own id of the title. */
  | 'ID'
  /** What it is: movie, show, episode, book, track, video. */
  | 'KIND'
  /** Our own id, as an export of ours has it. */
  | 'KINOGRAPH_ID'
  /** Its language. */
  | 'LANGUAGE'
  /** Where its media can be played. */
  | 'MEDIA_URL'
  /** Its length in milliseconds. */
  | 'MILLISECONDS'
  /** Its length in minutes, or as 1h 52m. */
  | 'MINUTES'
  /** Its name. */
  | 'NAME'
  /** Its name with the year behind: `Up (2009)`. */
  | 'NAME_AND_YEAR'
  /** The number within the season, for an episode. */
  | 'NUMBER'
  /** Its length in pages. */
  | 'PAGES'
  /** The id of the show, for an episode. */
  | 'PARENT'
  /** How popular its source says it is. */
  | 'POPULARITY'
  /** Where its picture is. */
  | 'POSTER_URL'
  /** Its mean rating, 0 to 5. */
  | 'RATING'
  /** How many people rated it. */
  | 'RATING_COUNT'
  /** Its mean rating, 0 to 10. */
  | 'RATING_OF_TEN'
  /** The season, for an episode. */
  | 'SEASON'
  /** Its length in seconds, or as 1:52:30. */
  | 'SECONDS'
  /** LISTED, HIDDEN or REMOVED. */
  | 'STATE'
  /** Its tags, each with a relevance behind a colon or without. */
  | 'TAGS'
  /** The year, or a date with one. */
  | 'YEAR';

/** How the rows of an import are written. */
export type ImportFormat =
  /** CSV with any delimiter, quoting and encoding. */
  | 'CSV'
  /** One JSON object a line. */
  | 'JSON_LINES'
  /** The folder of a MovieLens data set: movies.csv with links.csv, tags.csv and ratings.csv beside it. */
  | 'MOVIELENS';

/** What is chosen for all rows of an import; what is left out is as the preview shows it. */
export type ImportOptionsInput = {
  /** What a title is where its row does not say. */
  kind?: TitleKind | null | undefined;
  /** What becomes of titles that are there already; UPDATE unless told. */
  onExisting?: OnExisting | null | undefined;
  /** Whether the ratings of a MovieLens folder become the past of people `movielens:N`. An undo leaves them. */
  ratings?: boolean | null | undefined;
  /** The catalogue that the file’s own ids belong to, in lower case. */
  source?: string | null | undefined;
};

/** Where an import stands. */
export type ImportState =
  /** It was stopped: nothing was changed. */
  | 'CANCELLED'
  /** A dry run has told what would be done. */
  | 'CHECKED'
  /** A dry run waits or runs. */
  | 'CHECKING'
  /** It is done. */
  | 'DONE'
  /** Its files are here; it was not run yet. */
  | 'DRAFT'
  /** It failed: nothing was changed. */
  | 'FAILED'
  /** It waits or runs. */
  | 'RUNNING'
  /** It is being undone. */
  | 'UNDOING'
  /** It was undone. */
  | 'UNDONE';

/** Where a job stands. */
export type JobState =
  /** Stopped by an operator. */
  | 'CANCELLED'
  /** Ended with an error. */
  | 'FAILED'
  /** Waiting for a worker. */
  | 'QUEUED'
  /** At work. */
  | 'RUNNING'
  /** Done. */
  | 'SUCCEEDED';

/** What becomes of a title that is in the catalogue already. */
export type OnExisting =
  /** It stays as it is. */
  | 'SKIP'
  /** What the file tells of it replaces what stood there. */
  | 'UPDATE';

/** Files to look at. */
export type PreviewImportInput = {
  /** How their rows are written; left out, it is found out. */
  format?: ImportFormat | null | undefined;
  /** What columns are; left out, it is guessed. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** What is chosen for all rows. */
  options?: ImportOptionsInput | null | undefined;
  /** The uploads: one file, or the files of a MovieLens folder. */
  uploadIds: Array<string>;
};

/** What a title is. */
export type TitleKind =
  /** A book, measured in pages. */
  | 'BOOK'
  /** One episode of a show; events go to the episode. */
  | 'EPISODE'
  /** A film. */
  | 'MOVIE'
  /** A series; lists name the show, never its episodes. */
  | 'SHOW'
  /** A piece of music. */
  | 'TRACK'
  /** A clip or any other video. */
  | 'VIDEO';

/** What a file is sent for. */
export type UploadPurpose =
  /** Titles to import: CSV, JSON Lines or the files of a MovieLens folder. */
  | 'CATALOGUE'
  /** What a person has watched elsewhere. */
  | 'HISTORY'
  /** What a shop offers: CSV or JSON Lines. */
  | 'OFFERS'
  /** The picture of a title: JPEG, PNG or WebP. */
  | 'POSTER';

export type ImportRowFragment = { id: string, state: ImportState, format: ImportFormat, actor: string, dryRun: boolean, createdAt: string, finishedAt: string | null, files: Array<{ uploadId: string, name: string, bytes: number }>, counts: { rows: number, created: number, updated: number, unchanged: number, bad: number } | null };

export type ImportsQueryVariables = Exact<{
  state?: ImportState | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type ImportsQuery = { imports: { totalCount: number | null, nodes: Array<{ id: string, state: ImportState, format: ImportFormat, actor: string, dryRun: boolean, createdAt: string, finishedAt: string | null, files: Array<{ uploadId: string, name: string, bytes: number }>, counts: { rows: number, created: number, updated: number, unchanged: number, bad: number } | null }>, pageInfo: { hasNextPage: boolean } } };

export type ImportQueryVariables = Exact<{
  id: string;
}>;


export type ImportQuery = { import: { error: string | null, changeSetId: string | null, columns: Array<string>, id: string, state: ImportState, format: ImportFormat, actor: string, dryRun: boolean, createdAt: string, finishedAt: string | null, mapping: Array<{ column: string, field: ImportField, source: string | null }>, options: { source: string, onExisting: OnExisting, kind: TitleKind, ratings: boolean }, job: { id: string, state: JobState, progress: number, message: string | null } | null, samples: Array<{ row: number, outcome: string, name: string, titleId: string | null, fields: Array<string> }>, problemGroups: Array<{ field: string, message: string, rows: number, firstRow: number }>, undone: { at: string, by: string, restored: number | null, keptCount: number | null, kept: Array<{ titleId: string, why: string }> } | null, files: Array<{ uploadId: string, name: string, bytes: number }>, counts: { rows: number, created: number, updated: number, unchanged: number, bad: number } | null } | null };

export type ImportProblemsQueryVariables = Exact<{
  id: string;
  field?: string | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type ImportProblemsQuery = { import: { id: string, problems: { totalCount: number | null, nodes: Array<{ number: number, row: number, field: string, message: string, cells: Array<string> | null }>, pageInfo: { hasNextPage: boolean } } } | null };

export type ImportJobSubscriptionVariables = Exact<{
  id: string;
}>;


export type ImportJobSubscription = { jobProgress: { id: string, state: JobState, progress: number, message: string | null } };

export type CreateCatalogueUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateCatalogueUploadMutation = { createUpload: { url: string | null, upload: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type PreviewImportMutationVariables = Exact<{
  input: PreviewImportInput;
}>;


export type PreviewImportMutation = { previewImport: { preview: { importId: string, format: ImportFormat, encoding: string, delimiter: string | null, header: boolean, columns: Array<{ column: string, samples: Array<string>, field: ImportField | null, source: string | null, confidence: number }>, mapping: Array<{ column: string, field: ImportField, source: string | null }>, options: { source: string, onExisting: OnExisting, kind: TitleKind, ratings: boolean }, rows: Array<{ row: number, cells: Array<string>, draft: { kind: TitleKind, name: string | null, year: number | null, genres: Array<string> | null, seconds: number | null, externalIds: Array<{ source: string, value: string }> } | null, problems: Array<{ column: string, message: string }> }> } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ImportCatalogueMutationVariables = Exact<{
  input: ImportCatalogueInput;
}>;


export type ImportCatalogueMutation = { importCatalogue: { import: { id: string, state: ImportState } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type UndoImportMutationVariables = Exact<{
  id: string;
}>;


export type UndoImportMutation = { undoImport: { import: { id: string, state: ImportState } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type DiscardImportMutationVariables = Exact<{
  id: string;
}>;


export type DiscardImportMutation = { discardImport: { discarded: boolean, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type CancelImportJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelImportJobMutation = { cancelJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ExportImportProblemsMutationVariables = Exact<{
  importId: string;
}>;


export type ExportImportProblemsMutation = { exportImportProblems: { download: { url: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RunningJobsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type RunningJobsSubscription = { jobsChanged: { waiting: number, running: Array<{ id: string, name: string, progress: number, message: string | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ImportRowFragmentDoc = new TypedDocumentString(`
    fragment ImportRow on Import {
  id
  state
  format
  actor
  dryRun
  createdAt
  finishedAt
  files {
    uploadId
    name
    bytes
  }
  counts {
    rows
    created
    updated
    unchanged
    bad
  }
}
    `, {"fragmentName":"ImportRow"}) as unknown as TypedDocumentString<ImportRowFragment, unknown>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($state: ImportState, $first: Int!, $offset: Int) {
  imports(state: $state, first: $first, offset: $offset) {
    nodes {
      ...ImportRow
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment ImportRow on Import {
  id
  state
  format
  actor
  dryRun
  createdAt
  finishedAt
  files {
    uploadId
    name
    bytes
  }
  counts {
    rows
    created
    updated
    unchanged
    bad
  }
}`) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportDocument = new TypedDocumentString(`
    query Import($id: ID!) {
  import(id: $id) {
    ...ImportRow
    error
    changeSetId
    columns
    mapping {
      column
      field
      source
    }
    options {
      source
      onExisting
      kind
      ratings
    }
    job {
      id
      state
      progress
      message
    }
    samples {
      row
      outcome
      name
      titleId
      fields
    }
    problemGroups {
      field
      message
      rows
      firstRow
    }
    undone {
      at
      by
      restored
      keptCount
      kept {
        titleId
        why
      }
    }
  }
}
    fragment ImportRow on Import {
  id
  state
  format
  actor
  dryRun
  createdAt
  finishedAt
  files {
    uploadId
    name
    bytes
  }
  counts {
    rows
    created
    updated
    unchanged
    bad
  }
}`) as unknown as TypedDocumentString<ImportQuery, ImportQueryVariables>;
export const ImportProblemsDocument = new TypedDocumentString(`
    query ImportProblems($id: ID!, $field: String, $first: Int!, $offset: Int) {
  import(id: $id) {
    id
    problems(field: $field, first: $first, offset: $offset) {
      nodes {
        number
        row
        field
        message
        cells
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<ImportProblemsQuery, ImportProblemsQueryVariables>;
export const ImportJobDocument = new TypedDocumentString(`
    subscription ImportJob($id: ID!) {
  jobProgress(id: $id) {
    id
    state
    progress
    message
  }
}
    `) as unknown as TypedDocumentString<ImportJobSubscription, ImportJobSubscriptionVariables>;
export const CreateCatalogueUploadDocument = new TypedDocumentString(`
    mutation CreateCatalogueUpload($input: CreateUploadInput!) {
  createUpload(input: $input) {
    upload {
      id
    }
    url
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCatalogueUploadMutation, CreateCatalogueUploadMutationVariables>;
export const PreviewImportDocument = new TypedDocumentString(`
    mutation PreviewImport($input: PreviewImportInput!) {
  previewImport(input: $input) {
    preview {
      importId
      format
      encoding
      delimiter
      header
      columns {
        column
        samples
        field
        source
        confidence
      }
      mapping {
        column
        field
        source
      }
      options {
        source
        onExisting
        kind
        ratings
      }
      rows {
        row
        cells
        draft {
          kind
          name
          year
          genres
          seconds
          externalIds {
            source
            value
          }
        }
        problems {
          column
          message
        }
      }
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewImportMutation, PreviewImportMutationVariables>;
export const ImportCatalogueDocument = new TypedDocumentString(`
    mutation ImportCatalogue($input: ImportCatalogueInput!) {
  importCatalogue(input: $input) {
    import {
      id
      state
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ImportCatalogueMutation, ImportCatalogueMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($id: ID!) {
  undoImport(id: $id) {
    import {
      id
      state
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const DiscardImportDocument = new TypedDocumentString(`
    mutation DiscardImport($id: ID!) {
  discardImport(id: $id) {
    discarded
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<DiscardImportMutation, DiscardImportMutationVariables>;
export const CancelImportJobDocument = new TypedDocumentString(`
    mutation CancelImportJob($id: ID!) {
  cancelJob(id: $id) {
    job {
      id
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<CancelImportJobMutation, CancelImportJobMutationVariables>;
export const ExportImportProblemsDocument = new TypedDocumentString(`
    mutation ExportImportProblems($importId: ID!) {
  exportImportProblems(importId: $importId) {
    download {
      url
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ExportImportProblemsMutation, ExportImportProblemsMutationVariables>;
export const RunningJobsDocument = new TypedDocumentString(`
    subscription RunningJobs {
  jobsChanged {
    waiting
    running {
      id
      name
      progress
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RunningJobsSubscription, RunningJobsSubscriptionVariables>;