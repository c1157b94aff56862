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

/** A filter to be made or changed. */
export type SaveFilterInput = {
  /** What it lets pass, in the filter language of Amazon Personalize, up to 2,500 characters. */
  expression: string;
  /** Its name: 1 to 63 letters, digits, hyphens and underscores, a letter or digit first. */
  name: string;
  /** The version it was read at; none: it must be new. */
  version?: number | null | undefined;
};

export type FilterRowFragment = { name: string, expression: string, version: number, updatedAt: string };

export type SavedFiltersQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedFiltersQuery = { savedFilters: Array<{ name: string, expression: string, version: number, updatedAt: string }> };

export type CheckFilterQueryVariables = Exact<{
  expression: string;
}>;


export type CheckFilterQuery = { checkFilter: { fault: string | null, expected: string | null, parameters: Array<string>, titles: number | null } };

export type SaveFilterMutationVariables = Exact<{
  input: SaveFilterInput;
}>;


export type SaveFilterMutation = { saveFilter: { filter: { name: string, expression: string, version: number, updatedAt: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RemoveFilterMutationVariables = Exact<{
  name: string;
  version: number;
}>;


export type RemoveFilterMutation = { removeFilter: { removed: boolean, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const FilterRowFragmentDoc = new TypedDocumentString(`
    fragment FilterRow on SavedFilter {
  name
  expression
  version
  updatedAt
}
    `, {"fragmentName":"FilterRow"}) as unknown as TypedDocumentString<FilterRowFragment, unknown>;
export const SavedFiltersDocument = new TypedDocumentString(`
    query SavedFilters {
  savedFilters {
    ...FilterRow
  }
}
    fragment FilterRow on SavedFilter {
  name
  expression
  version
  updatedAt
}`) as unknown as TypedDocumentString<SavedFiltersQuery, SavedFiltersQueryVariables>;
export const CheckFilterDocument = new TypedDocumentString(`
    query CheckFilter($expression: String!) {
  checkFilter(expression: $expression) {
    fault
    expected
    parameters
    titles
  }
}
    `) as unknown as TypedDocumentString<CheckFilterQuery, CheckFilterQueryVariables>;
export const SaveFilterDocument = new TypedDocumentString(`
    mutation SaveFilter($input: SaveFilterInput!) {
  saveFilter(input: $input) {
    filter {
      ...FilterRow
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment FilterRow on SavedFilter {
  name
  expression
  version
  updatedAt
}`) as unknown as TypedDocumentString<SaveFilterMutation, SaveFilterMutationVariables>;
export const RemoveFilterDocument = new TypedDocumentString(`
    mutation RemoveFilter($name: String!, $version: Int!) {
  removeFilter(name: $name, version: $version) {
    removed
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveFilterMutation, RemoveFilterMutationVariables>;