import { WebSocket } from 'ws';
import { until } from './until';

/** One message of graphql-transport-ws as it came. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A socket spoken to by hand, so that a test can also misbehave. */
export interface TestSocket {
  readonly wire: WebSocket;
  readonly messages: readonly Message[];
  send(message: object): void;
  subscribe(id: string, query: string, variables?: object): void;
  /** The first message that has come, or comes, of this type and id. */
  next(type: string, id?: string): Promise<Message>;
  /** Code and reason, once the server has closed it. */
  closed(): Promise<{ readonly code: number; readonly reason: string }>;
  close(): void;
}

interface SocketOptions {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** False: leaves `connection_init` to the test. */
  readonly init?: boolean;
  readonly protocol?: string;
}

/** Opens `/graphql` as a socket and waits until it is acknowledged or closed. Throws when the upgrade is refused. */
export async function openSocket(url: string, { params, headers, init = true, protocol }: SocketOptions = {}): Promise<TestSocket> {
  const wire = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, protocol ?? 'graphql-transport-ws', { headers: { ...headers } });
  const messages: Message[] = [];
  const end: { value: { code: number; reason: string } | null } = { value: null };
  wire.on('message', (bytes) => void messages.push(JSON.parse(bytes.toString())));
  wire.on('close', (code, reason) => {
    end.value = { code, reason: reason.toString() };
  });
  await new Promise<void>((resolve, reject) => {
    wire.once('open', () => resolve());
    wire.once('error', reject);
  });
  wire.on('error', () => undefined);
  const socket: TestSocket = {
    wire,
    messages,
    send: (message) => wire.send(JSON.stringify(message)),
    subscribe: (id, query, variables) => socket.send({ type: 'subscribe', id, payload: { query, variables } }),
    next: (type, id) => until(`a ${type} comes`, () => messages.find((message) => message.type === type && (!id || message.id === id))),
    closed: () => until('the server closes the socket', () => end.value),
    close: () => wire.close(),
  };
  if (init) {
    socket.send({ type: 'connection_init', ...(params && { payload: params }) });
    await until('the socket is acknowledged or closed', () => end.value || messages.some(({ type }) => type === 'connection_ack'));
  }
  return socket;
}
