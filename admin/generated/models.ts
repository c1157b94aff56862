/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What computed a list. */
export type EngineName =
  /** Implicit ALS inside Kinograph. */
  | 'LOCAL'
  /** Amazon Personalize. */
  | 'PERSONALIZE'
  /** A model trained on Apache Spark, served by Kinograph. */
  | 'SPARK';

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

/** Whether a model may go live by itself. */
export type GateOutcome =
  /** It may not; an operator can have it all the same. */
  | 'HELD'
  /** It may. */
  | 'PASSED';

/** What the intervals of a metric say of two models. */
export type MetricDifference =
  /** The first is higher, and the intervals do not meet. */
  | 'FIRST_HIGHER'
  /** The second is higher, and the intervals do not meet. */
  | 'SECOND_HIGHER'
  /** The intervals meet, or there are none. */
  | 'UNCLEAR';

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

/** Where a model is trained. Wherever that is, it is served in the same way. */
export type TrainedOn =
  /** By our own kernel, on the machine of a worker. */
  | 'HERE'
  /** By Apache Spark, for what outgrows one machine. */
  | 'SPARK';

export type HeadlineFragment = { name: string, value: number, low: number | null, high: number | null, popularity: { value: number, low: number | null, high: number | null }, random: { value: number, low: number | null, high: number | null }, live: { value: number, low: number | null, high: number | null } | null };

export type ModelRowFragment = { id: string, engine: EngineName, trainedOn: TrainedOn, state: ModelState, createdAt: string, promotedAt: string | null, users: number, items: number, interactions: number, bytes: number, verdict: string | null, error: string | null, report: { people: number, metrics: Array<{ name: string, value: number, low: number | null, high: number | null, popularity: { value: number, low: number | null, high: number | null }, random: { value: number, low: number | null, high: number | null }, live: { value: number, low: number | null, high: number | null } | null }>, gate: { outcome: GateOutcome, text: string } } | null };

export type ModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type ModelsQuery = { models: Array<{ id: string, engine: EngineName, trainedOn: TrainedOn, state: ModelState, createdAt: string, promotedAt: string | null, users: number, items: number, interactions: number, bytes: number, verdict: string | null, error: string | null, previous: { id: string, createdAt: string, promotedAt: string | null } | null, report: { people: number, metrics: Array<{ name: string, value: number, low: number | null, high: number | null, popularity: { value: number, low: number | null, high: number | null }, random: { value: number, low: number | null, high: number | null }, live: { value: number, low: number | null, high: number | null } | null }>, gate: { outcome: GateOutcome, text: string } } | null }> };

export type LiveModelQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveModelQuery = { models: Array<{ id: string, engine: EngineName, trainedOn: TrainedOn, state: ModelState, createdAt: string, promotedAt: string | null, users: number, items: number, interactions: number, bytes: number, verdict: string | null, error: string | null, report: { people: number, metrics: Array<{ name: string, value: number, low: number | null, high: number | null, popularity: { value: number, low: number | null, high: number | null }, random: { value: number, low: number | null, high: number | null }, live: { value: number, low: number | null, high: number | null } | null }>, gate: { outcome: GateOutcome, text: string } } | null }> };

export type ModelQueryVariables = Exact<{
  id: string;
}>;


export type ModelQuery = { model: { settings: Record<string, unknown>, snapshot: string, code: string | null, trainedSeconds: number, metrics: Record<string, unknown>, id: string, engine: EngineName, trainedOn: TrainedOn, state: ModelState, createdAt: string, promotedAt: string | null, users: number, items: number, interactions: number, bytes: number, verdict: string | null, error: string | null, previous: { id: string } | null, curve: Array<{ iteration: number, loss: number, seconds: number }>, report: { lists: number, titles: number, trainedSeconds: number, people: number, ratioToPopularity: { value: number, low: number | null, high: number | null } | null, split: { name: string, warnings: Array<string>, parameters: Array<{ name: string, value: number }> }, segments: Array<{ name: string, people: number, metrics: Array<{ name: string, value: number, popularity: number }> }>, metrics: Array<{ name: string, value: number, low: number | null, high: number | null, popularity: { value: number, low: number | null, high: number | null }, random: { value: number, low: number | null, high: number | null }, live: { value: number, low: number | null, high: number | null } | null }>, gate: { outcome: GateOutcome, text: string } } | null } | null };

export type CompareModelsQueryVariables = Exact<{
  id: string;
  otherId: string;
}>;


export type CompareModelsQuery = { compareModels: { warnings: Array<string>, first: { id: string, engine: EngineName, trainedOn: TrainedOn, state: ModelState, createdAt: string, promotedAt: string | null, users: number, items: number, interactions: number, bytes: number, verdict: string | null, error: string | null, report: { people: number, metrics: Array<{ name: string, value: number, low: number | null, high: number | null, popularity: { value: number, low: number | null, high: number | null }, random: { value: number, low: number | null, high: number | null }, live: { value: number, low: number | null, high: number | null } | null }>, gate: { outcome: GateOutcome, text: string } } | null }, second: { id: string, engine: EngineName, trainedOn: TrainedOn, state: ModelState, createdAt: string, promotedAt: string | null, users: number, items: number, interactions: number, bytes: number, verdict: string | null, error: string | null, report: { people: number, metrics: Array<{ name: string, value: number, low: number | null, high: number | null, popularity: { value: number, low: number | null, high: number | null }, random: { value: number, low: number | null, high: number | null }, live: { value: number, low: number | null, high: number | null } | null }>, gate: { outcome: GateOutcome, text: string } } | null }, metrics: Array<{ name: string, difference: MetricDifference, first: { value: number, low: number | null, high: number | null }, second: { value: number, low: number | null, high: number | null } }>, settings: Array<{ name: string, first: string, second: string }> } };

export type ModelMapQueryVariables = Exact<{
  modelId: string;
}>;


export type ModelMapQuery = { modelMap: { titles: number, explained: Array<number>, points: Array<{ x: number, y: number, popularity: number, title: { id: string, name: string, year: number | null, kind: TitleKind, genres: Array<string> } }> } };

export type TrainingOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainingOptionsQuery = { trainingOptions: { defaults: Record<string, unknown>, live: Record<string, unknown> | null, places: Array<{ name: TrainedOn, missing: string | null, settings: Record<string, unknown>, fixed: Array<string> }>, trials: { least: number, most: number, standard: number }, settings: Array<{ name: string, description: string, least: number | null, most: number | null, whole: boolean | null, nullable: boolean | null, choices: Array<string> | null, searched: { least: number, most: number } | null }> } };

export type PromoteModelMutationVariables = Exact<{
  id: string;
}>;


export type PromoteModelMutation = { promoteModel: { model: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RollbackModelMutationVariables = Exact<{ [key: string]: never; }>;


export type RollbackModelMutation = { rollbackModel: { model: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type StartTrainingMutationVariables = Exact<{
  name: string;
  payload?: Record<string, unknown> | null | undefined;
}>;


export type StartTrainingMutation = { startJob: { job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const HeadlineFragmentDoc = new TypedDocumentString(`
    fragment Headline on ModelMetric {
  name
  value
  low
  high
  popularity {
    value
    low
    high
  }
  random {
    value
    low
    high
  }
  live {
    value
    low
    high
  }
}
    `, {"fragmentName":"Headline"}) as unknown as TypedDocumentString<HeadlineFragment, unknown>;
export const ModelRowFragmentDoc = new TypedDocumentString(`
    fragment ModelRow on Model {
  id
  engine
  trainedOn
  state
  createdAt
  promotedAt
  users
  items
  interactions
  bytes
  verdict
  error
  report {
    people
    metrics {
      ...Headline
    }
    gate {
      outcome
      text
    }
  }
}
    fragment Headline on ModelMetric {
  name
  value
  low
  high
  popularity {
    value
    low
    high
  }
  random {
    value
    low
    high
  }
  live {
    value
    low
    high
  }
}`, {"fragmentName":"ModelRow"}) as unknown as TypedDocumentString<ModelRowFragment, unknown>;
export const ModelsDocument = new TypedDocumentString(`
    query Models {
  models {
    ...ModelRow
    previous {
      id
      createdAt
      promotedAt
    }
  }
}
    fragment Headline on ModelMetric {
  name
  value
  low
  high
  popularity {
    value
    low
    high
  }
  random {
    value
    low
    high
  }
  live {
    value
    low
    high
  }
}
fragment ModelRow on Model {
  id
  engine
  trainedOn
  state
  createdAt
  promotedAt
  users
  items
  interactions
  bytes
  verdict
  error
  report {
    people
    metrics {
      ...Headline
    }
    gate {
      outcome
      text
    }
  }
}`) as unknown as TypedDocumentString<ModelsQuery, ModelsQueryVariables>;
export const LiveModelDocument = new TypedDocumentString(`
    query LiveModel {
  models(state: LIVE, engine: LOCAL) {
    ...ModelRow
  }
}
    fragment Headline on ModelMetric {
  name
  value
  low
  high
  popularity {
    value
    low
    high
  }
  random {
    value
    low
    high
  }
  live {
    value
    low
    high
  }
}
fragment ModelRow on Model {
  id
  engine
  trainedOn
  state
  createdAt
  promotedAt
  users
  items
  interactions
  bytes
  verdict
  error
  report {
    people
    metrics {
      ...Headline
    }
    gate {
      outcome
      text
    }
  }
}`) as unknown as TypedDocumentString<LiveModelQuery, LiveModelQueryVariables>;
export const ModelDocument = new TypedDocumentString(`
    query Model($id: ID!) {
  model(id: $id) {
    ...ModelRow
    settings
    snapshot
    code
    trainedSeconds
    metrics
    previous {
      id
    }
    curve {
      iteration
      loss
      seconds
    }
    report {
      lists
      titles
      trainedSeconds
      ratioToPopularity {
        value
        low
        high
      }
      split {
        name
        parameters {
          name
          value
        }
        warnings
      }
      segments {
        name
        people
        metrics {
          name
          value
          popularity
        }
      }
    }
  }
}
    fragment Headline on ModelMetric {
  name
  value
  low
  high
  popularity {
    value
    low
    high
  }
  random {
    value
    low
    high
  }
  live {
    value
    low
    high
  }
}
fragment ModelRow on Model {
  id
  engine
  trainedOn
  state
  createdAt
  promotedAt
  users
  items
  interactions
  bytes
  verdict
  error
  report {
    people
    metrics {
      ...Headline
    }
    gate {
      outcome
      text
    }
  }
}`) as unknown as TypedDocumentString<ModelQuery, ModelQueryVariables>;
export const CompareModelsDocument = new TypedDocumentString(`
    query CompareModels($id: ID!, $otherId: ID!) {
  compareModels(id: $id, otherId: $otherId) {
    first {
      ...ModelRow
    }
    second {
      ...ModelRow
    }
    metrics {
      name
      first {
        value
        low
        high
      }
      second {
        value
        low
        high
      }
      difference
    }
    settings {
      name
      first
      second
    }
    warnings
  }
}
    fragment Headline on ModelMetric {
  name
  value
  low
  high
  popularity {
    value
    low
    high
  }
  random {
    value
    low
    high
  }
  live {
    value
    low
    high
  }
}
fragment ModelRow on Model {
  id
  engine
  trainedOn
  state
  createdAt
  promotedAt
  users
  items
  interactions
  bytes
  verdict
  error
  report {
    people
    metrics {
      ...Headline
    }
    gate {
      outcome
      text
    }
  }
}`) as unknown as TypedDocumentString<CompareModelsQuery, CompareModelsQueryVariables>;
export const ModelMapDocument = new TypedDocumentString(`
    query ModelMap($modelId: ID!) {
  modelMap(modelId: $modelId) {
    titles
    explained
    points(first: 2000) {
      title {
        id
        name
        year
        kind
        genres
      }
      x
      y
      popularity
    }
  }
}
    `) as unknown as TypedDocumentString<ModelMapQuery, ModelMapQueryVariables>;
export const TrainingOptionsDocument = new TypedDocumentString(`
    query TrainingOptions {
  trainingOptions {
    defaults
    live
    places {
      name
      missing
      settings
      fixed
    }
    trials {
      least
      most
      standard
    }
    settings {
      name
      description
      least
      most
      whole
      nullable
      choices
      searched {
        least
        most
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrainingOptionsQuery, TrainingOptionsQueryVariables>;
export const PromoteModelDocument = new TypedDocumentString(`
    mutation PromoteModel($id: ID!) {
  promoteModel(id: $id) {
    model {
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
    `) as unknown as TypedDocumentString<PromoteModelMutation, PromoteModelMutationVariables>;
export const RollbackModelDocument = new TypedDocumentString(`
    mutation RollbackModel {
  rollbackModel(engine: LOCAL) {
    model {
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
    `) as unknown as TypedDocumentString<RollbackModelMutation, RollbackModelMutationVariables>;
export const StartTrainingDocument = new TypedDocumentString(`
    mutation StartTraining($name: String!, $payload: JSONObject) {
  startJob(name: $name, payload: $payload) {
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
    `) as unknown as TypedDocumentString<StartTrainingMutation, StartTrainingMutationVariables>;