import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNotify } from 'react-admin';
import { ask, type Operation } from './request';
import { accepted, type UserError } from './user-errors';

type Payload = { readonly userErrors: readonly UserError[] };
/** What the one root field of a mutation answers, without its errors. */
type Done<Result> = Omit<Extract<Result[keyof Result], Payload>, 'userErrors'>;

interface Options {
  /** Told when all went well. */
  readonly said?: string;
  /** Failures are shown by the caller, beside what they are about. */
  readonly quiet?: boolean;
}

interface Act<Result, Variables> {
  /** Resolves to null when it was refused or failed, which the notice has said by then. */
  readonly run: (variables: Variables) => Promise<Done<Result> | null>;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly reset: () => void;
}

/** Runs a mutation of one root field; afterwards everything on screen is asked again. A refusal is a notice, and `error`. */
export function useAct<Result extends object, Variables>(
  operation: Operation<Result, Variables>,
  { said, quiet = false }: Options = {},
): Act<Result, Variables> {
  const notify = useNotify();
  const client = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useMutation<Done<Result>, Error, Variables>({
    mutationFn: async (variables) => accepted(Object.values(await ask(operation, variables))[0] as Payload) as Done<Result>,
    onSuccess: async () => {
      if (said) notify(said, { type: 'success' });
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (!quiet) notify(error.message, { type: 'error', autoHideDuration: 8_000, multiLine: true });
    },
  });
  const run = useCallback((variables: Variables) => mutateAsync(variables).catch(() => null), [mutateAsync]);
  return { run, isRunning: isPending, error, reset };
}
