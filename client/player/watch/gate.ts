/** What this browser knows of asking somebody to keep their list by an account. */
export interface GateMemory {
  /** Seconds of playing without an account in this browser, in real time. */
  readonly playedSeconds: number;
  /** Not before this time, in milliseconds since 1970; infinite: never. */
  readonly notBeforeMs: number;
}

/** Who sits here. */
interface Visitor {
  readonly isSignedIn: boolean;
  /** Whether there are accounts to be had. */
  readonly hasAccounts: boolean;
}

/** So long one watches before one is asked. */
export const ASK_AFTER_SECONDS = 60;
/** So long a "not now" is taken for an answer. */
export const REST_MS = 30 * 24 * 3_600_000;
export const UNASKED: GateMemory = { playedSeconds: 0, notBeforeMs: 0 };

/** Whether it is time to ask: an anonymous person who has watched a while and has not said no. */
export function asksNow(memory: GateMemory, { isSignedIn, hasAccounts }: Visitor, nowMs: number): boolean {
  if (isSignedIn || !hasAccounts) return false;
  return memory.playedSeconds >= ASK_AFTER_SECONDS && nowMs >= memory.notBeforeMs;
}

/** After "not now" the count begins anew, in 30 days. */
export const notNow = (nowMs: number): GateMemory => ({ playedSeconds: 0, notBeforeMs: nowMs + REST_MS });

/** After "don't ask again". */
export const never = (): GateMemory => ({ playedSeconds: 0, notBeforeMs: Number.POSITIVE_INFINITY });

/** So much more was played. */
export const played = (memory: GateMemory, seconds: number): GateMemory => ({ ...memory, playedSeconds: memory.playedSeconds + seconds });

/** What was kept as text; whatever cannot be read counts as never asked. */
export function readGate(text: string | null): GateMemory {
  try {
    const { playedSeconds, notBeforeMs } = JSON.parse(text ?? '{}');
    // JSON knows no infinity: null stands for never.
    return {
      playedSeconds: Number(playedSeconds) || 0,
      notBeforeMs: notBeforeMs === null ? Number.POSITIVE_INFINITY : Number(notBeforeMs) || 0,
    };
  } catch {
    return UNASKED;
  }
}

/** As it is kept. */
export const writeGate = (memory: GateMemory): string => JSON.stringify(memory);
