import type { KinographEvent } from '../../client/sdk/event';
import { eventId } from '../../client/sdk/event-id';
import type { Credential } from '../../client/sdk/identity';
import { createOutbox } from '../../client/sdk/outbox';
import { createStore } from '../../client/sdk/store';
import { TestStorage } from './sdk-storage';

/** A batch as the server got it. */
export interface Sent {
  readonly token: string;
  readonly key?: string;
  readonly sentAt: string;
  readonly events: readonly KinographEvent[];
}

export const ANN: Credential = { token: 'token of Ann', who: 'ann' };
export const BOB: Credential = { token: 'token of Bob', who: 'bob' };
export const DAY_MS = 86_400_000;

/** A clock that the test moves, for every test of a file. */
export function withTestClock(): void {
  beforeEach(() => void jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
}

/** An outbox of one tab, with a server that answers what `answers` say, then takes everything. */
export function anOutbox(given: { storage?: TestStorage; known?: Credential[]; fresh?: Credential[] } = {}) {
  const storage = given.storage ?? new TestStorage();
  const known = given.known ?? [ANN];
  const sent: Sent[] = [];
  const beacons: string[] = [];
  const errors: { kind: string; id: string | undefined }[] = [];
  const answers: (number | 'lost' | ((body: Sent) => { status: number; retryAfter?: number; text?: string }))[] = [];
  const refreshes: boolean[] = [];
  let beaconsTaken = Number.POSITIVE_INFINITY;
  const outbox = createOutbox(
    {
      url: '',
      key: 'kgb_test',
      store: createStore(storage),
      now: Date.now,
      report: (kind, _cause, event) => void errors.push({ kind, id: event?.id }),
      caught: () => undefined,
    },
    {
      identity: () => ({
        who: () => known[0]?.who ?? null,
        known: () => known,
        bearer: async (refresh = false) => {
          refreshes.push(refresh);
          if (refresh) known.splice(0, known.length, ...(given.fresh ?? known));
          return known[0]?.token ?? null;
        },
      }),
      async post(text) {
        const body: Sent = JSON.parse(text);
        sent.push(body);
        const answer = answers.shift() ?? 200;
        if (answer === 'lost') throw new TypeError('Failed to fetch');
        if (typeof answer === 'function') return { retryAfter: 0, text: '', ...answer(body) };
        const results = body.events.map(({ id }) => ({ id, status: 'ACCEPTED' }));
        return { status: answer, retryAfter: 0, text: JSON.stringify(answer === 200 ? { results } : {}) };
      },
      beacon(text) {
        if (beacons.length >= beaconsTaken) return false;
        beacons.push(text);
        return true;
      },
    },
  );
  const takeBeacons = (most: number): void => {
    beaconsTaken = most;
  };
  return { outbox, storage, known, sent, beacons, errors, answers, refreshes, takeBeacons };
}

/** A click of now, unless told otherwise. */
export function anEvent(given: Partial<KinographEvent> = {}): KinographEvent {
  return { id: eventId(Date.now()), type: 'CLICK', titleId: '7', occurredAt: new Date().toISOString(), ...given } as KinographEvent;
}

/** The ids of each batch. */
export const idsOf = (sent: readonly Sent[]): string[][] => sent.map(({ events }) => events.map(({ id }) => id));
