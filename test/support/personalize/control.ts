import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ResourceKind } from '../../../core/personalize/sync';
import { createControlState, type Refusal, Refusal as Refused, type StateOptions, type StoodIn } from './control-state';

type Json = Record<string, unknown>;

/** What the next call of an operation meets: an error by its documented name, an answer that is lost after the work was done, or a resource that fails. */
export type Trouble =
  | { readonly error: string; readonly message?: string; readonly status?: number }
  | 'lost'
  | { readonly createFailed: string };

/** The control plane of Amazon Personalize over real HTTP (awsJson1_1), with a clock of the test's. */
export interface ControlServer {
  readonly url: string;
  readonly options: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { accessKeyId: string; secretAccessKey: string };
  };
  readonly resources: readonly StoodIn[];
  /** Every operation that arrived, in its order. */
  readonly calls: readonly string[];
  count(operation: string): number;
  /** The next call of this operation meets this. */
  meet(operation: string, trouble: Trouble): void;
  /** Makes something as another would. */
  make(kind: ResourceKind, fields: Json): StoodIn;
  statusOf(arn: string): string;
  stop(): Promise<void>;
}

interface Options extends StateOptions {
  /** Where calls of the data plane go, under the same path: `http://host:port`; without it they are answered with 404. */
  readonly dataUrl?: string;
}

/** Starts one on a free port. */
export async function startControlServer({ dataUrl, ...options }: Options): Promise<ControlServer> {
  const { resources, make, statusOf, perform } = createControlState(options);
  const calls: string[] = [];
  const troubles = new Map<string, Trouble[]>();

  function answer(operation: string, input: Json, response: ServerResponse): void {
    const trouble = troubles.get(operation)?.shift();
    try {
      if (trouble && typeof trouble === 'object' && 'error' in trouble)
        throw new Refused(trouble.error, trouble.message ?? 'As the test wants it.', trouble.status);
      const body = perform(operation, input);
      const made = resources.at(-1);
      if (made && trouble && typeof trouble === 'object' && 'createFailed' in trouble) made.failure = trouble.createFailed;
      if (trouble === 'lost') return void response.destroy();
      send(response, 200, body);
    } catch (error) {
      const { name, message, status } = error as Refusal;
      send(response, status ?? 500, { __type: name, message });
    }
  }

  // Under the same path and Host, because both are signed.
  function forward({ url = '', headers }: IncomingMessage, body: Buffer, response: ServerResponse): void {
    if (dataUrl === undefined) {
      send(response, 404, { __type: 'ResourceNotFoundException', message: 'Nothing answers here.' });
      return;
    }
    const { port, hostname } = new URL(dataUrl);
    const passed = request({ port, hostname, path: url, method: 'POST', headers }, (told) => {
      response.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(response);
    });
    passed.on('error', () => response.destroy());
    passed.end(body);
  }

  const server = createServer((asked, response) => {
    const pieces: Buffer[] = [];
    asked.on('data', (piece: Buffer) => pieces.push(piece));
    asked.on('end', () => {
      const body = Buffer.concat(pieces);
      const target = String(asked.headers['x-amz-target'] ?? '');
      if (target === '') return forward(asked, body, response);
      const operation = target.replace('AmazonPersonalize.', '');
      calls.push(operation);
      answer(operation, JSON.parse(body.toString() || '{}') as Json, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, resources, calls, make },
    options: { endpoint: url, region: 'eu-central-1', credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'a secret of a test' } },
    count: (operation) => calls.filter((each) => each === operation).length,
    meet(operation, trouble) {
      troubles.set(operation, [...(troubles.get(operation) ?? []), trouble]);
    },
    statusOf: (arn) => statusOf(resources.find((each) => each.arn === arn) as StoodIn),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomBytes(8).toString('hex') });
  response.end(JSON.stringify(body));
}
