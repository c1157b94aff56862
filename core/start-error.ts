/** Why Kinograph cannot start, and what to do about it, in a sentence or two: printed as it is, without a stack trace. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}
