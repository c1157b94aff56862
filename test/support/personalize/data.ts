import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientOptions } from '../../../engine/personalize/clients';

type Json = Readonly<Record<string, unknown>>;

/** One call that arrived: `path` is /recommendations, /personalize-ranking, /events, /items or /users. */
export interface DataCall {
  readonly path: string;
  readonly body: Json;
}

/** What a call is answered with: a body, a documented error by its name, or nothing at all. */
export type DataAnswer = Json | { readonly error: string; readonly status: number } | 'silence';

/** The data plane of Amazon Personalize as far as its wire goes: what it answers is said by the test. */
export interface DataServer {
  /** For the clients of the SDK. */
  readonly options: ClientOptions;
  /** Everything that arrived, in its order. */
  readonly calls: DataCall[];
  /** Says what calls are answered with from now on. */
  answerWith(answer: (call: DataCall) => DataAnswer): void;
  stop(): Promise<void>;
}

/** Starts one on a free port; until told otherwise it answers every call with an empty object. */
export async function startDataServer(): Promise<DataServer> {
  let answer: (call: DataCall) => DataAnswer = () => ({});
  const calls: DataCall[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const call = { path: request.url ?? '', body: JSON.parse(Buffer.concat(pieces).toString()) as Json };
      calls.push(call);
      const told = answer(call);
      if (told === 'silence') return;
      const isError = typeof told.error === 'string';
      response.writeHead(isError ? (told.status as number) : 200, {
        'content-type': 'application/json',
        'x-amzn-requestid': String(calls.length),
        ...(isError && { 'x-amzn-errortype': String(told.error) }),
      });
      response.end(JSON.stringify(isError ? { __type: told.error, message: 'As the test wants it.' } : told));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    options: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'AKIDOFATEST', secretAccessKey: 'the secret of a test' },
    },
    calls,
    answerWith(next) {
      answer = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
