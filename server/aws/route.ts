import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AwsError } from '../../core/aws/error';
import { may } from '../../core/rights';
import type { Gate } from '../auth/gate';
import type { Throttle } from '../auth/throttle';
import type { House } from '../context';
import { type AwsDoor, createAwsDoor } from './door';
import { sendAwsFailure } from './failure';
import { OPERATIONS, type Operation, REFUSED } from './operations';
import { createSessions, type Sessions } from './sessions';

interface AwsRoute {
  readonly house: House;
  readonly gate: Gate;
  readonly throttle: Throttle;
  readonly addressOf: (ip: string) => string;
}

interface Parts {
  readonly door: AwsDoor;
  readonly sessions: Sessions;
}

/** The most that a PutItems of ten items with properties of 32,000 characters takes, each of four bytes and quoted. */
const MOST_BYTES = 2_621_440;
const NOTHING = new Uint8Array(0);

/**
 * `/aws`: the data plane of Amazon Personalize, for applications that change nothing but their endpoint, with a slash behind it or
 * without. Every answer, failures too, has the shape that the AWS SDKs read.
 */
export function routeAws(app: FastifyInstance, route: AwsRoute): void {
  const { house } = route;
  const parts = { door: createAwsDoor(route), sessions: createSessions(house) };
  app.register(async (scope) => {
    // A signature is of the bytes as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, bytes, done) => done(null, bytes));
    scope.setErrorHandler((error, request, reply) => sendAwsFailure(request, reply, error, house.log));
    for (const url of ['/aws', '/aws/*']) scope.all(url, { bodyLimit: MOST_BYTES }, (request, reply) => answer(parts, request, reply));
  });
}

async function answer({ door, sessions }: Parts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = request.body instanceof Uint8Array ? request.body : NOTHING;
  const signed = { method: request.method, url: request.raw.url ?? '', headers: request.headers, body };
  const call = await door.enter(signed, request.ip);
  const operation = operationOf(request);
  if (!may(call.caller, operation.right))
    throw new AwsError(
      'AccessDeniedException',
      `${operation.name} needs the right ${operation.right}, which the server key does not carry.`,
    );
  // One that failed may be sent again as it was.
  const done = operation.once ? door.once(signed) : null;
  const said = await operation.run(call, sessions, jsonOf(body));
  done?.();
  return reply.header('x-amzn-requestid', request.id).type('application/json').send(JSON.stringify(said));
}

/** Throws InvalidInputException for what Amazon Personalize does and we do not, UnknownOperationException for anything else. */
function operationOf({ method, headers, raw }: FastifyRequest): Operation {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const name = /^AmazonPersonalize\.(\w{1,80})$/.exec(target)?.[1] ?? 'This operation';
    throw new AwsError(
      'InvalidInputException',
      `${name} is not answered here: Kinograph answers ${ANSWERED} only. Models are made in its console.`,
    );
  }
  const path = (raw.url ?? '').split('?', 1)[0] ?? '';
  // The SDKs put two slashes where the endpoint ends with one.
  const [, name = '', ...more] = path.split('/').filter((part) => part !== '');
  const found = more.length === 0 && Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (found !== undefined && method === 'POST') return found;
  if (more.length === 0 && Object.hasOwn(REFUSED, name))
    throw new AwsError('InvalidInputException', `${REFUSED[name]} is not answered here: Kinograph recommends titles, not actions.`);
  throw new AwsError('UnknownOperationException', `There is no such operation: Kinograph answers ${ANSWERED}.`);
}

const ANSWERED = Object.values(OPERATIONS)
  .map(({ name }) => name)
  .join(', ');

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    throw new AwsError('InvalidInputException', 'The body is no JSON.');
  }
}
