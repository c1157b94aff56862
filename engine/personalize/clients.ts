import type { PersonalizeEventsClient, PersonalizeEventsClientConfig } from '@aws-sdk/client-personalize-events';
import type { PersonalizeRuntimeClient } from '@aws-sdk/client-personalize-runtime';

/** What the clients are made with; whatever is left out the SDK finds by itself, in the environment first. */
export type ClientOptions = Pick<PersonalizeEventsClientConfig, 'endpoint' | 'region' | 'credentials'>;

/** A call of the stream takes no longer than this; the outbox tries it again, and its lease must not end before. */
const REQUEST_MS = 8_000;
const CONNECT_MS = 3_000;

type RuntimeSdk = typeof import('@aws-sdk/client-personalize-runtime');
type EventsSdk = typeof import('@aws-sdk/client-personalize-events');

/** The data plane of Personalize: the SDK is loaded when it is first asked for, and not before. */
export interface DataPlane {
  runtime(): Promise<{ readonly client: PersonalizeRuntimeClient; readonly sdk: RuntimeSdk }>;
  events(): Promise<{ readonly client: PersonalizeEventsClient; readonly sdk: EventsSdk }>;
  /** Closes connections. */
  close(): void;
}

/** Makes the two clients. Neither tries again by itself: a list cannot wait for a second try, and the stream has waits of its own. */
export function dataPlane(options: ClientOptions = {}): DataPlane {
  let runtime: ReturnType<DataPlane['runtime']> | null = null;
  let events: ReturnType<DataPlane['events']> | null = null;
  const opened = new Set<{ destroy(): void }>();
  const kept = <Client extends { destroy(): void }>(client: Client): Client => {
    opened.add(client);
    return client;
  };
  return {
    runtime() {
      runtime ??= import('@aws-sdk/client-personalize-runtime').then((sdk) => ({
        client: kept(new sdk.PersonalizeRuntimeClient({ ...options, maxAttempts: 1 })),
        sdk,
      }));
      return runtime;
    },
    events() {
      events ??= import('@aws-sdk/client-personalize-events').then((sdk) => ({
        client: kept(
          new sdk.PersonalizeEventsClient({
            ...options,
            maxAttempts: 1,
            requestHandler: { requestTimeout: REQUEST_MS, connectionTimeout: CONNECT_MS, throwOnRequestTimeout: true },
          }),
        ),
        sdk,
      }));
      return events;
    },
    close() {
      for (const client of opened) client.destroy();
    },
  };
}
