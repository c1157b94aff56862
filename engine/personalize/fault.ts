/** What a failed call to Personalize means for whoever called. */
export enum FaultKind {
  /** The call itself is wrong: the same call will never do. */
  INVALID = 'INVALID',
  /** Too many calls: wait and ask again. */
  THROTTLED = 'THROTTLED',
  /** What was named is not there (any more), or is being changed. */
  MISSING = 'MISSING',
  /** Our keys are not accepted; a person has to do something. */
  REFUSED = 'REFUSED',
  /** No answer in time, no connection, or a fault over there. */
  AWAY = 'AWAY',
}

const KINDS: Readonly<Record<string, FaultKind>> = {
  InvalidInputException: FaultKind.INVALID,
  ValidationException: FaultKind.INVALID,
  ThrottlingException: FaultKind.THROTTLED,
  TooManyRequestsException: FaultKind.THROTTLED,
  LimitExceededException: FaultKind.THROTTLED,
  ResourceNotFoundException: FaultKind.MISSING,
  ResourceInUseException: FaultKind.MISSING,
  AccessDeniedException: FaultKind.REFUSED,
  UnrecognizedClientException: FaultKind.REFUSED,
  InvalidSignatureException: FaultKind.REFUSED,
  MissingAuthenticationTokenException: FaultKind.REFUSED,
  ExpiredTokenException: FaultKind.REFUSED,
  CredentialsProviderError: FaultKind.REFUSED,
};

/** The kind of whatever a call threw, by the documented name of the error. */
export function faultKind(error: unknown): FaultKind {
  return KINDS[(error as { readonly name?: string } | null)?.name ?? ''] ?? FaultKind.AWAY;
}

const LONGEST = 300;

/** A fault in one line for a person: its name and what the service said. Our keys are in neither. */
export function faultText(error: unknown): string {
  const { name = 'Error', message = '' } = (error ?? {}) as { readonly name?: string; readonly message?: string };
  return `${name}: ${message.replaceAll(/\s+/g, ' ')}`.slice(0, LONGEST);
}
