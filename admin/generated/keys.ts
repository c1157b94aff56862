/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which keys; what is left out does not matter. */
export type ApiKeyFilter = {
  /** Of this kind. */
  kind?: ApiKeyKind | null | undefined;
  /** Whose name holds this, or whose secret begins like this. */
  search?: string | null | undefined;
  /** In this state. */
  state?: ApiKeyState | null | undefined;
};

/** What a key may be used for. */
export type ApiKeyKind =
  /** Names an application, bound to its origins; no secret. */
  | 'BROWSER'
  /** A secret of a server, with scopes. */
  | 'SERVER';

/** Whether a key may be used. */
export type ApiKeyState =
  /** It may. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** An operator ended it. */
  | 'REVOKED';

/** A key to be made. */
export type CreateApiKeyInput = {
  /** When it ends; none: when it is revoked. */
  expiresAt?: string | null | undefined;
  /** What it may be used for. */
  kind?: ApiKeyKind;
  /** What to call it, 1 to 100 characters. */
  name: string;
  /** Where a browser key may be used from, for example https://shop.example; at least one. */
  origins?: Array<string> | null | undefined;
  /** What a server key may do; at least one. */
  scopes?: Array<Scope> | null | undefined;
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

/** What a server key may do. */
export type Scope =
  /** Everything (`admin`). */
  | 'ADMIN'
  /** Change titles, moods, placements and shops (`catalogue:write`). */
  | 'CATALOGUE_WRITE'
  /** Send events for anyone (`events:write`). */
  | 'EVENTS_WRITE'
  /** Read metrics and jobs (`metrics:read`). */
  | 'METRICS_READ'
  /** Read recommendations and histories of anyone (`recommendations:read`). */
  | 'RECOMMENDATIONS_READ'
  /** Act as any of your own people, for an hour at a time, and keep chats (`sessions:write`). */
  | 'SESSIONS_WRITE';

export type KeyRowFragment = { id: string, kind: ApiKeyKind, name: string, prefix: string, scopes: Array<Scope>, origins: Array<string>, state: ApiKeyState, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null };

export type ApiKeysQueryVariables = Exact<{
  filter?: ApiKeyFilter | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type ApiKeysQuery = { apiKeys: { totalCount: number | null, nodes: Array<{ id: string, kind: ApiKeyKind, name: string, prefix: string, scopes: Array<Scope>, origins: Array<string>, state: ApiKeyState, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null }>, pageInfo: { hasNextPage: boolean } } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, key: { id: string, kind: ApiKeyKind, name: string, prefix: string, scopes: Array<Scope>, origins: Array<string>, state: ApiKeyState, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { key: { id: string, kind: ApiKeyKind, name: string, prefix: string, scopes: Array<Scope>, origins: Array<string>, state: ApiKeyState, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const KeyRowFragmentDoc = new TypedDocumentString(`
    fragment KeyRow on ApiKey {
  id
  kind
  name
  prefix
  scopes
  origins
  state
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}
    `, {"fragmentName":"KeyRow"}) as unknown as TypedDocumentString<KeyRowFragment, unknown>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($filter: ApiKeyFilter, $first: Int!, $offset: Int) {
  apiKeys(filter: $filter, first: $first, offset: $offset) {
    nodes {
      ...KeyRow
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment KeyRow on ApiKey {
  id
  kind
  name
  prefix
  scopes
  origins
  state
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    key {
      ...KeyRow
    }
    secret
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment KeyRow on ApiKey {
  id
  kind
  name
  prefix
  scopes
  origins
  state
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id) {
    key {
      ...KeyRow
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment KeyRow on ApiKey {
  id
  kind
  name
  prefix
  scopes
  origins
  state
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;