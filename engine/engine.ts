import { AppError, ErrorCode } from '../core/errors';
import type { Fit } from '../core/free-time/fit';
import type { InteractionFacts } from '../core/interaction';
import type { AlsSettings } from '../core/model';
import type { ExportedTitle, ExportedUser } from '../core/personalize/rows';
import type { ToldEvent } from '../core/personalize/told-event';
import type { EngineName, ListFilter, Reason } from '../core/recommendation';
import type { Preferences } from '../core/user';

/** Who a list is for; nobody is a person without a past. */
export interface Person {
  readonly preferences: Preferences;
  readonly interactions: readonly InteractionFacts[];
}

/** One place of a list; `score` is null where no model scored the title. */
export interface Ranked {
  readonly titleId: number;
  readonly score: number | null;
  /** The chance with which it came to this place; absent: 1. */
  readonly propensity?: number;
  /** True where it stands to be learned about, and not for its rank. */
  readonly explored?: boolean;
  /** True where the local engine put it there, because the one that was asked had too few. */
  readonly filled?: boolean;
}

/** A ranked list with what explains it. */
export interface EngineList {
  readonly modelId: number | null;
  /** How many titles it holds. */
  readonly length: number;
  /** Of the first so many it was this engine that ranked them; behind them another one did. Absent: all. */
  readonly own?: number;
  /** The best of them, best first, at most `count`: a long list need not be put in order for its first page. */
  top(count: number): readonly Ranked[];
  /** Reasons of any title of the catalogue, computed when asked for. They name titles of the person's own past only. */
  explain(titleId: number): readonly Reason[];
  /** What of a title fits into the time that was asked for; null where none was asked for, or nothing of it fits. */
  fit(titleId: number): Fit | null;
}

export interface EngineStatus {
  readonly ready: boolean;
  readonly modelId: number | null;
  /** Titles that a model scores, trained or by their attributes. */
  readonly titles: number;
}

/** What an engine on another machine needs besides: whom it is asked for, by our id, and until when. */
export interface Asking {
  /** Null: nobody. */
  readonly userId?: number | null;
  readonly signal?: AbortSignal;
}

/** Everything that an engine can be asked; each engine brings the part that it can do. */
export interface Operations {
  /** Trains and stores a model, and returns its id. */
  train(request: { readonly settings: AlsSettings; readonly signal: AbortSignal }): Promise<number>;
  status(): Promise<EngineStatus>;
  /** The best `count` titles that pass `filter`, without `servedIds`. */
  recommend(
    request: {
      readonly person: Person;
      readonly filter: ListFilter;
      readonly servedIds: readonly number[];
      readonly now: Date;
      readonly count: number;
    } & Asking,
  ): Promise<EngineList>;
  /** Listed titles of the same kind, nearest first; never the title itself. */
  similar(request: { readonly titleId: number; readonly count: number; readonly now: Date } & Asking): Promise<readonly Ranked[]>;
  /** All of `titleIds`, best first, unknown ones last in the order given. */
  rerank(request: { readonly person: Person; readonly titleIds: readonly number[]; readonly now: Date } & Asking): Promise<EngineList>;
  /** Tells of what people did; the same event told twice counts once. */
  putEvents(events: readonly ToldEvent[]): Promise<void>;
  putItems(titles: readonly ExportedTitle[]): Promise<void>;
  putUsers(users: readonly ExportedUser[]): Promise<void>;
}

export type Capability = keyof Operations;

/** An engine: what it brings is what it declares. */
export interface Engine {
  readonly name: EngineName;
  readonly operations: Partial<Operations>;
}

/** What an engine declares. */
export function capabilitiesOf(engine: Engine): readonly Capability[] {
  return Object.keys(engine.operations) as Capability[];
}

/** The operation of an engine, ready to call. Throws UNAVAILABLE when the engine does not declare it. */
export function operation<Name extends Capability>(engine: Engine, name: Name): Operations[Name] {
  const found = engine.operations[name];
  if (found) return found;
  throw new AppError(ErrorCode.UNAVAILABLE, `The ${engine.name} engine does not offer "${name}".`, {
    field: 'engine',
    expected: `one of ${capabilitiesOf(engine).join(', ')}`,
  });
}
