import type { EngineName, ListFilter } from './recommendation';

/** A named place in a front end: it asks by name, an operator decides what the name means. */
export interface Placement {
  /** Lower-case words joined by hyphens, for example `side-list`. */
  readonly name: string;
  readonly description: string;
  /** Defaults for every field that a request leaves out. */
  readonly input: Partial<Omit<ListFilter, 'withoutHistoryOf'>>;
  readonly engine: EngineName;
  /** An engine that is asked beside it for some lists and compared with it, and never served; null: none. */
  readonly shadow: EngineName | null;
  /** Of which share of its lists, 0 to 1. */
  readonly shadowShare: number;
  readonly version: number;
  readonly updatedAt: Date;
}
