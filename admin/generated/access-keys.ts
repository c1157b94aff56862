/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether a key may be used. */
export type ApiKeyState =
  /** It may. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** An operator ended it. */
  | 'REVOKED';

/** An access key to be made. */
export type CreateAccessKeyInput = {
  /** The server key that it shall stand for. */
  apiKeyId: string;
  /** Whose ids of titles the application sends and is answered with: app, another source, or kinograph for ours. */
  source?: string;
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

export type AccessKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessKeysQuery = { accessKeys: Array<{ id: string, apiKeyName: string, source: string, state: ApiKeyState, createdAt: string, expiresAt: string | null }> };

export type ServerKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerKeysQuery = { apiKeys: { nodes: Array<{ id: string, name: string, scopes: Array<Scope> }> } };

export type CreateAccessKeyMutationVariables = Exact<{
  input: CreateAccessKeyInput;
}>;


export type CreateAccessKeyMutation = { createAccessKey: { secret: string | null, key: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RevokeAccessKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeAccessKeyMutation = { revokeAccessKey: { key: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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

export const AccessKeysDocument = new TypedDocumentString(`
    query AccessKeys {
  accessKeys {
    id
    apiKeyName
    source
    state
    createdAt
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<AccessKeysQuery, AccessKeysQueryVariables>;
export const ServerKeysDocument = new TypedDocumentString(`
    query ServerKeys {
  apiKeys(filter: {kind: SERVER, state: ACTIVE}, first: 100) {
    nodes {
      id
      name
      scopes
    }
  }
}
    `) as unknown as TypedDocumentString<ServerKeysQuery, ServerKeysQueryVariables>;
export const CreateAccessKeyDocument = new TypedDocumentString(`
    mutation CreateAccessKey($input: CreateAccessKeyInput!) {
  createAccessKey(input: $input) {
    key {
      id
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
    `) as unknown as TypedDocumentString<CreateAccessKeyMutation, CreateAccessKeyMutationVariables>;
export const RevokeAccessKeyDocument = new TypedDocumentString(`
    mutation RevokeAccessKey($id: ID!) {
  revokeAccessKey(id: $id) {
    key {
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
    `) as unknown as TypedDocumentString<RevokeAccessKeyMutation, RevokeAccessKeyMutationVariables>;