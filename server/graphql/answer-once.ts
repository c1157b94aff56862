import { type DocumentNode, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import { AppError } from '../../core/errors';
import { rootOf } from './errors';

/** Who shares one answer: those who ask the same with the same rights. */
export interface Asking {
  readonly args: ExecutionArgs;
  /** The operation's name, its variables and the caller as text; equal texts may see the same. */
  readonly audience: string;
}

interface Answer {
  readonly document: DocumentNode;
  readonly audience: string;
  readonly result: ExecutionResult | Promise<ExecutionResult>;
}

const answersTo = new WeakMap<object, Set<Answer>>();

/**
 * Answers an event of a subscription once for everybody who asks the same of it: the tabs of a person share one execution. An
 * event is a value: it must not change once it was delivered. An answer that was lost is not shared, so that it can be tried again.
 */
export async function answerOnce(event: object, { args, audience }: Asking, contextOf: () => object): Promise<ExecutionResult> {
  const answers = answersTo.get(event) ?? new Set();
  answersTo.set(event, answers);
  for (const answer of answers) if (answer.document === args.document && answer.audience === audience) return answer.result;
  const result = execute({ ...args, rootValue: event, contextValue: contextOf() });
  const answer = { document: args.document, audience, result };
  answers.add(answer);
  const came = await result;
  if (isLost(came)) answers.delete(answer);
  return came;
}

/** Whether nothing came out, and not because the caller may not have it. */
export function isLost({ data, errors = [] }: ExecutionResult): boolean {
  return !data && errors.some((error) => !(rootOf(error) instanceof AppError));
}
