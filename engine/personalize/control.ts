import type { PersonalizeClient, PersonalizeClientConfig } from '@aws-sdk/client-personalize';

/** What was answered; dates are dates. */
export interface Answer {
  readonly requestId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The control plane of Amazon Personalize. */
export interface ControlPlane {
  /** Makes one call, `CreateSolution` for example, once. Throws what the SDK throws. */
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): void;
}

/** A command of the SDK, as far as one is like the other. */
type Command = Parameters<PersonalizeClient['send']>[0];

const REQUEST_MS = 20_000;
const CONNECT_MS = 5_000;

/**
 * Opens the control plane; the SDK is loaded with the first call. Nothing is tried again here: after an answer that was lost we look before
 * we ask again, and a quota that is used up is not a matter of seconds.
 */
export function controlPlane(options: Pick<PersonalizeClientConfig, 'endpoint' | 'region' | 'credentials'> = {}): ControlPlane {
  let opened: Promise<PersonalizeClient> | null = null;
  return {
    async call(operation, input) {
      const sdk = await import('@aws-sdk/client-personalize');
      opened ??= Promise.resolve(
        new sdk.PersonalizeClient({
          ...options,
          maxAttempts: 1,
          requestHandler: { requestTimeout: REQUEST_MS, connectionTimeout: CONNECT_MS, throwOnRequestTimeout: true },
        }),
      );
      const Named = (sdk as unknown as Readonly<Record<string, new (input: object) => Command>>)[`${operation}Command`];
      if (Named === undefined) throw new Error(`Personalize has no operation ${operation}.`);
      const { $metadata, ...body } = (await (await opened).send(new Named(input))) as { $metadata?: { requestId?: string } };
      return { requestId: $metadata?.requestId ?? null, body };
    },
    close: () => void opened?.then((client) => client.destroy()),
  };
}
