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

/** What a caller may be allowed to do. */
export type Right =
  /** Read who changed what. */
  | 'AUDIT_READ'
  /** Read titles, popular and trending lists, placements, posters. */
  | 'CATALOGUE_READ'
  /** See titles that are hidden or removed. */
  | 'CATALOGUE_READ_ALL'
  /** Change titles and moods. */
  | 'CATALOGUE_WRITE'
  /** Send events for people named in them, and merge people. */
  | 'EVENTS_WRITE'
  /** Take data out: exports and evaluations. */
  | 'EXPORTS'
  /** Read jobs. */
  | 'JOBS_READ'
  /** Start, cancel and retry jobs. */
  | 'JOBS_RUN'
  /** Decide when jobs run by themselves. */
  | 'JOBS_SCHEDULE'
  /** Make and revoke keys. */
  | 'KEYS_WRITE'
  /** Read metrics. */
  | 'METRICS_READ'
  /** Decide which model serves. */
  | 'MODELS_PROMOTE'
  /** Read models. */
  | 'MODELS_READ'
  /** Change offers: a shop’s operator its own, others those of every shop. */
  | 'OFFERS_WRITE'
  /** Make and change operators. */
  | 'OPERATORS_WRITE'
  /** Read and change what is one’s own. */
  | 'OWN'
  /** Change placements. */
  | 'PLACEMENTS_WRITE'
  /** Ask for the lists of people named in the request. */
  | 'RECOMMENDATIONS_READ'
  /** Act as a customer’s own people, and keep what is said with them; for keys only. */
  | 'SESSIONS_WRITE'
  /** Begin an anonymous session. */
  | 'SESSION_START'
  /** Forget a person for good. */
  | 'USERS_ERASE'
  /** Look into people and their history. */
  | 'USERS_READ';

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

export type MeFragment = { id: string, email: string, name: string | null, role: Role, rights: Array<Right> };

export type OperatorQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorQuery = { operator: { id: string, email: string, name: string | null, role: Role, rights: Array<Right> } | null };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn: { operator: { id: string, email: string, name: string | null, role: Role, rights: Array<Right> } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { signedOut: boolean, userErrors: Array<{ code: ErrorCode, message: string }> } };

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
export const MeFragmentDoc = new TypedDocumentString(`
    fragment Me on Operator {
  id
  email
  name
  role
  rights
}
    `, {"fragmentName":"Me"}) as unknown as TypedDocumentString<MeFragment, unknown>;
export const OperatorDocument = new TypedDocumentString(`
    query Operator {
  operator {
    ...Me
  }
}
    fragment Me on Operator {
  id
  email
  name
  role
  rights
}`) as unknown as TypedDocumentString<OperatorQuery, OperatorQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    operator {
      ...Me
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment Me on Operator {
  id
  email
  name
  role
  rights
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    signedOut
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;