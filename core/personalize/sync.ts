import type { SyncBudget, SyncSettings } from './sync-settings';

/** What a campaign is for; the original had the same four questions. */
export const CAMPAIGN_ROLES = ['USER', 'SIMILAR', 'POPULAR', 'RANKING'] as const;
export type CampaignRole = (typeof CAMPAIGN_ROLES)[number];

/** Where the wanted state stands, all in all. */
export enum SyncState {
  /** Never started. */
  OFF = 'OFF',
  /** On the way to what is wanted. */
  SYNCING = 'SYNCING',
  /** Everything that is wanted is there. */
  LIVE = 'LIVE',
  /** An operator paused it, or the budget is used up: `lastError` says which. */
  PAUSED = 'PAUSED',
  /** Something cannot go on without a person: `lastError` says what to do. */
  FAILED = 'FAILED',
  /** Being taken down. */
  TEARDOWN = 'TEARDOWN',
  /** Taken down: nothing of ours is left there. */
  GONE = 'GONE',
}

/** The kinds of resources, in the order in which they can be made. */
export const RESOURCE_KINDS = [
  'DATASET_GROUP',
  'SCHEMA',
  'DATASET',
  'IMPORT_JOB',
  'EVENT_TRACKER',
  'SOLUTION',
  'SOLUTION_VERSION',
  'FILTER',
  'CAMPAIGN',
  'DELETION_JOB',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Statuses of ours, beside the words of Personalize (`CREATE PENDING`, `ACTIVE` and so on). */
export const PLANNED = 'PLANNED';
/** The create call is about to be sent or was sent, and its answer is not known yet. */
export const CREATING = 'CREATING';
/** Something of that name is there and is not what is wanted, or cannot be told from ours: a person decides. */
export const CONFLICT = 'CONFLICT';
/** A guard took it down; starting again makes it anew. */
export const TAKEN_DOWN = 'TAKEN DOWN';
/** The create call was refused: nothing came of it, and the same call would be refused again. */
export const REFUSED = 'REFUSED';
/** It failed, and is removed to be made again. */
export const AGAIN = 'AGAIN';
/** It is no longer there. */
export const GONE = 'GONE';
export const ACTIVE = 'ACTIVE';
export const CREATE_FAILED = 'CREATE FAILED';
export const DELETE_PENDING = 'DELETE PENDING';

export const DATASET_TYPES = ['INTERACTIONS', 'ITEMS', 'USERS'] as const;
export type DatasetType = (typeof DATASET_TYPES)[number];

/** One data set of an export: a folder of CSV files and the Avro schema that they follow. */
export interface ExportedDataset {
  readonly type: DatasetType;
  /** The Avro schema as JSON text. */
  readonly schema: string;
  /** `s3://bucket/folder/`. */
  readonly location: string;
  readonly rows: number;
}

/** An export, named by its content. */
export interface ExportedSnapshot {
  readonly snapshot: string;
  readonly datasets: readonly ExportedDataset[];
}

/** What the stream of events and the engine need to know of what is there. */
export interface PersonalizeTargets {
  /** Of the event tracker; null until it is active. */
  readonly trackingId: string | null;
  readonly datasetArns: Readonly<Record<DatasetType, string | null>>;
  readonly campaigns: Readonly<Record<CampaignRole, string | null>>;
  /** Active filters, by the name that the settings give them. */
  readonly filters: Readonly<Record<string, string>>;
}

/** One thing that is or shall be in Personalize. */
export interface PersonalizeResource {
  readonly id: number;
  readonly syncId: number;
  readonly kind: ResourceKind;
  /** What it is to us, for example `USER` of a campaign: the same through every retraining. */
  readonly logicalKey: string;
  readonly name: string;
  readonly arn: string | null;
  readonly desired: Readonly<Record<string, unknown>>;
  readonly desiredHash: string;
  readonly status: string;
  readonly failureReason: string | null;
  /** How many creates of it ended in CREATE FAILED; the name holds the number from the second on. */
  readonly attempts: number;
  readonly nextPollAt: Date | null;
  readonly createdByUs: boolean;
  readonly details: ResourceDetails;
  /** When the create call was announced. */
  readonly intentAt: Date | null;
  /** When a campaign last answered, to some minutes. */
  readonly usedAt: Date | null;
  readonly createdAt: Date;
  readonly goneAt: Date | null;
}

/** What else is known of a resource. */
export interface ResourceDetails {
  readonly trackingId?: string;
  readonly trainingHours?: number;
  readonly metrics?: Readonly<Record<string, number>>;
  /** The version that a campaign serves, and the one that it is being changed to. */
  readonly deployedArn?: string;
  readonly updatingArn?: string;
  /** ARNs of the versions of a solution that were there before a training was asked for. */
  readonly knownArns?: readonly string[];
  /** When it was first seen active. */
  readonly activeAt?: string;
  /** How often it was looked at since it was asked for: each look waits longer. */
  readonly polls?: number;
  /** Times in which a campaign stood before it was taken down. */
  readonly periods?: readonly { readonly from: string; readonly until: string }[];
  /** The file of a deletion lies in the bucket, or may. */
  readonly filed?: boolean;
  /** A version that a campaign would not take. */
  readonly refusedArn?: string;
  /** What becomes of it once it is removed; left out: it is gone. */
  readonly afterwards?: typeof PLANNED | typeof TAKEN_DOWN;
  /** Set where a guard would take it down, were it allowed to. */
  readonly proposal?: string;
}

/** What is wanted, and how far it is. */
export interface PersonalizeSync {
  readonly id: number;
  /** False: nothing is asked of Personalize. */
  readonly enabled: boolean;
  readonly settings: SyncSettings;
  readonly budget: SyncBudget;
  readonly state: SyncState;
  /** What was exported last; null: export first. */
  readonly snapshot: ExportedSnapshot | null;
  /** Grows with every teardown, so that no name is ever used twice. */
  readonly generation: number;
  readonly lastError: string | null;
  readonly version: number;
  readonly exportedAt: Date | null;
  readonly lastSyncAt: Date | null;
  /** When there is something to do again; null: not by itself. */
  readonly nextAt: Date | null;
  readonly updatedAt: Date;
}

/** One call that was to change something. */
export interface PersonalizeCall {
  readonly id: number;
  readonly resourceId: number | null;
  readonly operation: string;
  readonly requestId: string | null;
  /** OK or the name of the error. */
  readonly outcome: string;
  readonly message: string | null;
  readonly at: Date;
}
