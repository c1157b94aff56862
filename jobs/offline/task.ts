import type { Progress } from './progress';

/** What a command runs with. */
export interface Task {
  readonly args: readonly string[];
  readonly progress: Progress;
  /** Aborted by Ctrl-C: what is half done is undone. */
  readonly signal: AbortSignal;
}
