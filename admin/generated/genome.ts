/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** The two files of a tag genome as MovieLens writes them, sent by `createUpload` for CATALOGUE; gzip may have compressed them. */
export type ImportGenomeInput = {
  /** genome-scores.csv with the columns movieId, tagId and relevance, 0 to 1; films are found by `movielens:<movieId>`. */
  scoresUploadId: string;
  /** genome-tags.csv with the columns tagId and tag. */
  tagsUploadId: string;
};

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

export type GenomeQueryVariables = Exact<{ [key: string]: never; }>;


export type GenomeQuery = { genome: { titles: number, tags: number } };

export type GenomeJobFragment = { id: string, state: JobState, progress: number, message: string | null, error: string | null, result: Record<string, unknown> | null, finishedAt: string | null };

export type LastGenomeJobQueryVariables = Exact<{ [key: string]: never; }>;


export type LastGenomeJobQuery = { jobs: { nodes: Array<{ id: string, state: JobState, progress: number, message: string | null, error: string | null, result: Record<string, unknown> | null, finishedAt: string | null }>, pageInfo: { hasNextPage: boolean } } };

export type GenomeProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type GenomeProgressSubscription = { jobProgress: { id: string, state: JobState, progress: number, message: string | null, error: string | null, result: Record<string, unknown> | null, finishedAt: string | null } };

export type ImportGenomeMutationVariables = Exact<{
  input: ImportGenomeInput;
}>;


export type ImportGenomeMutation = { importGenome: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type StopGenomeJobMutationVariables = Exact<{
  id: string;
}>;


export type StopGenomeJobMutation = { cancelJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const GenomeJobFragmentDoc = new TypedDocumentString(`
    fragment GenomeJob on Job {
  id
  state
  progress
  message
  error
  result
  finishedAt
}
    `, {"fragmentName":"GenomeJob"}) as unknown as TypedDocumentString<GenomeJobFragment, unknown>;
export const GenomeDocument = new TypedDocumentString(`
    query Genome {
  genome {
    titles
    tags
  }
}
    `) as unknown as TypedDocumentString<GenomeQuery, GenomeQueryVariables>;
export const LastGenomeJobDocument = new TypedDocumentString(`
    query LastGenomeJob {
  jobs(name: "import-genome", first: 1) {
    nodes {
      ...GenomeJob
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment GenomeJob on Job {
  id
  state
  progress
  message
  error
  result
  finishedAt
}`) as unknown as TypedDocumentString<LastGenomeJobQuery, LastGenomeJobQueryVariables>;
export const GenomeProgressDocument = new TypedDocumentString(`
    subscription GenomeProgress($id: ID!) {
  jobProgress(id: $id) {
    ...GenomeJob
  }
}
    fragment GenomeJob on Job {
  id
  state
  progress
  message
  error
  result
  finishedAt
}`) as unknown as TypedDocumentString<GenomeProgressSubscription, GenomeProgressSubscriptionVariables>;
export const ImportGenomeDocument = new TypedDocumentString(`
    mutation ImportGenome($input: ImportGenomeInput!) {
  importGenome(input: $input) {
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
    `) as unknown as TypedDocumentString<ImportGenomeMutation, ImportGenomeMutationVariables>;
export const StopGenomeJobDocument = new TypedDocumentString(`
    mutation StopGenomeJob($id: ID!) {
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
    `) as unknown as TypedDocumentString<StopGenomeJobMutation, StopGenomeJobMutationVariables>;