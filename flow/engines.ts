import type { Logger } from 'pino';
import { answered, asking, type Circuit, type CircuitRules, CLOSED, failed, unasked } from '../core/circuit';
import { AppError } from '../core/errors';
import type { Notice } from '../core/notice';
import { EngineName, type Reason, ReasonCode } from '../core/recommendation';
import { type Engine, type EngineList, type Operations, operation, type Ranked } from '../engine/engine';

/** What an engine was asked, and which one answered. */
export interface Answered<Answer> {
  readonly engine: EngineName;
  readonly answer: Answer;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** An engine as an operator chooses among them. */
export interface EngineState {
  readonly name: EngineName;
  /** Whether it can serve lists. */
  readonly ready: boolean;
  /** Whether it is left alone for a while, because it failed. */
  readonly resting: boolean;
}

/** Lists from whichever engine is wanted; where it is not ready, fails or takes too long, from the local one, said with FALLBACK. */
export interface Engines {
  recommend(wanted: EngineName, request: Parameters<Operations['recommend']>[0]): Promise<Answered<EngineList>>;
  rerank(wanted: EngineName, request: Parameters<Operations['rerank']>[0]): Promise<Answered<EngineList>>;
  similar(wanted: EngineName, request: Parameters<Operations['similar']>[0]): Promise<Answered<readonly Ranked[]>>;
  /** A list of an engine and of no other; null where it has none in time. Counts as every other question to it. */
  only(engine: EngineName, request: Parameters<Operations['recommend']>[0]): Promise<EngineList | null>;
  states(): Promise<readonly EngineState[]>;
}

/** An engine on another machine, with what keeps it current. */
export interface RemoteEngine {
  readonly engine: Engine;
  start(): Promise<void>;
  onNotice(notice: Notice): void;
  /** After notices may have been lost. */
  onReconnect(): void;
  stop(): Promise<void>;
}

/** So long a list waits for an engine on another machine. */
export const ANSWER_MS = 300;
export const CIRCUIT: CircuitRules = { failures: 5, windowMs: 10_000, restMs: 15_000 };

interface Parts {
  readonly local: Engine;
  /** Engines on other machines, each asked with a limit of time. */
  readonly remotes: readonly Engine[];
  readonly log: Logger;
  readonly clock: () => Date;
  readonly answerMs?: number;
}

type Asked = 'recommend' | 'rerank' | 'similar';
type Request<Name extends Asked> = Parameters<Operations[Name]>[0];
type Answer<Name extends Asked> = Awaited<ReturnType<Operations[Name]>>;

/** Makes the engines of one process: a circuit breaker for each remote one. */
export function createEngines({ local, remotes, log, clock, answerMs = ANSWER_MS }: Parts): Engines {
  const circuits = new Map<EngineName, Circuit>(remotes.map(({ name }) => [name, CLOSED]));
  const remoteOf = new Map(remotes.map((engine) => [engine.name, engine]));
  const circuitOf = (name: EngineName): Circuit => circuits.get(name) ?? CLOSED;

  function note(name: EngineName, next: Circuit, error?: unknown): void {
    const before = circuitOf(name).state;
    circuits.set(name, next);
    if (next.state === 'OPEN' && before !== 'OPEN')
      log.warn({ engine: name, err: error }, 'An engine failed too often and is left alone for a while.');
    if (next.state === 'CLOSED' && before === 'HALF_OPEN') log.info({ engine: name }, 'An engine answers again.');
  }

  /** Null where it is left alone, cannot be asked this, fails or takes too long. */
  async function remote<Name extends Asked>(engine: Engine, name: Name, request: Request<Name>): Promise<Answer<Name> | null> {
    const { circuit, mayAsk } = asking(circuitOf(engine.name), clock().getTime(), CIRCUIT);
    if (!mayAsk) return null;
    note(engine.name, circuit);
    try {
      const signal = AbortSignal.timeout(answerMs);
      const ask = operation(engine, name) as (request: Request<Name>) => Promise<Answer<Name>>;
      const answer = await inTime(ask({ ...request, signal }), signal);
      note(engine.name, answered(circuitOf(engine.name)));
      return answer;
    } catch (error) {
      // What it cannot be asked says nothing of how it is.
      if (error instanceof AppError) note(engine.name, unasked(circuitOf(engine.name), clock().getTime()));
      else note(engine.name, failed(circuitOf(engine.name), clock().getTime(), CIRCUIT), error);
      return null;
    }
  }

  async function ask<Name extends Asked>(wanted: EngineName, name: Name, request: Request<Name>) {
    const began = performance.now();
    const engine = remoteOf.get(wanted);
    const answer = engine && (await remote(engine, name, request));
    if (engine && answer) return { engine: engine.name, answer, ms: performance.now() - began, fellBack: false };
    const own = operation(local, name) as (request: Request<Name>) => Promise<Answer<Name>>;
    const list = await own(request);
    return { engine: local.name, answer: list, ms: performance.now() - began, fellBack: wanted === EngineName.PERSONALIZE };
  }

  return {
    async recommend(wanted, request) {
      const { answer, fellBack, ...rest } = await ask(wanted, 'recommend', request);
      return { ...rest, answer: fellBack ? withFallback(answer) : answer };
    },
    async rerank(wanted, request) {
      const { answer, fellBack, ...rest } = await ask(wanted, 'rerank', request);
      return { ...rest, answer: fellBack ? withFallback(answer) : answer };
    },
    similar: (wanted, request) => ask(wanted, 'similar', request),
    async only(name, request) {
      const engine = remoteOf.get(name);
      return engine ? remote(engine, 'recommend', request) : operation(local, 'recommend')(request);
    },
    async states() {
      const ready = async (engine: Engine): Promise<boolean> => (await engine.operations.status?.())?.ready ?? false;
      return [
        // The local engine answers also without a model.
        { name: local.name, ready: true, resting: false },
        ...(await Promise.all(
          remotes.map(async (engine) => ({
            name: engine.name,
            ready: await ready(engine),
            resting: circuitOf(engine.name).state !== 'CLOSED',
          })),
        )),
      ];
    },
  };
}

/** Also where whoever works on it does not heed the signal. */
function inTime<Answer>(work: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(signal.reason);
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}

const FALLBACK: Reason = { code: ReasonCode.FALLBACK, titleId: null, genre: null, contribution: null };

/** A list that stands in for one of another engine. */
function withFallback(list: EngineList): EngineList {
  return {
    ...list,
    explain(titleId) {
      const reasons = list.explain(titleId);
      return reasons.some(({ code }) => code === ReasonCode.FALLBACK) ? reasons : [...reasons, FALLBACK];
    },
  };
}
