/** What of a fault may stand in the log: a driver's error also carries the parameters of its statement, which may be secret. */
export function faultOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  return { name: error.name, message: error.message, stack: error.stack, ...('code' in error ? { code: error.code } : {}) };
}

/** Under whichever of these names an error is logged, only that much of it is written. */
export const LOG_SERIALIZERS = { err: faultOf, error: faultOf } as const;
