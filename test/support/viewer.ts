import { randomUUID } from 'node:crypto';
import { anEvent } from './event';
import { ask, fieldOf } from './graphql';
import { openSocket, type TestSocket } from './socket';

/** A list as it was pushed. */
export interface Push {
  readonly version: number;
  readonly cause: { readonly kind: string; readonly eventId: string | null };
  readonly items: { readonly nodes: readonly { readonly title: { readonly id: string } }[] };
}

/** An anonymous viewer of a running server. */
export interface Viewer {
  readonly id: number;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Opens a tab with a live list, on this server or another one of the same installation, and waits for the first list. */
  openTab(url?: string): Promise<Tab>;
  /** Sends an event of a title and answers its id once it is acknowledged. Throws when it is not. */
  watch(titleId: string, url?: string): Promise<string>;
}

/** A socket with one live list. */
export interface Tab extends TestSocket {
  readonly pushes: () => readonly Push[];
}

const LIVE = 'subscription { recommendationsChanged { version cause { kind eventId } items { nodes { title { id } } } } }';
const TRACK = 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }';

/** Starts an anonymous session. */
export async function aViewer(home: string): Promise<Viewer> {
  const answer = await ask(home, 'mutation { startSession { token user { id } } }');
  const { token, user } = fieldOf<{ token: string; user: { id: string } }>(answer, 'startSession');
  const headers = { authorization: `Bearer ${token}` };
  return {
    id: Number(user.id),
    token,
    headers,
    async openTab(url = home) {
      const socket = await openSocket(url, { params: headers });
      socket.subscribe('1', LIVE);
      await socket.next('next');
      return { ...socket, pushes: () => pushesOf(socket) };
    },
    async watch(titleId, url = home) {
      const event = anEvent({ id: randomUUID(), titleId });
      const answer = await ask(url, TRACK, { headers, variables: { events: [event] } });
      if (!answer.text.includes('ACCEPTED')) throw new Error(`The event was not accepted: ${answer.text}`);
      return String(event.id);
    },
  };
}

function pushesOf({ messages }: TestSocket): readonly Push[] {
  return messages
    .filter(({ type }) => type === 'next')
    .map(({ payload }) => (payload as { data: { recommendationsChanged: Push } | null }).data?.recommendationsChanged)
    .filter((push) => push !== undefined);
}
