import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError, ErrorCode } from '../../core/errors';

/** Too many requests: `retryAfterSeconds` goes into the Retry-After header. */
export class RateLimitedError extends AppError {
  constructor(readonly retryAfterSeconds: number) {
    super(ErrorCode.RATE_LIMITED, `Too many requests; try again in ${retryAfterSeconds} s.`, { expected: 'fewer requests a minute' });
    this.name = 'RateLimitedError';
  }
}

/** Counts one more of `who` and throws RateLimitedError when that is one too many. */
export type Throttle = (who: string) => Promise<void>;

/** At most `points` of each in `seconds`, counted in this process. */
export function createThrottle(points: number, seconds: number): Throttle {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (who) => {
    try {
      await limiter.consume(who);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new RateLimitedError(Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };
}
