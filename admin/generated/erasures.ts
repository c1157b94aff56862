/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How far the forgetting of a person has come. */
export type ErasureState =
  /** No row is left here, but Amazon Personalize has not deleted them yet; models may have learned from them as well. */
  | 'AT_PERSONALIZE'
  /** Nothing is left. */
  | 'COMPLETED'
  /** They are served no more; rows of theirs are still being removed. */
  | 'ERASING'
  /** No row is left, but a model that is kept may have learned from them. */
  | 'IN_MODELS';

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

/** Where a model stands. */
export type ModelState =
  /** Its training failed. */
  | 'FAILED'
  /** Serving. */
  | 'LIVE'
  /** Served before; it can be rolled back to. */
  | 'RETIRED'
  /** Trained, and not serving. */
  | 'TRAINED';

export type ErasureRowFragment = { id: string, at: string, actor: string, actorName: string | null, hash: string, state: ErasureState, erasedAt: string | null, completedAt: string | null, personalizeWaits: string | null, personalizeDoneAt: string | null, trainJobId: string | null, counts: Array<{ table: string, rows: number }>, models: Array<{ id: string, state: ModelState, createdAt: string }> };

export type ErasuresQueryVariables = Exact<{
  of?: string | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type ErasuresQuery = { erasures: { totalCount: number | null, nodes: Array<{ id: string, at: string, actor: string, actorName: string | null, hash: string, state: ErasureState, erasedAt: string | null, completedAt: string | null, personalizeWaits: string | null, personalizeDoneAt: string | null, trainJobId: string | null, counts: Array<{ table: string, rows: number }>, models: Array<{ id: string, state: ModelState, createdAt: string }> }>, pageInfo: { hasNextPage: boolean } } };

export type ErasureQueryVariables = Exact<{
  id: string;
}>;


export type ErasureQuery = { erasure: { id: string, at: string, actor: string, actorName: string | null, hash: string, state: ErasureState, erasedAt: string | null, completedAt: string | null, personalizeWaits: string | null, personalizeDoneAt: string | null, trainJobId: string | null, counts: Array<{ table: string, rows: number }>, models: Array<{ id: string, state: ModelState, createdAt: string }> } | null };

export type ForgetPersonMutationVariables = Exact<{
  id: string;
  confirm: string;
  retrain: boolean;
}>;


export type ForgetPersonMutation = { forgetUser: { erasure: { id: string, at: string, actor: string, actorName: string | null, hash: string, state: ErasureState, erasedAt: string | null, completedAt: string | null, personalizeWaits: string | null, personalizeDoneAt: string | null, trainJobId: string | null, counts: Array<{ table: string, rows: number }>, models: Array<{ id: string, state: ModelState, createdAt: string }> } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ExportErasureMutationVariables = Exact<{
  id: string;
}>;


export type ExportErasureMutation = { exportErasure: { download: { url: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const ErasureRowFragmentDoc = new TypedDocumentString(`
    fragment ErasureRow on Erasure {
  id
  at
  actor
  actorName
  hash
  state
  erasedAt
  completedAt
  personalizeWaits
  personalizeDoneAt
  trainJobId
  counts {
    table
    rows
  }
  models {
    id
    state
    createdAt
  }
}
    `, {"fragmentName":"ErasureRow"}) as unknown as TypedDocumentString<ErasureRowFragment, unknown>;
export const ErasuresDocument = new TypedDocumentString(`
    query Erasures($of: ID, $first: Int!, $offset: Int) {
  erasures(of: $of, first: $first, offset: $offset) {
    nodes {
      ...ErasureRow
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment ErasureRow on Erasure {
  id
  at
  actor
  actorName
  hash
  state
  erasedAt
  completedAt
  personalizeWaits
  personalizeDoneAt
  trainJobId
  counts {
    table
    rows
  }
  models {
    id
    state
    createdAt
  }
}`) as unknown as TypedDocumentString<ErasuresQuery, ErasuresQueryVariables>;
export const ErasureDocument = new TypedDocumentString(`
    query Erasure($id: ID!) {
  erasure(id: $id) {
    ...ErasureRow
  }
}
    fragment ErasureRow on Erasure {
  id
  at
  actor
  actorName
  hash
  state
  erasedAt
  completedAt
  personalizeWaits
  personalizeDoneAt
  trainJobId
  counts {
    table
    rows
  }
  models {
    id
    state
    createdAt
  }
}`) as unknown as TypedDocumentString<ErasureQuery, ErasureQueryVariables>;
export const ForgetPersonDocument = new TypedDocumentString(`
    mutation ForgetPerson($id: ID!, $confirm: ID!, $retrain: Boolean!) {
  forgetUser(userId: $id, confirm: $confirm, retrain: $retrain) {
    erasure {
      ...ErasureRow
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment ErasureRow on Erasure {
  id
  at
  actor
  actorName
  hash
  state
  erasedAt
  completedAt
  personalizeWaits
  personalizeDoneAt
  trainJobId
  counts {
    table
    rows
  }
  models {
    id
    state
    createdAt
  }
}`) as unknown as TypedDocumentString<ForgetPersonMutation, ForgetPersonMutationVariables>;
export const ExportErasureDocument = new TypedDocumentString(`
    mutation ExportErasure($id: ID!) {
  exportErasure(id: $id) {
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
    `) as unknown as TypedDocumentString<ExportErasureMutation, ExportErasureMutationVariables>;