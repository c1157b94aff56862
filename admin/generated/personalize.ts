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

/** What may be used in a calendar month (UTC). */
export type PersonalizeBudgetInput = {
  /** What an hour of a campaign costs. */
  campaignHourPrice?: number | null | undefined;
  /** Hours of all campaigns together, 0 and more. */
  campaignHours: number;
  /** What a training hour costs. */
  trainingHourPrice?: number | null | undefined;
  /** Training hours, 0 and more. */
  trainingHours: number;
};

/** What is done with a campaign that costs and is not asked, or is beyond the budget. */
export type PersonalizeGuard =
  /** It is said; a person decides. */
  | 'PROPOSE'
  /** It is taken down; starting again makes it anew without another training. */
  | 'TAKE_DOWN';

/** A campaign that is wanted. */
export type PersonalizeRecipeInput = {
  /** Hours that a training is held to take before one has told; none: as it is. */
  estimatedHours?: number | null | undefined;
  /** One of the recipes that it may have. */
  recipe: string;
  /** What it is for; each at most once. */
  role: PersonalizeRole;
};

/** What a campaign of Amazon Personalize is for. */
export type PersonalizeRole =
  /** What is popular. */
  | 'POPULAR'
  /** Given titles in the order in which a person may like them. */
  | 'RANKING'
  /** What is like a title. */
  | 'SIMILAR'
  /** What a person may like. */
  | 'USER';

/** Where the sync with Amazon Personalize stands. */
export type PersonalizeState =
  /** It cannot go on without a person: lastError says what to do. */
  | 'FAILED'
  /** It was taken down. */
  | 'GONE'
  /** Everything that is wanted is there. */
  | 'LIVE'
  /** It was never started. */
  | 'OFF'
  /** An operator paused it, or the budget or a guard did: lastError says which. */
  | 'PAUSED'
  /** It is on the way to what is wanted. */
  | 'SYNCING'
  /** What we made is being taken down. */
  | 'TEARDOWN';

/** What is wanted of Amazon Personalize. */
export type SavePersonalizeInput = {
  /** What it may cost. */
  budget: PersonalizeBudgetInput;
  /** Whether events are told to Personalize as they happen. */
  eventTracker?: boolean;
  /** Whether filters are made over there. */
  filters?: boolean;
  /** What is done with an idle campaign, and with one beyond the budget. */
  guard: PersonalizeGuard;
  /** A campaign that answered nothing for so long is idle, 1 to 8,760. */
  idleHours?: number | null | undefined;
  /** The campaigns that are wanted, at least one. */
  recipes: Array<PersonalizeRecipeInput>;
  /** After so many days everything is exported and trained again, 1 to 365. */
  retrainDays?: number | null | undefined;
  /** The version it was read at. */
  version: number;
};

export type PersonalizeStateFragment = { missing: Array<string>, isDisabled: boolean, enabled: boolean, state: PersonalizeState, lastError: string | null, eventTracker: boolean, filters: boolean, retrainDays: number | null, idleHours: number | null, guard: PersonalizeGuard, exportedAt: string | null, lastSyncAt: string | null, nextAt: string | null, version: number, recipes: Array<{ role: PersonalizeRole, recipe: string | null, choices: Array<string>, estimatedHours: number }>, budget: { trainingHours: number, campaignHours: number, trainingHourPrice: number | null, campaignHourPrice: number | null }, spent: { trainingHours: number, campaignHours: number, price: number | null }, resources: Array<{ id: string, parentId: string | null, kind: string, logicalKey: string, name: string, arn: string | null, status: string, failureReason: string | null, createdByUs: boolean, trainingHours: number | null, metrics: Record<string, unknown> | null, proposal: string | null }>, plan: Array<{ operation: string, kind: string | null, logicalKey: string | null, name: string | null, input: Record<string, unknown>, isPaid: boolean, expectedHours: number | null }>, calls: Array<{ id: string, operation: string, outcome: string, message: string | null, at: string }> };

export type PersonalizeNodeFragment = { id: string, parentId: string | null, kind: string, logicalKey: string, name: string, arn: string | null, status: string, failureReason: string | null, createdByUs: boolean, trainingHours: number | null, metrics: Record<string, unknown> | null, proposal: string | null };

export type PersonalizeQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalizeQuery = { personalize: { missing: Array<string>, isDisabled: boolean, enabled: boolean, state: PersonalizeState, lastError: string | null, eventTracker: boolean, filters: boolean, retrainDays: number | null, idleHours: number | null, guard: PersonalizeGuard, exportedAt: string | null, lastSyncAt: string | null, nextAt: string | null, version: number, recipes: Array<{ role: PersonalizeRole, recipe: string | null, choices: Array<string>, estimatedHours: number }>, budget: { trainingHours: number, campaignHours: number, trainingHourPrice: number | null, campaignHourPrice: number | null }, spent: { trainingHours: number, campaignHours: number, price: number | null }, resources: Array<{ id: string, parentId: string | null, kind: string, logicalKey: string, name: string, arn: string | null, status: string, failureReason: string | null, createdByUs: boolean, trainingHours: number | null, metrics: Record<string, unknown> | null, proposal: string | null }>, plan: Array<{ operation: string, kind: string | null, logicalKey: string | null, name: string | null, input: Record<string, unknown>, isPaid: boolean, expectedHours: number | null }>, calls: Array<{ id: string, operation: string, outcome: string, message: string | null, at: string }> } };

export type PersonalizeRivalQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalizeRivalQuery = { models: Array<{ id: string, report: { metrics: Array<{ name: string, value: number }> } | null }> };

export type SavePersonalizeMutationVariables = Exact<{
  input: SavePersonalizeInput;
}>;


export type SavePersonalizeMutation = { savePersonalize: { personalize: { version: number } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type StartPersonalizeMutationVariables = Exact<{
  retrain: boolean;
}>;


export type StartPersonalizeMutation = { startPersonalize: { personalize: { version: number } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type PausePersonalizeMutationVariables = Exact<{ [key: string]: never; }>;


export type PausePersonalizeMutation = { pausePersonalize: { personalize: { version: number } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type TearDownPersonalizeMutationVariables = Exact<{
  confirm: string;
}>;


export type TearDownPersonalizeMutation = { tearDownPersonalize: { personalize: { version: number } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const PersonalizeNodeFragmentDoc = new TypedDocumentString(`
    fragment PersonalizeNode on PersonalizeResource {
  id
  parentId
  kind
  logicalKey
  name
  arn
  status
  failureReason
  createdByUs
  trainingHours
  metrics
  proposal
}
    `, {"fragmentName":"PersonalizeNode"}) as unknown as TypedDocumentString<PersonalizeNodeFragment, unknown>;
export const PersonalizeStateFragmentDoc = new TypedDocumentString(`
    fragment PersonalizeState on PersonalizeSync {
  missing
  isDisabled
  enabled
  state
  lastError
  recipes {
    role
    recipe
    choices
    estimatedHours
  }
  eventTracker
  filters
  retrainDays
  idleHours
  guard
  budget {
    trainingHours
    campaignHours
    trainingHourPrice
    campaignHourPrice
  }
  spent {
    trainingHours
    campaignHours
    price
  }
  resources {
    ...PersonalizeNode
  }
  plan {
    operation
    kind
    logicalKey
    name
    input
    isPaid
    expectedHours
  }
  calls {
    id
    operation
    outcome
    message
    at
  }
  exportedAt
  lastSyncAt
  nextAt
  version
}
    fragment PersonalizeNode on PersonalizeResource {
  id
  parentId
  kind
  logicalKey
  name
  arn
  status
  failureReason
  createdByUs
  trainingHours
  metrics
  proposal
}`, {"fragmentName":"PersonalizeState"}) as unknown as TypedDocumentString<PersonalizeStateFragment, unknown>;
export const PersonalizeDocument = new TypedDocumentString(`
    query Personalize {
  personalize {
    ...PersonalizeState
  }
}
    fragment PersonalizeState on PersonalizeSync {
  missing
  isDisabled
  enabled
  state
  lastError
  recipes {
    role
    recipe
    choices
    estimatedHours
  }
  eventTracker
  filters
  retrainDays
  idleHours
  guard
  budget {
    trainingHours
    campaignHours
    trainingHourPrice
    campaignHourPrice
  }
  spent {
    trainingHours
    campaignHours
    price
  }
  resources {
    ...PersonalizeNode
  }
  plan {
    operation
    kind
    logicalKey
    name
    input
    isPaid
    expectedHours
  }
  calls {
    id
    operation
    outcome
    message
    at
  }
  exportedAt
  lastSyncAt
  nextAt
  version
}
fragment PersonalizeNode on PersonalizeResource {
  id
  parentId
  kind
  logicalKey
  name
  arn
  status
  failureReason
  createdByUs
  trainingHours
  metrics
  proposal
}`) as unknown as TypedDocumentString<PersonalizeQuery, PersonalizeQueryVariables>;
export const PersonalizeRivalDocument = new TypedDocumentString(`
    query PersonalizeRival {
  models(state: LIVE, engine: LOCAL) {
    id
    report {
      metrics {
        name
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PersonalizeRivalQuery, PersonalizeRivalQueryVariables>;
export const SavePersonalizeDocument = new TypedDocumentString(`
    mutation SavePersonalize($input: SavePersonalizeInput!) {
  savePersonalize(input: $input) {
    personalize {
      version
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<SavePersonalizeMutation, SavePersonalizeMutationVariables>;
export const StartPersonalizeDocument = new TypedDocumentString(`
    mutation StartPersonalize($retrain: Boolean!) {
  startPersonalize(retrain: $retrain) {
    personalize {
      version
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<StartPersonalizeMutation, StartPersonalizeMutationVariables>;
export const PausePersonalizeDocument = new TypedDocumentString(`
    mutation PausePersonalize {
  pausePersonalize {
    personalize {
      version
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<PausePersonalizeMutation, PausePersonalizeMutationVariables>;
export const TearDownPersonalizeDocument = new TypedDocumentString(`
    mutation TearDownPersonalize($confirm: String!) {
  tearDownPersonalize(confirm: $confirm) {
    personalize {
      version
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<TearDownPersonalizeMutation, TearDownPersonalizeMutationVariables>;