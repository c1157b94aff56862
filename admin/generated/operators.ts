/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An operator to be made; they choose their password by a link. */
export type CreateOperatorInput = {
  /** Their e-mail address, which they sign in with. */
  email: string;
  /** Their name, at most 100 characters. */
  name?: string | null | undefined;
  /** What they may do. */
  role: Role;
  /** Of role SHOP: the shop that they see and change. Without one they see none. */
  shopId?: string | null | undefined;
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

/** What an operator may do. */
export type Role =
  /** Everything: also keys, operators, which model serves, and erasing people. */
  | 'ADMIN'
  /** Reads, exports, evaluates, starts trainings and other jobs, and reads who changed what. */
  | 'ANALYST'
  /** Reads, changes titles, moods, placements and shops, imports, sends events for people, and starts jobs. */
  | 'EDITOR'
  /** Reads: titles, people and their lists, metrics, models and jobs. Changes nothing. */
  | 'READER'
  /** Sees and changes the offers of one shop, and sees what it owes. */
  | 'SHOP';

/** A change of an operator; what is left out stays as it is. */
export type SaveOperatorInput = {
  /** True signs them out everywhere and keeps them out; false lets them in again. */
  disabled?: boolean | null | undefined;
  /** The operator. */
  id: string;
  /** Their name; null takes it away. */
  name?: string | null | undefined;
  /** What they may do. */
  role?: Role | null | undefined;
  /** Of role SHOP: the shop that they see and change; null takes it away. */
  shopId?: string | null | undefined;
  /** The version it was read at. */
  version: number;
};

export type OperatorRowFragment = { id: string, email: string, name: string | null, role: Role, shopId: string | null, version: number, createdAt: string, disabledAt: string | null, lastSignInAt: string | null };

export type OperatorsQueryVariables = Exact<{
  search?: string | null | undefined;
  role?: Role | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type OperatorsQuery = { operators: { totalCount: number | null, nodes: Array<{ id: string, email: string, name: string | null, role: Role, shopId: string | null, version: number, createdAt: string, disabledAt: string | null, lastSignInAt: string | null }>, pageInfo: { hasNextPage: boolean } } };

export type ShopChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ShopChoicesQuery = { shops: { nodes: Array<{ id: string, name: string }>, pageInfo: { hasNextPage: boolean } } };

export type ShopChosenQueryVariables = Exact<{
  id: string;
}>;


export type ShopChosenQuery = { shop: { id: string, name: string } | null };

export type CreateOperatorMutationVariables = Exact<{
  input: CreateOperatorInput;
}>;


export type CreateOperatorMutation = { createOperator: { operator: { id: string, email: string, name: string | null, role: Role, shopId: string | null, version: number, createdAt: string, disabledAt: string | null, lastSignInAt: string | null } | null, link: { url: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type SaveOperatorMutationVariables = Exact<{
  input: SaveOperatorInput;
}>;


export type SaveOperatorMutation = { saveOperator: { operator: { id: string, email: string, name: string | null, role: Role, shopId: string | null, version: number, createdAt: string, disabledAt: string | null, lastSignInAt: string | null } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type CreateResetLinkMutationVariables = Exact<{
  operatorId: string;
}>;


export type CreateResetLinkMutation = { createResetLink: { link: { url: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const OperatorRowFragmentDoc = new TypedDocumentString(`
    fragment OperatorRow on Operator {
  id
  email
  name
  role
  shopId
  version
  createdAt
  disabledAt
  lastSignInAt
}
    `, {"fragmentName":"OperatorRow"}) as unknown as TypedDocumentString<OperatorRowFragment, unknown>;
export const OperatorsDocument = new TypedDocumentString(`
    query Operators($search: String, $role: Role, $first: Int!, $offset: Int) {
  operators(search: $search, role: $role, first: $first, offset: $offset) {
    nodes {
      ...OperatorRow
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment OperatorRow on Operator {
  id
  email
  name
  role
  shopId
  version
  createdAt
  disabledAt
  lastSignInAt
}`) as unknown as TypedDocumentString<OperatorsQuery, OperatorsQueryVariables>;
export const ShopChoicesDocument = new TypedDocumentString(`
    query ShopChoices($search: String) {
  shops(search: $search, first: 20) {
    nodes {
      id
      name
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<ShopChoicesQuery, ShopChoicesQueryVariables>;
export const ShopChosenDocument = new TypedDocumentString(`
    query ShopChosen($id: ID!) {
  shop(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ShopChosenQuery, ShopChosenQueryVariables>;
export const CreateOperatorDocument = new TypedDocumentString(`
    mutation CreateOperator($input: CreateOperatorInput!) {
  createOperator(input: $input) {
    operator {
      ...OperatorRow
    }
    link {
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
    fragment OperatorRow on Operator {
  id
  email
  name
  role
  shopId
  version
  createdAt
  disabledAt
  lastSignInAt
}`) as unknown as TypedDocumentString<CreateOperatorMutation, CreateOperatorMutationVariables>;
export const SaveOperatorDocument = new TypedDocumentString(`
    mutation SaveOperator($input: SaveOperatorInput!) {
  saveOperator(input: $input) {
    operator {
      ...OperatorRow
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment OperatorRow on Operator {
  id
  email
  name
  role
  shopId
  version
  createdAt
  disabledAt
  lastSignInAt
}`) as unknown as TypedDocumentString<SaveOperatorMutation, SaveOperatorMutationVariables>;
export const CreateResetLinkDocument = new TypedDocumentString(`
    mutation CreateResetLink($operatorId: ID!) {
  createResetLink(operatorId: $operatorId) {
    link {
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
    `) as unknown as TypedDocumentString<CreateResetLinkMutation, CreateResetLinkMutationVariables>;