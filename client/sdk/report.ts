import type { KinographEvent } from './event';

/** Something that went wrong; the page need not do anything. */
export interface KinographError {
  /** network: it is tried again. refused: a credential or a question is not accepted. rejected: `event` is dropped. fault: code threw. */
  readonly kind: 'network' | 'refused' | 'rejected' | 'fault';
  readonly message: string;
  readonly event?: KinographEvent | undefined;
}

/** Tells the page; never throws. */
export type Report = (kind: KinographError['kind'], cause: unknown, event?: KinographEvent) => void;

/** A report to the page's own `onError`, whatever that does. */
export function createReport(onError: ((error: KinographError) => void) | undefined): Report {
  return (kind, cause, event) => {
    attempt(
      () => onError?.({ kind, message: String(cause), event }),
      () => undefined,
    );
  };
}

/** Calls, and hands whatever is thrown or rejected to `caught`. Answers what was answered, undefined where it was thrown. */
export function attempt<Answer>(call: () => Answer, caught: (error: unknown) => void): Answer | undefined {
  try {
    const answer = call();
    if (answer instanceof Promise) answer.catch(caught);
    return answer;
  } catch (error) {
    caught(error);
    return undefined;
  }
}
