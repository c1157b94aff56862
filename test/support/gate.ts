import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to a server that can be closed and opened again. */
export interface Gate {
  readonly url: string;
  isOpen: boolean;
  stop(): Promise<void>;
}

/** A proxy before `target`: while it is closed, whoever comes is answered 503. */
export async function aGate(target: string): Promise<Gate> {
  const server = createServer((incoming, response) => {
    if (!gate.isOpen) {
      response.writeHead(503).end();
      return;
    }
    const { method = 'GET', headers, url = '/' } = incoming;
    const passed = request(`${target}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gate: Gate = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isOpen: true,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return gate;
}
