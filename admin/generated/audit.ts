/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which changes; what is left out does not matter. */
export type AuditFilterInput = {
  /** What was done, for example title.save. */
  action?: string | null | undefined;
  /** By whom: operator:3, key:7 or system. */
  actor?: string | null | undefined;
  /** Of this kind of thing, for example title. */
  entity?: string | null | undefined;
  /** Of this one. */
  entityId?: string | null | undefined;
  /** Then or later. */
  since?: string | null | undefined;
  /** Before. */
  until?: string | null | undefined;
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

export type AuditRowFragment = { id: string, actor: string, actorName: string | null, action: string, entity: string, entityId: string, before: unknown, after: unknown, at: string };

export type AuditQueryVariables = Exact<{
  filter?: AuditFilterInput | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type AuditQuery = { audit: { nodes: Array<{ id: string, actor: string, actorName: string | null, action: string, entity: string, entityId: string, before: unknown, after: unknown, at: string }>, pageInfo: { hasNextPage: boolean } } };

export type AuditWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditWordsQuery = { auditWords: { entities: Array<string>, actions: Array<string> } };

export type AuditActorsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type AuditActorsQuery = { auditActors: Array<{ actor: string, name: string }> };

export type ExportAuditMutationVariables = Exact<{
  filter?: AuditFilterInput | null | undefined;
}>;


export type ExportAuditMutation = { exportAudit: { download: { url: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const AuditRowFragmentDoc = new TypedDocumentString(`
    fragment AuditRow on AuditEntry {
  id
  actor
  actorName
  action
  entity
  entityId
  before
  after
  at
}
    `, {"fragmentName":"AuditRow"}) as unknown as TypedDocumentString<AuditRowFragment, unknown>;
export const AuditDocument = new TypedDocumentString(`
    query Audit($filter: AuditFilterInput, $first: Int!, $offset: Int) {
  audit(filter: $filter, first: $first, offset: $offset) {
    nodes {
      ...AuditRow
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment AuditRow on AuditEntry {
  id
  actor
  actorName
  action
  entity
  entityId
  before
  after
  at
}`) as unknown as TypedDocumentString<AuditQuery, AuditQueryVariables>;
export const AuditWordsDocument = new TypedDocumentString(`
    query AuditWords {
  auditWords {
    entities
    actions
  }
}
    `) as unknown as TypedDocumentString<AuditWordsQuery, AuditWordsQueryVariables>;
export const AuditActorsDocument = new TypedDocumentString(`
    query AuditActors($search: String) {
  auditActors(search: $search, first: 20) {
    actor
    name
  }
}
    `) as unknown as TypedDocumentString<AuditActorsQuery, AuditActorsQueryVariables>;
export const ExportAuditDocument = new TypedDocumentString(`
    mutation ExportAudit($filter: AuditFilterInput) {
  exportAudit(filter: $filter) {
    download {
      url
      expiresAt
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ExportAuditMutation, ExportAuditMutationVariables>;