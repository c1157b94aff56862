import { setTimeout as delay } from 'node:timers/promises';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { answerOnce, isLost } from './answer-once';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 12_800;

/** Who subscribed. */
interface Subscriber {
  /** Says all that an answer can depend on of the caller: callers with equal texts share it. */
  readonly callerText: string;
  /** A fresh context for one answer. */
  readonly contextOfEvent: () => object;
}

/**
 * As graphql-js's `subscribe`, but every event is answered in a context of its own: the loaders of a context keep what they
 * have read, which is right for one answer and wrong for a socket that stays open for days. An event whose answer is lost to a
 * fault of ours, such as a database that restarts, is answered again for half a minute: nothing else would tell the client.
 */
export async function subscribe(
  args: ExecutionArgs,
  { callerText, contextOfEvent }: Subscriber,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  // Every event of ours is an object: a push, a job.
  const events = (source as AsyncIterable<object>)[Symbol.asyncIterator]();
  const asking = { args, audience: JSON.stringify([args.operationName, args.variableValues, callerText]) };
  const leaving = new AbortController();
  const leave = async (): Promise<void> => {
    leaving.abort();
    await events.return?.();
  };
  const answer = async (event: IteratorResult<object>): Promise<IteratorResult<ExecutionResult, void>> => {
    if (event.done) return { done: true, value: undefined };
    for (let wait = FIRST_WAIT_MS; ; wait *= 2) {
      const result = await answerOnce(event.value, asking, contextOfEvent);
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
