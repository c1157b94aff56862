/** The failures that the AWS SDKs know by name, with the HTTP status that each travels with in the services that speak REST. */
export const AWS_STATUS = {
  InvalidInputException: 400,
  ResourceNotFoundException: 404,
  ResourceInUseException: 409,
  /** Retried by the SDKs, later and later. */
  ThrottlingException: 400,
  AccessDeniedException: 400,
  UnknownOperationException: 404,
  IncompleteSignatureException: 400,
  MissingAuthenticationTokenException: 403,
  UnrecognizedClientException: 403,
  /** The SDKs look at the `Date` of this answer, set their clock by it and try again. */
  InvalidSignatureException: 403,
  ServiceUnavailable: 503,
  InternalFailure: 500,
} as const;

export type AwsErrorName = keyof typeof AWS_STATUS;

/** An expected failure on its way to an application that speaks with an AWS SDK. */
export class AwsError extends Error {
  constructor(
    readonly code: AwsErrorName,
    message: string,
  ) {
    super(message);
    this.name = 'AwsError';
  }
}

/** InvalidInputException for one member of a request: what came is described, never repeated whole. */
export function invalidInput(member: string, message: string, expected: string): AwsError {
  return new AwsError('InvalidInputException', `${member}: ${message} Expected ${expected}.`);
}
