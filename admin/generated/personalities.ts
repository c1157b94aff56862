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

export type PersonalityGroupsQueryVariables = Exact<{
  first: number;
}>;


export type PersonalityGroupsQuery = { personalityGroups: Array<{ key: string, genres: Array<string>, people: number, share: number, groupedAt: string }> };

export type GroupingJobFragment = { id: string, state: JobState, progress: number, message: string | null, error: string | null };

export type LastGroupingJobQueryVariables = Exact<{ [key: string]: never; }>;


export type LastGroupingJobQuery = { jobs: { nodes: Array<{ id: string, state: JobState, progress: number, message: string | null, error: string | null }>, pageInfo: { hasNextPage: boolean } } };

export type GroupingProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type GroupingProgressSubscription = { jobProgress: { id: string, state: JobState, progress: number, message: string | null, error: string | null } };

export type GroupPersonalitiesMutationVariables = Exact<{ [key: string]: never; }>;


export type GroupPersonalitiesMutation = { startJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const GroupingJobFragmentDoc = new TypedDocumentString(`
    fragment GroupingJob on Job {
  id
  state
  progress
  message
  error
}
    `, {"fragmentName":"GroupingJob"}) as unknown as TypedDocumentString<GroupingJobFragment, unknown>;
export const PersonalityGroupsDocument = new TypedDocumentString(`
    query PersonalityGroups($first: Int!) {
  personalityGroups(first: $first) {
    key
    genres
    people
    share
    groupedAt
  }
}
    `) as unknown as TypedDocumentString<PersonalityGroupsQuery, PersonalityGroupsQueryVariables>;
export const LastGroupingJobDocument = new TypedDocumentString(`
    query LastGroupingJob {
  jobs(name: "group-personalities", first: 1) {
    nodes {
      ...GroupingJob
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment GroupingJob on Job {
  id
  state
  progress
  message
  error
}`) as unknown as TypedDocumentString<LastGroupingJobQuery, LastGroupingJobQueryVariables>;
export const GroupingProgressDocument = new TypedDocumentString(`
    subscription GroupingProgress($id: ID!) {
  jobProgress(id: $id) {
    ...GroupingJob
  }
}
    fragment GroupingJob on Job {
  id
  state
  progress
  message
  error
}`) as unknown as TypedDocumentString<GroupingProgressSubscription, GroupingProgressSubscriptionVariables>;
export const GroupPersonalitiesDocument = new TypedDocumentString(`
    mutation GroupPersonalities {
  startJob(name: "group-personalities") {
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
    `) as unknown as TypedDocumentString<GroupPersonalitiesMutation, GroupPersonalitiesMutationVariables>;