import type { Report } from './report';
import type { Store } from './store';

/** What all parts stand on. */
export interface Host {
  /** Where Kinograph is, without a slash at the end; empty: where the page comes from. */
  readonly url: string;
  /** Browser key of the page's application. */
  readonly key: string | undefined;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly report: Report;
  /** Reports what was thrown. */
  readonly caught: (error: unknown) => void;
}
