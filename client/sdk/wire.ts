import type { Host } from './host';
import { readMessage } from './recommendation-list';

/** One socket that speaks graphql-transport-ws. */
export interface Wire {
  send(type: string, id?: string, payload?: object): void;
  /** Asks whether the other side is there; the socket counts as cut where no answer comes. */
  probe(): void;
  /** Closes it; `closed` is not called. */
  close(): void;
}

/** A message as it came; `text` is the whole of it. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
  readonly text: string;
}

interface WireOptions {
  readonly token: string;
  /** Takes what came, pings left out. */
  readonly receive: (message: Message) => void;
  /** Told once that it is over, with the code of the close. */
  readonly closed: (code: number) => void;
}

const PING_MS = 25_000;
const ANSWER_MS = 5_000;
const CUT = 1006;

/** Opens one. Throws where the browser or the page's policy does not let it. */
export function openWire({ url, key, caught }: Host, { token, receive, closed }: WireOptions): Wire {
  const address = new URL(`${url}/graphql`, globalThis.location?.href).href.replace(/^http/, 'ws');
  const socket = new WebSocket(address, 'graphql-transport-ws');
  const pings = setInterval(probe, PING_MS);
  let heard = 0;

  function send(type: string, id?: string, payload?: object): void {
    if (socket.readyState === 1) socket.send(JSON.stringify({ type, id, payload }));
  }

  function probe(): void {
    const before = heard;
    send('ping');
    setTimeout(() => {
      if (before === heard) end(CUT);
    }, ANSWER_MS);
  }

  function end(code: number): void {
    close();
    closed(code);
  }

  function close(): void {
    clearInterval(pings);
    heard = -1;
    socket.onclose = null;
    socket.onmessage = null;
    socket.close();
  }

  socket.onopen = () => send('connection_init', undefined, { authorization: `Bearer ${token}`, key });
  // A close follows. Outside of browsers (the package ws) an error that nobody hears of is thrown, and no close is told.
  socket.onerror = () => {};
  socket.onclose = ({ code }) => end(code);
  socket.onmessage = ({ data }) => {
    heard += 1;
    try {
      const read = readMessage(data, url);
      if (read.type === 'ping') send('pong');
      else receive({ ...read, text: data });
    } catch (error) {
      caught(error);
    }
  };
  return { send, probe, close };
}
