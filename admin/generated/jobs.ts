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

/** How much a line of a log matters. */
export type JobLogLevel =
  /** Something failed. */
  | 'ERROR'
  /** It tells what happens. */
  | 'INFO'
  /** Something to know of. */
  | 'WARN';

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

/** To where accepted events are passed on. */
export type OutboxDestination =
  /** The event tracker of Amazon Personalize. */
  | 'PERSONALIZE'
  /** The topic of Amazon SNS that the settings name. */
  | 'SNS';

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

/** When a kind of background work is to run by itself. */
export type SaveScheduleInput = {
  /** Minute, hour, day, month and day of the week, in UTC; none: as it is. */
  crontab?: string | null | undefined;
  /** Whether it is on. */
  enabled: boolean;
  /** What work: the name of a schedule. */
  name: string;
  /** The version it was read at. */
  version: number;
};

export type JobRowFragment = { id: string, name: string, state: JobState, progress: number, message: string | null, error: string | null, attempts: number, createdAt: string, startedAt: string | null, finishedAt: string | null, cancelRequestedAt: string | null, right: Right, seconds: number | null, by: { actor: string, name: string | null } | null };

export type ShownJobFragment = { payload: Record<string, unknown>, result: Record<string, unknown> | null, id: string, name: string, state: JobState, progress: number, message: string | null, error: string | null, attempts: number, createdAt: string, startedAt: string | null, finishedAt: string | null, cancelRequestedAt: string | null, right: Right, seconds: number | null, curve: Array<{ iteration: number, loss: number, seconds: number }>, by: { actor: string, name: string | null } | null };

export type JobsQueryVariables = Exact<{
  state?: JobState | null | undefined;
  name?: string | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type JobsQuery = { jobs: { totalCount: number | null, nodes: Array<{ id: string, name: string, state: JobState, progress: number, message: string | null, error: string | null, attempts: number, createdAt: string, startedAt: string | null, finishedAt: string | null, cancelRequestedAt: string | null, right: Right, seconds: number | null, by: { actor: string, name: string | null } | null }>, pageInfo: { hasNextPage: boolean } } };

export type JobQueryVariables = Exact<{
  id: string;
}>;


export type JobQuery = { job: { payload: Record<string, unknown>, result: Record<string, unknown> | null, id: string, name: string, state: JobState, progress: number, message: string | null, error: string | null, attempts: number, createdAt: string, startedAt: string | null, finishedAt: string | null, cancelRequestedAt: string | null, right: Right, seconds: number | null, curve: Array<{ iteration: number, loss: number, seconds: number }>, by: { actor: string, name: string | null } | null } | null };

export type JobLogQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type JobLogQuery = { job: { id: string, logs: { totalCount: number | null, nodes: Array<{ id: string, at: string, level: JobLogLevel, text: string }>, pageInfo: { hasNextPage: boolean } } } | null };

export type JobsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type JobsChangedSubscription = { jobsChanged: { waiting: number, lastEndedAt: string | null, running: Array<{ id: string, name: string, state: JobState, progress: number, message: string | null, error: string | null, attempts: number, createdAt: string, startedAt: string | null, finishedAt: string | null, cancelRequestedAt: string | null, right: Right, seconds: number | null, curve: Array<{ iteration: number, loss: number, seconds: number }>, by: { actor: string, name: string | null } | null }>, queued: Array<{ id: string, name: string, state: JobState, progress: number, message: string | null, error: string | null, attempts: number, createdAt: string, startedAt: string | null, finishedAt: string | null, cancelRequestedAt: string | null, right: Right, seconds: number | null, by: { actor: string, name: string | null } | null }> } };

export type JobProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type JobProgressSubscription = { jobProgress: { payload: Record<string, unknown>, result: Record<string, unknown> | null, id: string, name: string, state: JobState, progress: number, message: string | null, error: string | null, attempts: number, createdAt: string, startedAt: string | null, finishedAt: string | null, cancelRequestedAt: string | null, right: Right, seconds: number | null, curve: Array<{ iteration: number, loss: number, seconds: number }>, by: { actor: string, name: string | null } | null } };

export type SchedulesQueryVariables = Exact<{ [key: string]: never; }>;


export type SchedulesQuery = { schedules: Array<{ name: string, crontab: string | null, enabled: boolean, standard: string | null, version: number, nextAt: string | null, reading: { words: string | null } | null, lastRun: { id: string, state: JobState, startedAt: string | null } | null }> };

export type CrontabQueryVariables = Exact<{
  line: string;
}>;


export type CrontabQuery = { crontab: { fault: string | null, words: string | null, next: Array<string> } };

export type SaveScheduleMutationVariables = Exact<{
  input: SaveScheduleInput;
}>;


export type SaveScheduleMutation = { saveSchedule: { schedule: { name: string, enabled: boolean, version: number } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type StartJobMutationVariables = Exact<{
  name: string;
}>;


export type StartJobMutation = { startJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type CancelJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelJobMutation = { cancelJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RetryJobMutationVariables = Exact<{
  id: string;
}>;


export type RetryJobMutation = { retryJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RerunJobMutationVariables = Exact<{
  id: string;
}>;


export type RerunJobMutation = { rerunJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type OutboxRowFragment = { destination: OutboxDestination, active: boolean, waiting: number, oldestAt: string | null, setApart: number, failure: string | null };

export type OutboxQueryVariables = Exact<{ [key: string]: never; }>;


export type OutboxQuery = { outbox: Array<{ destination: OutboxDestination, active: boolean, waiting: number, oldestAt: string | null, setApart: number, failure: string | null }> };

export type RetrySetApartMutationVariables = Exact<{
  destination: OutboxDestination;
}>;


export type RetrySetApartMutation = { retrySetApart: { returned: number | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const JobRowFragmentDoc = new TypedDocumentString(`
    fragment JobRow on Job {
  id
  name
  state
  progress
  message
  error
  attempts
  createdAt
  startedAt
  finishedAt
  cancelRequestedAt
  right
  seconds
  by {
    actor
    name
  }
}
    `, {"fragmentName":"JobRow"}) as unknown as TypedDocumentString<JobRowFragment, unknown>;
export const ShownJobFragmentDoc = new TypedDocumentString(`
    fragment ShownJob on Job {
  ...JobRow
  payload
  result
  curve {
    iteration
    loss
    seconds
  }
}
    fragment JobRow on Job {
  id
  name
  state
  progress
  message
  error
  attempts
  createdAt
  startedAt
  finishedAt
  cancelRequestedAt
  right
  seconds
  by {
    actor
    name
  }
}`, {"fragmentName":"ShownJob"}) as unknown as TypedDocumentString<ShownJobFragment, unknown>;
export const OutboxRowFragmentDoc = new TypedDocumentString(`
    fragment OutboxRow on OutboxCount {
  destination
  active
  waiting
  oldestAt
  setApart
  failure
}
    `, {"fragmentName":"OutboxRow"}) as unknown as TypedDocumentString<OutboxRowFragment, unknown>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($state: JobState, $name: String, $first: Int!, $offset: Int) {
  jobs(state: $state, name: $name, first: $first, offset: $offset) {
    nodes {
      ...JobRow
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment JobRow on Job {
  id
  name
  state
  progress
  message
  error
  attempts
  createdAt
  startedAt
  finishedAt
  cancelRequestedAt
  right
  seconds
  by {
    actor
    name
  }
}`) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const JobDocument = new TypedDocumentString(`
    query Job($id: ID!) {
  job(id: $id) {
    ...ShownJob
  }
}
    fragment JobRow on Job {
  id
  name
  state
  progress
  message
  error
  attempts
  createdAt
  startedAt
  finishedAt
  cancelRequestedAt
  right
  seconds
  by {
    actor
    name
  }
}
fragment ShownJob on Job {
  ...JobRow
  payload
  result
  curve {
    iteration
    loss
    seconds
  }
}`) as unknown as TypedDocumentString<JobQuery, JobQueryVariables>;
export const JobLogDocument = new TypedDocumentString(`
    query JobLog($id: ID!, $first: Int!) {
  job(id: $id) {
    id
    logs(first: $first) {
      nodes {
        id
        at
        level
        text
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<JobLogQuery, JobLogQueryVariables>;
export const JobsChangedDocument = new TypedDocumentString(`
    subscription JobsChanged {
  jobsChanged {
    waiting
    lastEndedAt
    running {
      ...JobRow
      curve {
        iteration
        loss
        seconds
      }
    }
    queued {
      ...JobRow
    }
  }
}
    fragment JobRow on Job {
  id
  name
  state
  progress
  message
  error
  attempts
  createdAt
  startedAt
  finishedAt
  cancelRequestedAt
  right
  seconds
  by {
    actor
    name
  }
}`) as unknown as TypedDocumentString<JobsChangedSubscription, JobsChangedSubscriptionVariables>;
export const JobProgressDocument = new TypedDocumentString(`
    subscription JobProgress($id: ID!) {
  jobProgress(id: $id) {
    ...ShownJob
  }
}
    fragment JobRow on Job {
  id
  name
  state
  progress
  message
  error
  attempts
  createdAt
  startedAt
  finishedAt
  cancelRequestedAt
  right
  seconds
  by {
    actor
    name
  }
}
fragment ShownJob on Job {
  ...JobRow
  payload
  result
  curve {
    iteration
    loss
    seconds
  }
}`) as unknown as TypedDocumentString<JobProgressSubscription, JobProgressSubscriptionVariables>;
export const SchedulesDocument = new TypedDocumentString(`
    query Schedules {
  schedules {
    name
    crontab
    enabled
    standard
    version
    nextAt
    reading {
      words
    }
    lastRun {
      id
      state
      startedAt
    }
  }
}
    `) as unknown as TypedDocumentString<SchedulesQuery, SchedulesQueryVariables>;
export const CrontabDocument = new TypedDocumentString(`
    query Crontab($line: String!) {
  crontab(line: $line) {
    fault
    words
    next
  }
}
    `) as unknown as TypedDocumentString<CrontabQuery, CrontabQueryVariables>;
export const SaveScheduleDocument = new TypedDocumentString(`
    mutation SaveSchedule($input: SaveScheduleInput!) {
  saveSchedule(input: $input) {
    schedule {
      name
      enabled
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
    `) as unknown as TypedDocumentString<SaveScheduleMutation, SaveScheduleMutationVariables>;
export const StartJobDocument = new TypedDocumentString(`
    mutation StartJob($name: String!) {
  startJob(name: $name) {
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
    `) as unknown as TypedDocumentString<StartJobMutation, StartJobMutationVariables>;
export const CancelJobDocument = new TypedDocumentString(`
    mutation CancelJob($id: ID!) {
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
    `) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const RetryJobDocument = new TypedDocumentString(`
    mutation RetryJob($id: ID!) {
  retryJob(id: $id) {
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
    `) as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
export const RerunJobDocument = new TypedDocumentString(`
    mutation RerunJob($id: ID!) {
  rerunJob(id: $id) {
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
    `) as unknown as TypedDocumentString<RerunJobMutation, RerunJobMutationVariables>;
export const OutboxDocument = new TypedDocumentString(`
    query Outbox {
  outbox {
    ...OutboxRow
  }
}
    fragment OutboxRow on OutboxCount {
  destination
  active
  waiting
  oldestAt
  setApart
  failure
}`) as unknown as TypedDocumentString<OutboxQuery, OutboxQueryVariables>;
export const RetrySetApartDocument = new TypedDocumentString(`
    mutation RetrySetApart($destination: OutboxDestination!) {
  retrySetApart(destination: $destination) {
    returned
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<RetrySetApartMutation, RetrySetApartMutationVariables>;