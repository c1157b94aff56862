import type { IncomingMessage, Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { sessionIn } from '../auth/cookie';
import { credentialsIn } from '../auth/credentials';
import type { Gate } from '../auth/gate';
import type { Socket } from './socket';

/** The largest message of a client: a document of 2,000 tokens with its variables. */
const MOST_BYTES = 65_536;

interface UpgradeOptions {
  readonly gate: Gate;
  readonly trustProxy: boolean;
  readonly opened: (socket: Socket) => void;
}

/** Turns upgrades of `/graphql` into sockets; a page of an origin that no browser key knows is refused before. Returns its stop. */
export function acceptSockets(server: Server, { gate, trustProxy, opened }: UpgradeOptions): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols,
  });

  async function accept(request: IncomingMessage, wire: Duplex, head: Buffer): Promise<void> {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(wire, 404);
    const credentials = credentialsIn({ method: 'GET', headers: request.headers, host: hostOf(request, trustProxy) });
    const { foreignOrigin } = credentials;
    if (foreignOrigin !== null && !(await gate.knowsOrigin(foreignOrigin))) return refuse(wire, 403);
    const ip = ipOf(request, trustProxy);
    const session = sessionIn(request.headers.cookie);
    sockets.handleUpgrade(request, wire, head, (socket) => opened(newSocket(socket, { ip, credentials, session })));
  }

  const onUpgrade = (request: IncomingMessage, wire: Duplex, head: Buffer): void => {
    // A client that is gone already must not end the process.
    wire.on('error', () => wire.destroy());
    accept(request, wire, head).catch(() => refuse(wire, 503));
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    sockets.close();
  };
}

function newSocket(wire: WebSocket, from: Pick<Socket, 'ip' | 'credentials' | 'session'>): Socket {
  return { ...from, wire, visitor: null, operations: new Map(), messages: 0, windowEnds: 0, stalledSeconds: 0, awaitsPong: false };
}

function refuse(wire: Duplex, status: number): void {
  wire.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function hostOf({ headers }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? lastOf(headers['x-forwarded-host']) : null;
  return forwarded ?? headers.host ?? '';
}

function ipOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? lastOf(headers['x-forwarded-for']) : null;
  return forwarded ?? socket.remoteAddress ?? '';
}

/** As Fastify takes it for HTTP: what the proxy in front has added, not what the client made up. */
function lastOf(header: string | string[] | undefined): string | null {
  return (
    String(header ?? '')
      .split(',')
      .at(-1)
      ?.trim() || null
  );
}
