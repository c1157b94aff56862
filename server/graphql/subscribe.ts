import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';

/**
 * As graphql-js's `subscribe`, but every event is answered in a context of its own: the loaders of a context keep what they
 * have read, which is right for one answer and wrong for a socket that stays open for days.
 */
export async function subscribe(
  args: ExecutionArgs,
  contextOfEvent: () => object,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const answer = async (event: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult, void>> =>
    event.done
      ? { done: true, value: undefined }
      : { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: contextOfEvent() }) };

  // An object and not a generator function: a generator that waits for its source cannot be ended from outside.
  const answers: AsyncGenerator<ExecutionResult, void, void> = {
    next: async () => answer(await events.next()),
    return: async () => {
      await events.return?.();
      return { done: true, value: undefined };
    },
    throw: async (error: unknown) => {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]: () => answers,
    [Symbol.asyncDispose]: async () => {
      await events.return?.();
    },
  };
  return answers;
}
