import { type ExecutionArgs, execute, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Context as Connection, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import { AppError, ErrorCode } from '../../core/errors';
import { createContext, type House } from '../context';
import { formatFailure } from '../graphql/errors';
import type { Operation, Runner } from '../graphql/run';
import { subscribe } from '../graphql/subscribe';
import type { Door, Visitor } from '../visitor';
import { admit } from './admit';
import type { Socket } from './socket';

/** Operations of one socket at a time, subscriptions nearly always. */
const MOST_OPERATIONS = 20;
const INIT_MS = 5_000;

interface ProtocolOptions {
  readonly runner: Runner;
  readonly door: Door;
  readonly house: House;
  readonly throttleOf: (visitor: Visitor) => Promise<void>;
}

/** `graphql-transport-ws` over the same runner as HTTP. */
export function createProtocol({ runner, door, house, throttleOf }: ProtocolOptions): Server<Socket> {
  const contextOf = ({ extra }: { extra: Socket }) => createContext(house, visitorOf(extra), null);

  async function prepare(
    { extra: socket }: Connection<undefined | Record<string, unknown>, Socket>,
    id: string,
    payload: SubscribePayload,
  ) {
    // Taken before anything is awaited, so that a burst cannot slip past the bound.
    if (socket.operations.size >= MOST_OPERATIONS) return [tooMany()];
    socket.operations.set(id, 0);
    try {
      await throttleOf(visitorOf(socket));
    } catch (error) {
      socket.operations.delete(id);
      return [asError(formatFailure(error, house.log))];
    }
    const operation = operationOf(payload);
    const prepared = runner.prepare(operation);
    if ('errors' in prepared) {
      socket.operations.delete(id);
      return prepared.errors.map(asError);
    }
    socket.operations.set(id, prepared.cost);
    const args: ExecutionArgs = {
      schema: runner.schema,
      document: prepared.document,
      operationName: operation.operationName,
      variableValues: operation.variables,
      contextValue: contextOf({ extra: socket }),
    };
    return args;
  }

  return makeServer<Record<string, unknown> | undefined, Socket>({
    connectionInitWaitTimeout: INIT_MS,
    onConnect: ({ connectionParams, extra }) => admit(extra, connectionParams, door),
    onSubscribe: prepare,
    execute: (args) => execute({ ...args, hideSuggestions: !house.config.introspection }),
    subscribe(args) {
      const visitor = args.contextValue as Visitor;
      return subscribe(args, { callerText: textOf(visitor), contextOfEvent: () => createContext(house, visitor, null) });
    },
    onNext: ({ extra }, id, _payload, _args, result) => runner.answer(result, extra.operations.get(id) ?? 0),
    onError: ({ extra }, id, _payload, errors) => {
      extra.operations.delete(id);
      // What fails while a subscription waits comes here raw; what `prepare` refused is formatted already.
      return errors.map((error) => (error.originalError ? formatFailure(error.originalError, house.log) : error.toJSON()));
    },
    onComplete: ({ extra }, id) => void extra.operations.delete(id),
    onClose: ({ extra }) => extra.operations.clear(),
  });
}

function operationOf({ query, operationName, variables }: SubscribePayload): Operation {
  return { query, operationName: operationName ?? null, variables: variables ?? {} };
}

function visitorOf({ visitor }: Socket): Visitor {
  if (visitor) return visitor;
  throw new Error('A socket subscribed before it was admitted.');
}

/** The caller without what tells two tabs of one person apart: when a token ends, and from which address it comes. */
function textOf({ caller }: Visitor): string {
  return JSON.stringify({ ...caller, expiresAt: null });
}

function tooMany(): GraphQLError {
  const message = `This socket has ${MOST_OPERATIONS} operations open already; complete one first.`;
  return asError({ message, extensions: { code: new AppError(ErrorCode.RATE_LIMITED, message).code } });
}

function asError({ message, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { extensions });
}
