/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where alerts are to be sent. */
export type AlertWebhookInput = {
  /** Whether anything is sent. */
  enabled?: boolean;
  /** Make a new secret; the old one signs nothing from then on. */
  renewSecret?: boolean;
  /** An http or https address; in production not one of this machine or of a private network. */
  url: string;
};

/** What may need an operator. */
export type AttentionCode =
  /** Fewer of the titles seen are opened than a week before. */
  | 'CLICK_THROUGH_FALLEN'
  /** The disk of the embedded database is filling. */
  | 'DISK_FILLING'
  /** The last import failed. */
  | 'IMPORT_FAILED'
  /** Far fewer events come in than in the same hours last week. */
  | 'INTAKE_FALLEN'
  /** The last run of some background work failed. */
  | 'JOB_FAILED'
  /** No model is live, though there is enough to learn from. */
  | 'NO_MODEL'
  /** The roll-up has not counted for ten minutes. */
  | 'NUMBERS_LATE'
  /** Accepted events are refused by a system that they are passed on to, or have waited for it too long. */
  | 'OUTBOX_STUCK'
  /** Tables for the next days are missing. */
  | 'PARTITIONS_MISSING'
  /** The live model is old, or has not seen much of what is known now. */
  | 'STALE_MODEL'
  /** Many events name titles that the catalogue does not hold. */
  | 'UNKNOWN_TITLES'
  /** The alert webhook does not answer. */
  | 'WEBHOOK_FAILING';

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

/** Which events are shown; every field that is given must hold. */
export type EventStreamFilter = {
  /** With titles of these kinds. */
  kinds?: Array<TitleKind> | null | undefined;
  /** Of these types. */
  types?: Array<EventType> | null | undefined;
  /** Of this person. */
  userId?: string | null | undefined;
};

/** What happened. */
export type EventType =
  /** The title was opened. */
  | 'CLICK'
  /** One whole play or read, told without seconds, as a history export tells it. */
  | 'COMPLETED'
  /** The title was disliked: it is never listed again for this person. */
  | 'DISLIKE'
  /** The person does not know the title: no opinion. */
  | 'DONT_KNOW'
  /** The titles of `titleIds` were seen on screen. */
  | 'IMPRESSION'
  /** The title was liked. */
  | 'LIKE'
  /** A rating: `value` from 0.5 to 5. */
  | 'RATING'
  /** The seconds from `fromSeconds` to `toSeconds` were played, at any speed, without a seek between. */
  | 'WATCH_INTERVAL';

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

/** What one point of a chart stands for. */
export type MetricsBucket =
  /** A day. */
  | 'DAY'
  /** An hour. */
  | 'HOUR';

/** Which numbers; docs/metrics.md says what each counts. */
export type MetricsInput = {
  /** Only titles of this kind; SHOW includes episodes. */
  kind?: TitleKind | null | undefined;
  /** Only what this model ranked; events and people are of all. */
  modelId?: string | null | undefined;
  /** How much of the past. */
  period?: MetricsPeriod;
  /** Only what this placement served; events and people are of all. */
  placement?: string | null | undefined;
  /** Time zone of hours and days, by its IANA name, for example Europe/Berlin. */
  timeZone?: string;
};

/** How much of the past numbers are of. */
export type MetricsPeriod =
  /** This hour so far and the 23 before it, hour by hour. */
  | 'DAY'
  /** Today so far and the 29 days before it, day by day. */
  | 'MONTH'
  /** Today so far and the 6 days before it, day by day. */
  | 'WEEK';

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

/** How urgent something is. */
export type Severity =
  /** Something is lost, or soon will be. */
  | 'CRITICAL'
  /** Something is worse than it could be. */
  | 'WARNING';

/** What a title is. */
export type TitleKind =
  /** A book, measured in pages. */
  | 'BOOK'
  /** One episode of a show; events go to the episode. */
  | 'EPISODE'
  /** A film. */
  | 'MOVIE'
  /** A series; lists name the show, never its episodes. */
  | 'SHOW'
  /** A piece of music. */
  | 'TRACK'
  /** A clip or any other video. */
  | 'VIDEO';

export type ServedFragment = { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null };

export type NumbersFragment = { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null };

export type DashboardFragment = { period: MetricsPeriod, timeZone: string, bucket: MetricsBucket, from: string, until: string, countedUntil: string | null, now: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, before: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, series: Array<{ at: string, now: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, before: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null } }>, byType: Array<{ type: EventType, events: number, eventsBefore: number }>, byKind: Array<{ kind: TitleKind, events: number, eventsBefore: number, hoursWatched: number, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, byPlacement: Array<{ placement: string | null, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, byModel: Array<{ modelId: string | null, engine: string, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, live: { sockets: number, subscriptions: number, databaseBytes: number | null, databaseConnections: number | null, diskFreeBytes: number | null, diskBytes: number | null, processes: Array<{ id: string, startedAt: string, sockets: number, subscriptions: number, memoryBytes: number, eventLoopMs: number }>, jobs: Array<{ state: JobState, count: number }>, unknownTitles: Array<{ reference: string, events: number, lastAt: string }> }, needsAttention: Array<{ id: string, code: AttentionCode, severity: Severity, title: string, text: string, remedy: string, since: string }> };

export type DashboardQueryVariables = Exact<{
  input: MetricsInput;
}>;


export type DashboardQuery = { metrics: { period: MetricsPeriod, timeZone: string, bucket: MetricsBucket, from: string, until: string, countedUntil: string | null, now: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, before: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, series: Array<{ at: string, now: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, before: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null } }>, byType: Array<{ type: EventType, events: number, eventsBefore: number }>, byKind: Array<{ kind: TitleKind, events: number, eventsBefore: number, hoursWatched: number, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, byPlacement: Array<{ placement: string | null, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, byModel: Array<{ modelId: string | null, engine: string, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, live: { sockets: number, subscriptions: number, databaseBytes: number | null, databaseConnections: number | null, diskFreeBytes: number | null, diskBytes: number | null, processes: Array<{ id: string, startedAt: string, sockets: number, subscriptions: number, memoryBytes: number, eventLoopMs: number }>, jobs: Array<{ state: JobState, count: number }>, unknownTitles: Array<{ reference: string, events: number, lastAt: string }> }, needsAttention: Array<{ id: string, code: AttentionCode, severity: Severity, title: string, text: string, remedy: string, since: string }> }, placements: Array<{ name: string }>, models: Array<{ id: string, state: ModelState }> };

export type DashboardChangedSubscriptionVariables = Exact<{
  input: MetricsInput;
}>;


export type DashboardChangedSubscription = { metricsChanged: { period: MetricsPeriod, timeZone: string, bucket: MetricsBucket, from: string, until: string, countedUntil: string | null, now: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, before: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, series: Array<{ at: string, now: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null }, before: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null, events: number, activePeople: number, hoursWatched: number, distinctTitles: number, coverage: number | null, sockets: number | null, recommendationMs: { p50: number, p95: number, p99: number } | null, httpMs: { p50: number, p95: number, p99: number } | null } }>, byType: Array<{ type: EventType, events: number, eventsBefore: number }>, byKind: Array<{ kind: TitleKind, events: number, eventsBefore: number, hoursWatched: number, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, byPlacement: Array<{ placement: string | null, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, byModel: Array<{ modelId: string | null, engine: string, served: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null }, servedBefore: { lists: number, titlesServed: number, impressions: number, clicked: number, watched: number, clickThrough: number | null, watchThrough: number | null } }>, live: { sockets: number, subscriptions: number, databaseBytes: number | null, databaseConnections: number | null, diskFreeBytes: number | null, diskBytes: number | null, processes: Array<{ id: string, startedAt: string, sockets: number, subscriptions: number, memoryBytes: number, eventLoopMs: number }>, jobs: Array<{ state: JobState, count: number }>, unknownTitles: Array<{ reference: string, events: number, lastAt: string }> }, needsAttention: Array<{ id: string, code: AttentionCode, severity: Severity, title: string, text: string, remedy: string, since: string }> } };

export type ExportMetricsMutationVariables = Exact<{
  input: MetricsInput;
}>;


export type ExportMetricsMutation = { exportMetrics: { download: { url: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type EventStreamSubscriptionVariables = Exact<{
  filter: EventStreamFilter;
}>;


export type EventStreamSubscription = { eventStream: { skipped: number, events: Array<{ sequence: string, type: EventType, titles: number, occurredAt: string, fromSeconds: number | null, toSeconds: number | null, value: number | null, title: { id: string, name: string, kind: TitleKind } | null, user: { id: string, source: string, externalId: string, name: string | null } | null }> } };

export type AlertWebhookQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertWebhookQuery = { alertWebhook: { url: string, enabled: boolean, failures: number, error: string | null, deliveredAt: string | null } | null };

export type SaveAlertWebhookMutationVariables = Exact<{
  input: AlertWebhookInput;
}>;


export type SaveAlertWebhookMutation = { saveAlertWebhook: { secret: string | null, webhook: { url: string, enabled: boolean } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const NumbersFragmentDoc = new TypedDocumentString(`
    fragment Numbers on MetricsNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
  events
  activePeople
  hoursWatched
  distinctTitles
  coverage
  recommendationMs {
    p50
    p95
    p99
  }
  httpMs {
    p50
    p95
    p99
  }
  sockets
}
    `, {"fragmentName":"Numbers"}) as unknown as TypedDocumentString<NumbersFragment, unknown>;
export const ServedFragmentDoc = new TypedDocumentString(`
    fragment Served on ServedNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
}
    `, {"fragmentName":"Served"}) as unknown as TypedDocumentString<ServedFragment, unknown>;
export const DashboardFragmentDoc = new TypedDocumentString(`
    fragment Dashboard on Metrics {
  period
  timeZone
  bucket
  from
  until
  countedUntil
  now {
    ...Numbers
  }
  before {
    ...Numbers
  }
  series {
    at
    now {
      ...Numbers
    }
    before {
      ...Numbers
    }
  }
  byType {
    type
    events
    eventsBefore
  }
  byKind {
    kind
    events
    eventsBefore
    hoursWatched
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  byPlacement {
    placement
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  byModel {
    modelId
    engine
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  live {
    sockets
    subscriptions
    databaseBytes
    databaseConnections
    diskFreeBytes
    diskBytes
    processes {
      id
      startedAt
      sockets
      subscriptions
      memoryBytes
      eventLoopMs
    }
    jobs {
      state
      count
    }
    unknownTitles {
      reference
      events
      lastAt
    }
  }
  needsAttention {
    id
    code
    severity
    title
    text
    remedy
    since
  }
}
    fragment Served on ServedNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
}
fragment Numbers on MetricsNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
  events
  activePeople
  hoursWatched
  distinctTitles
  coverage
  recommendationMs {
    p50
    p95
    p99
  }
  httpMs {
    p50
    p95
    p99
  }
  sockets
}`, {"fragmentName":"Dashboard"}) as unknown as TypedDocumentString<DashboardFragment, unknown>;
export const DashboardDocument = new TypedDocumentString(`
    query Dashboard($input: MetricsInput!) {
  metrics(input: $input) {
    ...Dashboard
  }
  placements {
    name
  }
  models {
    id
    state
  }
}
    fragment Served on ServedNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
}
fragment Numbers on MetricsNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
  events
  activePeople
  hoursWatched
  distinctTitles
  coverage
  recommendationMs {
    p50
    p95
    p99
  }
  httpMs {
    p50
    p95
    p99
  }
  sockets
}
fragment Dashboard on Metrics {
  period
  timeZone
  bucket
  from
  until
  countedUntil
  now {
    ...Numbers
  }
  before {
    ...Numbers
  }
  series {
    at
    now {
      ...Numbers
    }
    before {
      ...Numbers
    }
  }
  byType {
    type
    events
    eventsBefore
  }
  byKind {
    kind
    events
    eventsBefore
    hoursWatched
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  byPlacement {
    placement
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  byModel {
    modelId
    engine
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  live {
    sockets
    subscriptions
    databaseBytes
    databaseConnections
    diskFreeBytes
    diskBytes
    processes {
      id
      startedAt
      sockets
      subscriptions
      memoryBytes
      eventLoopMs
    }
    jobs {
      state
      count
    }
    unknownTitles {
      reference
      events
      lastAt
    }
  }
  needsAttention {
    id
    code
    severity
    title
    text
    remedy
    since
  }
}`) as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const DashboardChangedDocument = new TypedDocumentString(`
    subscription DashboardChanged($input: MetricsInput!) {
  metricsChanged(input: $input) {
    ...Dashboard
  }
}
    fragment Served on ServedNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
}
fragment Numbers on MetricsNumbers {
  lists
  titlesServed
  impressions
  clicked
  watched
  clickThrough
  watchThrough
  events
  activePeople
  hoursWatched
  distinctTitles
  coverage
  recommendationMs {
    p50
    p95
    p99
  }
  httpMs {
    p50
    p95
    p99
  }
  sockets
}
fragment Dashboard on Metrics {
  period
  timeZone
  bucket
  from
  until
  countedUntil
  now {
    ...Numbers
  }
  before {
    ...Numbers
  }
  series {
    at
    now {
      ...Numbers
    }
    before {
      ...Numbers
    }
  }
  byType {
    type
    events
    eventsBefore
  }
  byKind {
    kind
    events
    eventsBefore
    hoursWatched
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  byPlacement {
    placement
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  byModel {
    modelId
    engine
    served {
      ...Served
    }
    servedBefore {
      ...Served
    }
  }
  live {
    sockets
    subscriptions
    databaseBytes
    databaseConnections
    diskFreeBytes
    diskBytes
    processes {
      id
      startedAt
      sockets
      subscriptions
      memoryBytes
      eventLoopMs
    }
    jobs {
      state
      count
    }
    unknownTitles {
      reference
      events
      lastAt
    }
  }
  needsAttention {
    id
    code
    severity
    title
    text
    remedy
    since
  }
}`) as unknown as TypedDocumentString<DashboardChangedSubscription, DashboardChangedSubscriptionVariables>;
export const ExportMetricsDocument = new TypedDocumentString(`
    mutation ExportMetrics($input: MetricsInput!) {
  exportMetrics(input: $input) {
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
    `) as unknown as TypedDocumentString<ExportMetricsMutation, ExportMetricsMutationVariables>;
export const EventStreamDocument = new TypedDocumentString(`
    subscription EventStream($filter: EventStreamFilter!) {
  eventStream(filter: $filter) {
    skipped
    events {
      sequence
      type
      titles
      occurredAt
      fromSeconds
      toSeconds
      value
      title {
        id
        name
        kind
      }
      user {
        id
        source
        externalId
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventStreamSubscription, EventStreamSubscriptionVariables>;
export const AlertWebhookDocument = new TypedDocumentString(`
    query AlertWebhook {
  alertWebhook {
    url
    enabled
    failures
    error
    deliveredAt
  }
}
    `) as unknown as TypedDocumentString<AlertWebhookQuery, AlertWebhookQueryVariables>;
export const SaveAlertWebhookDocument = new TypedDocumentString(`
    mutation SaveAlertWebhook($input: AlertWebhookInput!) {
  saveAlertWebhook(input: $input) {
    webhook {
      url
      enabled
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
    `) as unknown as TypedDocumentString<SaveAlertWebhookMutation, SaveAlertWebhookMutationVariables>;