import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AWS_STATUS, AwsError, type AwsErrorName } from '../../core/aws/error';
import { type AppError, ErrorCode } from '../../core/errors';
import { RateLimitedError } from '../auth/throttle';
import { expectedOf } from '../expected';
import { masked } from '../graphql/errors';

/** Our failures by the names that the SDKs know. */
const NAMES: Readonly<Record<ErrorCode, AwsErrorName>> = {
  [ErrorCode.BAD_INPUT]: 'InvalidInputException',
  [ErrorCode.NOT_FOUND]: 'ResourceNotFoundException',
  [ErrorCode.CONFLICT]: 'ResourceInUseException',
  [ErrorCode.UNAUTHENTICATED]: 'UnrecognizedClientException',
  [ErrorCode.FORBIDDEN]: 'AccessDeniedException',
  [ErrorCode.RATE_LIMITED]: 'ThrottlingException',
  [ErrorCode.TOO_LARGE]: 'InvalidInputException',
  [ErrorCode.UNAVAILABLE]: 'ServiceUnavailable',
  [ErrorCode.BAD_DOCUMENT]: 'InvalidInputException',
  [ErrorCode.INTERNAL]: 'InternalFailure',
};

/** Answers a failure as the SDKs read one: its name in a header and beside the message in the body. Anything unexpected is masked. */
export function sendAwsFailure(request: FastifyRequest, reply: FastifyReply, error: unknown, log: Logger): FastifyReply {
  if (error instanceof RateLimitedError) reply.header('retry-after', error.retryAfterSeconds);
  const { code, message } = failureOf(error, log.child({ requestId: request.id }));
  return reply
    .code(AWS_STATUS[code])
    .headers({ 'x-amzn-errortype': code, 'x-amzn-requestid': request.id })
    .type('application/json')
    .send(JSON.stringify({ __type: code, message }));
}

function failureOf(error: unknown, log: Logger): { readonly code: AwsErrorName; readonly message: string } {
  if (error instanceof AwsError) return error;
  const told = expectedOf(error);
  if (told) return { code: NAMES[told.code], message: messageOf(told) };
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (error instanceof Error && status >= 400 && status < 500) return { code: 'InvalidInputException', message: error.message };
  return { code: 'InternalFailure', message: masked(error, log).message };
}

function messageOf({ message, expected }: AppError): string {
  return expected === null ? message : `${message} Expected ${expected}.`;
}
