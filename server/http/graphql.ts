import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Kind, OperationTypeNode } from 'graphql';
import { AppError, badInput, ErrorCode } from '../../core/errors';
import { sessionCookie } from '../auth/cookie';
import { credentialsIn } from '../auth/credentials';
import { type Context, createContext, type House } from '../context';
import type { Operation, Prepared, Refused, Runner } from '../graphql/run';
import type { Metrics } from '../metrics';
import type { Door, Visitor } from '../visitor';

interface GraphqlRoute {
  readonly runner: Runner;
  readonly door: Door;
  readonly house: House;
  readonly metrics: Metrics;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

/** `/graphql` by POST and, for queries, GET; follows the GraphQL-over-HTTP specification, without batches. */
export function routeGraphql(app: FastifyInstance, route: GraphqlRoute): void {
  app.post('/graphql', (request, reply) => answer(route, request, reply));
  app.get('/graphql', (request, reply) => answer(route, request, reply));
}

async function answer({ runner, door, house, metrics }: GraphqlRoute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const began = performance.now();
  const type = answerType(request.headers.accept);
  const visitor = await visitorOf(request, reply, { door, house });
  const operation = request.method === 'GET' ? operationOfUrl(request.query) : operationOfBody(request.body);
  const prepared = runner.prepare(operation);
  if ('errors' in prepared) return refuse(prepared, { reply, type, metrics });
  const kind = prepared.operation.operation;
  if (request.method === 'GET' && kind !== OperationTypeNode.QUERY) return refuseMethod(reply);
  const result = await runner.run(prepared, operation, contextOf(house, visitor, reply));
  const ms = performance.now() - began;
  metrics.graphqlSeconds.observe({ kind, outcome: result.errors ? 'errors' : 'ok' }, ms / 1000);
  if (asksForLists(prepared)) metrics.tallies.answered('recommendations', ms);
  const status = type === RESPONSE_TYPE && result.data === undefined ? 400 : 200;
  const wait = result.errors?.map(({ extensions }) => Number(extensions?.retryAfterSeconds ?? 0));
  if (wait?.some((seconds) => seconds > 0)) reply.header('retry-after', Math.max(...wait));
  return reply.code(status).type(type).send(JSON.stringify(result));
}

function asksForLists({ operation: { selectionSet } }: Prepared): boolean {
  return selectionSet.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === 'recommendations');
}

/** Lets the request in. A console whose session is over is told to drop its cookie, which would be in the way of signing in again. */
async function visitorOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { door, house }: Pick<GraphqlRoute, 'door' | 'house'>,
): Promise<Visitor> {
  const credentials = credentialsIn(request);
  try {
    return await door(credentials, request.ip);
  } catch (error) {
    const isOver = error instanceof AppError && error.code === ErrorCode.UNAUTHENTICATED;
    if (isOver && credentials.session !== null && credentials.authorization === null)
      reply.header('set-cookie', sessionCookie('', { expiresAt: new Date(0), secure: house.config.production }));
    throw error;
  }
}

function contextOf(house: House, visitor: Visitor, reply: FastifyReply): Context {
  return createContext(house, visitor, { setCookie: (cookie) => void reply.header('set-cookie', cookie) });
}

type Refusing = { readonly reply: FastifyReply; readonly type: string; readonly metrics: Metrics };

/** A document that is not run: 400 for clients that know the specification's media type, 200 for the older ones. */
function refuse({ errors }: Refused, { reply, type, metrics }: Refusing): FastifyReply {
  metrics.graphqlSeconds.observe({ kind: 'refused', outcome: 'errors' }, 0);
  return reply
    .code(type === RESPONSE_TYPE ? 400 : 200)
    .type(type)
    .send(JSON.stringify({ errors }));
}

function refuseMethod(reply: FastifyReply): FastifyReply {
  const errors = [{ message: 'GET answers queries only: send this by POST.', extensions: { code: ErrorCode.BAD_DOCUMENT } }];
  return reply.code(405).header('allow', 'POST').type(JSON_TYPE).send(JSON.stringify({ errors }));
}

/** The media type that the client asks for first. Throws BAD_INPUT when it accepts none of ours. */
function answerType(accept: string | undefined): string {
  if (accept === undefined || accept === '*/*') return JSON_TYPE;
  for (const part of accept.split(',')) {
    const type = part.split(';')[0]?.trim().toLowerCase();
    if (type === 'application/graphql-response+json') return RESPONSE_TYPE;
    if (type === 'application/json' || type === '*/*' || type === 'application/*') return JSON_TYPE;
  }
  throw badInput('accept', 'The Accept header names no media type of ours.', 'application/graphql-response+json or application/json');
}

function operationOfUrl(query: unknown): Operation {
  const { variables, ...rest } = isObject(query) ? query : {};
  return operationOfBody({ ...rest, ...(variables !== undefined && { variables: parsed(variables) }) });
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw badInput('variables', 'The variables are no JSON.', 'a JSON object');
  }
}

function operationOfBody(body: unknown): Operation {
  if (Array.isArray(body)) throw new AppError(ErrorCode.BAD_INPUT, 'Batches are not answered: send one operation a request.');
  if (!isObject(body)) throw badInput('body', 'The body is no GraphQL request.', 'a JSON object with a query');
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '') throw badInput('query', 'There is no query.', 'the text of a GraphQL document');
  if (!isAbsent(operationName) && typeof operationName !== 'string') throw badInput('operationName', 'This is no name.', 'a string');
  if (!isAbsent(variables) && !isObject(variables)) throw badInput('variables', 'The variables are no object.', 'a JSON object');
  if (!isAbsent(extensions) && !isObject(extensions)) throw badInput('extensions', 'The extensions are no object.', 'a JSON object');
  return { query, operationName: operationName || null, variables: isObject(variables) ? variables : {} };
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
