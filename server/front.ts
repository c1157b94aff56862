import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { addressHasher } from './auth/address';
import type { Gate } from './auth/gate';
import { createThrottle } from './auth/throttle';
import { routeAws } from './aws/route';
import type { House } from './context';
import { createRunner } from './graphql/run';
import { routeDownloads } from './http/downloads';
import { routeEvents } from './http/events';
import { routeGo } from './http/go';
import { routeGraphql } from './http/graphql';
import { type Part, routeHealth } from './http/health';
import { openHttp } from './http/open';
import { routePages } from './http/pages';
import { routePosters } from './http/posters';
import { routeShopActions } from './http/shop-actions';
import { routeUploads } from './http/uploads';
import { createProtocol } from './live/protocol';
import { openSockets, type Sockets } from './live/sockets';
import type { Metrics } from './metrics';
import { portError } from './port';
import { createDoor, type Visitor } from './visitor';

/** What stands towards the world: HTTP and WebSocket over one schema. */
export interface Front {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly sockets: Sockets;
  stop(): Promise<void>;
}

interface FrontOptions {
  readonly house: House;
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly metrics: Metrics;
  readonly addressSecret: string;
  readonly parts: Readonly<Record<string, Part>>;
}

/** Listens on the configured host and port. Throws StartError when the port cannot be had. */
export async function openFront({ house, schema, gate, metrics, addressSecret, parts }: FrontOptions): Promise<Front> {
  const { config, log, clock } = house;
  const { trustProxy, introspection } = config;
  const throttle = createThrottle(config.requestsPerMinute, 60);
  const addressOf = addressHasher(addressSecret);
  const door = createDoor({ gate, throttle, addressOf });
  const runner = createRunner(schema, { introspection, log });
  const app = await openHttp({ gate, log, metrics, trustProxy });
  routeGraphql(app, { runner, door, house, metrics });
  routeEvents(app, { door, house });
  routePosters(app, house.database.db);
  routeUploads(app, { door, house });
  routeDownloads(app, house);
  routeGo(app, { door, house });
  routeShopActions(app, { door, house });
  routeAws(app, { house, gate, throttle, addressOf });
  routeHealth(app, { parts, metrics, door, openToLoopback: !config.production });
  routePages(app, { graphiql: config.graphiql });

  const throttleOf = ({ caller, address }: Visitor) => throttle(caller.kind === 'key' ? `key:${caller.keyId}` : address);
  const protocol = createProtocol({ runner, door, house, throttleOf });
  const sockets = openSockets(app.server, { protocol, gate, clock, log, trustProxy });
  metrics.watch('kinograph_sockets', 'Open sockets.', () => sockets.count);
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await sockets.stop();
    await app.close();
    throw portError(error as NodeJS.ErrnoException, config);
  }
  return {
    url: urlOf(app.server.address(), config.host),
    sockets,
    async stop() {
      await sockets.stop();
      await app.close();
    },
  };
}

function urlOf(address: string | AddressInfo | null, host: string): string {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
