import type { EngineName, ListFilter } from './recommendation';

/** A named place in a front end: it asks by name, an operator decides what the name means. */
export interface Placement {
  /** Lower-case words joined by hyphens, for example `side-list`. */
  readonly name: string;
  readonly description: string;
  /** Defaults for every field that a request leaves out. */
  readonly input: Partial<Omit<ListFilter, 'withoutHistoryOf'>>;
  readonly engine: EngineName;
  readonly version: number;
  readonly updatedAt: Date;
}
