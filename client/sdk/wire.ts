import { attempt } from './report';
import type { Address } from './request';

/** One socket that speaks graphql-transport-ws. */
export interface Wire {
  send(type: string, id?: string, payload?: object): void;
  /** Asks whether the other side is there; the socket counts as closed where no answer comes. */
  probe(): void;
  close(): void;
}

export interface WireOptions {
  readonly address: Address;
  readonly token: string;
  /** The server has let us in. */
  readonly ready: () => void;
  readonly message: (type: string, id: string, payload: unknown) => void;
  /** Called once, unless closed from here; 1006 where the line was cut. */
  readonly closed: (code: number) => void;
  readonly caught: (error: unknown) => void;
}

const PING_MS = 25_000;
const ANSWER_MS = 5_000;
const CUT = 1006;

export function openWire({ address, token, ready, message, closed, caught }: WireOptions): Wire {
  let isOver = false;
  let heard = 0;
  const url = new URL(`${address.url}/graphql`, globalThis.location?.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url.href, 'graphql-transport-ws');
  const pings = setInterval(probe, PING_MS);

  function send(type: string, id?: string, payload?: object): void {
    attempt(() => socket.readyState === socket.OPEN && socket.send(JSON.stringify({ type, id, payload })), caught);
  }

  function probe(): void {
    const before = heard;
    send('ping');
    setTimeout(() => {
      if (heard === before) end(CUT);
    }, ANSWER_MS);
  }

  function end(code: number | null): void {
    if (isOver) return;
    isOver = true;
    clearInterval(pings);
    socket.onmessage = null;
    attempt(() => socket.close(), caught);
    if (code !== null) closed(code);
  }

  socket.onopen = () => send('connection_init', undefined, { authorization: `Bearer ${token}`, key: address.key });
  socket.onclose = ({ code }) => end(code);
  // What went wrong is told by the close that follows.
  socket.onerror = () => undefined;
  socket.onmessage = ({ data }) => {
    heard += 1;
    attempt(() => {
      const { type, id, payload } = JSON.parse(data);
      if (type === 'ping') send('pong');
      else if (type === 'connection_ack') ready();
      else if (id) message(type, id, payload);
    }, caught);
  };

  return { send, probe, close: () => end(null) };
}
