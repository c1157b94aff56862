import { setTimeout as delay } from 'node:timers/promises';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import { AppError } from '../../core/errors';
import { rootOf } from './errors';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 12_800;

/**
 * As graphql-js's `subscribe`, but every event is answered in a context of its own: the loaders of a context keep what they
 * have read, which is right for one answer and wrong for a socket that stays open for days. An event whose answer is lost to a
 * fault of ours, such as a database that restarts, is answered again for half a minute: nothing else would tell the client.
 */
export async function subscribe(
  args: ExecutionArgs,
  contextOfEvent: () => object,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const leaving = new AbortController();
  const leave = async (): Promise<void> => {
    leaving.abort();
    await events.return?.();
  };
  const answer = async (event: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult, void>> => {
    if (event.done) return { done: true, value: undefined };
    for (let wait = FIRST_WAIT_MS; ; wait *= 2) {
      const result = await execute({ ...args, rootValue: event.value, contextValue: contextOfEvent() });
      if (!isLost(result) || wait > LONGEST_WAIT_MS || leaving.signal.aborted) return { done: false, value: result };
      await delay(wait, undefined, { signal: leaving.signal }).catch(() => undefined);
    }
  };

  // An object and not a generator function: a generator that waits for its source cannot be ended from outside.
  const answers: AsyncGenerator<ExecutionResult, void, void> = {
    next: async () => answer(await events.next()),
    return: async () => {
      await leave();
      return { done: true, value: undefined };
    },
    throw: async (error: unknown) => {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]: () => answers,
    [Symbol.asyncDispose]: leave,
  };
  return answers;
}

/** Whether nothing came out, and not because the caller may not have it. */
function isLost({ data, errors = [] }: ExecutionResult): boolean {
  return !data && errors.some((error) => !(rootOf(error) instanceof AppError));
}
