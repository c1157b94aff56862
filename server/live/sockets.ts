import type { Server as HttpServer } from 'node:http';
import type { Server as Protocol } from 'graphql-ws';
import type { Logger } from 'pino';
import { faultOf } from '../../core/fault';
import type { Notice } from '../../core/notice';
import type { Gate } from '../auth/gate';
import { admitAgain } from './admit';
import { CloseCode, close, EXPIRED, type Socket } from './socket';
import { acceptSockets } from './upgrade';

/** The open sockets of this process. */
export interface Sockets {
  readonly count: number;
  /** A person was forgotten: closes what is theirs. A key or operator changed, or a person was merged: asks again who those are that came in by it. */
  onNotice(notice: Notice): void;
  /** After notices may have been lost: checks all that came with a key or as an operator. */
  onReconnect(): void;
  /** Closes all with 1001, at most `seconds` long. */
  stop(seconds?: number): Promise<void>;
}

interface SocketsOptions {
  readonly protocol: Protocol<Socket>;
  readonly gate: Gate;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly trustProxy: boolean;
}

const TICK_MS = 1_000;
const TICKS_A_PING = 15;
/** A client that has not taken all that was sent for so long is too slow, or gone. */
const LONGEST_STALL_SECONDS = 10;
const WINDOW_MS = 10_000;
const MOST_MESSAGES = 1_000;

/** Serves sockets on the HTTP server: one timer for all of them pings, ends the expired and drops the slow. */
export function openSockets(server: HttpServer, { protocol, gate, clock, log, trustProxy }: SocketsOptions): Sockets {
  const open = new Set<Socket>();
  let ticks = 0;

  const opened = (socket: Socket): void => {
    open.add(socket);
    const { wire } = socket;
    const closed = protocol.opened(
      {
        protocol: wire.protocol,
        send: (text) => sent(socket, text),
        close: (code, reason) => wire.close(code, reason),
        onMessage: (receive) => {
          wire.on('message', (bytes, isBinary) => {
            if (floods(socket) || isBinary) return close(socket, CloseCode.POLICY, 'Too many messages, or binary ones.');
            receive(bytes.toString()).catch((error: unknown) => fail(socket, error));
          });
        },
      },
      socket,
    );
    // ws closes by itself on a malformed or too large frame; the event only must not end the process.
    wire.on('error', () => undefined);
    wire.on('pong', () => {
      socket.awaitsPong = false;
    });
    wire.on('close', (code, reason) => {
      open.delete(socket);
      closed(code, reason.toString()).catch((error: unknown) => log.error({ fault: faultOf(error) }, 'A socket did not close cleanly.'));
    });
  };

  function fail(socket: Socket, error: unknown): void {
    log.error({ fault: faultOf(error) }, 'A message of a socket failed.');
    close(socket, CloseCode.TRY_LATER, 'Something went wrong on our side.');
  }

  function tick(): void {
    ticks += 1;
    const now = clock();
    let index = 0;
    for (const socket of open) {
      index += 1;
      if (isExpired(socket, now)) close(socket, CloseCode.EXPIRED, EXPIRED);
      else if (isStalled(socket)) close(socket, CloseCode.TRY_LATER, 'This client reads too slowly.');
      // Each has its own second, so that thousands are not pinged at once.
      else if ((index + ticks) % TICKS_A_PING === 0) ping(socket);
    }
  }

  const timer = setInterval(tick, TICK_MS);
  const stopAccepting = acceptSockets(server, { gate, trustProxy, opened });
  const recheck = (is: (socket: Socket) => boolean): void => {
    for (const socket of open) if (is(socket)) void admitAgain(socket, gate);
  };

  // Not as expired: a client that came back by itself would make the person anew at once.
  function forgetViewers(ids: readonly number[]): void {
    const gone = new Set(ids);
    for (const socket of open) {
      const caller = socket.visitor?.caller;
      if (caller?.kind === 'viewer' && gone.has(caller.userId)) close(socket, CloseCode.REFUSED, 'This person was forgotten.');
    }
  }

  return {
    get count() {
      return open.size;
    },
    onNotice(notice) {
      if (notice.topic === 'merge') recheck(({ visitor }) => visitor?.caller.kind === 'viewer' && visitor.caller.userId === notice.fromId);
      if (notice.topic === 'forget') forgetViewers(notice.ids);
      if (notice.topic === 'key') recheck((socket) => keysOf(socket).includes(notice.id));
      if (notice.topic === 'operator')
        recheck(({ visitor }) => visitor?.caller.kind === 'operator' && visitor.caller.operatorId === notice.id);
    },
    onReconnect: () => recheck((socket) => socket.visitor?.caller.kind === 'operator' || keysOf(socket).length > 0),

    async stop(seconds = 2) {
      clearInterval(timer);
      stopAccepting();
      for (const { wire } of open) wire.close(CloseCode.GOING_AWAY, 'The server is leaving.');
      const deadline = performance.now() + seconds * 1000;
      while (open.size > 0 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
      for (const { wire } of open) wire.terminate();
    },
  };
}

function sent({ wire }: Socket, text: string): Promise<void> {
  // A subscription waits for its last message to be taken before it sends the next: nothing piles up here.
  return new Promise((resolve) => {
    if (wire.readyState !== wire.OPEN) return resolve();
    wire.send(text, () => resolve());
  });
}

function floods(socket: Socket): boolean {
  const now = performance.now();
  if (now > socket.windowEnds) {
    socket.windowEnds = now + WINDOW_MS;
    socket.messages = 0;
  }
  socket.messages += 1;
  return socket.messages > MOST_MESSAGES;
}

function isExpired({ visitor }: Socket, now: Date): boolean {
  if (!visitor || visitor.caller.kind === 'nobody') return false;
  const { expiresAt } = visitor.caller;
  return expiresAt !== null && expiresAt <= now;
}

function isStalled(socket: Socket): boolean {
  socket.stalledSeconds = socket.wire.bufferedAmount > 0 ? socket.stalledSeconds + 1 : 0;
  return socket.stalledSeconds >= LONGEST_STALL_SECONDS;
}

function ping(socket: Socket): void {
  if (socket.awaitsPong) socket.wire.terminate();
  else socket.wire.ping();
  socket.awaitsPong = true;
}

function keysOf({ visitor }: Socket): readonly number[] {
  const caller = visitor?.caller;
  if (caller?.kind === 'key') return [caller.keyId];
  return caller && caller.kind !== 'operator' && caller.appKeyId !== null ? [caller.appKeyId] : [];
}
