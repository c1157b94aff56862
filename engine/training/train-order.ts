import type { Curve } from '../../core/curve';
import type { ErrorCode } from '../../core/errors';
import type { Ranges } from '../../core/evaluate/halving';
import type { JobLogLevel } from '../../core/job';
import type { LikeModelState } from '../../core/like-model';
import type { AlsSettings, Model } from '../../core/model';
import type { SparkReach } from '../../core/spark/settings';
import type { TitleKind } from '../../core/title';
import type { Trial } from './tune';

/** How nice a training is: what answers requests goes before. */
export const LOW_PRIORITY = 10;

/** What every training child is told. */
interface Work {
  readonly url: string;
  /** The lease that is held for it: nothing is stored once it has passed to another. */
  readonly lease: { readonly name: string; readonly token: number };
  readonly settings: AlsSettings;
  /** The moment that ages are counted to. */
  readonly asOf: Date;
  readonly threads: number;
}

/** Trains a model on every interaction, measures it and stores it. */
export interface TrainOrder extends Work {
  readonly kind: 'train';
  /** The job run whose checkpoints it writes and goes on from; null: none. */
  readonly runId: number | null;
  /** What is live: its settings are measured beside the new ones. Null: nothing is. */
  readonly live: Pick<Model, 'id' | 'settings' | 'snapshot' | 'code'> | null;
  readonly evaluate: boolean;
  /** Whether it may go live by itself. */
  readonly promote: boolean;
}

/** Has Apache Spark train a model, measures it and stores it. */
export interface SparkOrder extends Omit<TrainOrder, 'kind' | 'runId'> {
  readonly kind: 'spark';
  readonly spark: SparkReach;
  /** A folder of its own for all that is written meanwhile. */
  readonly scratch: string;
}

/** Searches for better settings on validation data. */
export interface TuneOrder extends Work {
  readonly kind: 'tune';
  readonly ranges: Partial<Ranges>;
  readonly trials: number;
  readonly seed: number;
}

/** Learns what people like of each kind of title, measures it and stores it. */
export interface LikesOrder extends Pick<Work, 'url' | 'lease' | 'asOf'> {
  readonly kind: 'likes';
}

/** What became of each kind, in one sentence each. */
export type LikesOutcome = readonly { readonly kind: TitleKind; readonly state: LikeModelState; readonly why: string }[];

/** What came of a training. */
export type TrainOutcome =
  /** There is nothing to learn from. */
  | { readonly kind: 'empty' }
  /** Interactions, settings and code are those of the live model. */
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'trained';
      readonly modelId: number;
      /** Whether it may go live by itself, and why. */
      readonly verdict: { readonly promote: boolean; readonly why: string };
      /** The iteration after which an earlier attempt was taken up; null: begun anew. */
      readonly resumedAfter: number | null;
    };

/** What came of a search. */
export interface TuneOutcome {
  readonly best: AlsSettings;
  readonly value: number;
  readonly baseValue: number;
  /** Lists that settings were judged by; 0: nobody has enough of a past. */
  readonly lists: number;
  readonly trials: readonly Trial[];
  readonly seconds: number;
}

export type Order = TrainOrder | SparkOrder | TuneOrder | LikesOrder;

/** What comes of an order, by its kind. */
interface Outcomes {
  readonly train: TrainOutcome;
  readonly spark: TrainOutcome;
  readonly tune: TuneOutcome;
  readonly likes: LikesOutcome;
}

export type OutcomeOf<Asked extends Order> = Outcomes[Asked['kind']];

/** Hears how far it is: 0 to 1, with a short sentence; between iterations with the curve so far. */
export type Progress = (fraction: number, message: string, curve?: Curve) => void;

/** Hears what is worth a line in the log. */
export type Said = (level: JobLogLevel, text: string) => void;

/** What a child tells its parent. */
export type News =
  | { readonly kind: 'said'; readonly level: JobLogLevel; readonly text: string }
  | { readonly kind: 'progress'; readonly fraction: number; readonly message: string; readonly curve?: Curve | undefined }
  | { readonly kind: 'done'; readonly outcome: OutcomeOf<Order> }
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** Of an expected failure. */
      readonly expected: { readonly code: ErrorCode; readonly field: string | null; readonly expected: string | null } | null;
      readonly stack: string | null;
    };
