import type { BlendVote } from '../generated/documents';

/** What somebody says of a title; null: nothing any more. */
export type Vote = BlendVote | null;

/** Votes that are on their way, by title. They count on this page at once. */
export type Waiting = ReadonlyMap<string, Vote>;

/** What came of sending a vote. failed: nobody answered, so that it is sent again. */
export type Outcome = 'kept' | 'refused' | 'failed';

interface BallotBoxOptions {
  send(titleId: string, vote: Vote): Promise<Outcome>;
  /** Keeps texts for another visit. */
  readonly kept: { read(): string | null | undefined; write(text: string | null): void };
  /** Told of every change of `waiting`. */
  onChange(): void;
  onOutcome(outcome: Outcome): void;
}

/** Votes are put in, and come out when they have arrived and been seen. */
export interface BallotBox {
  waiting(): Waiting;
  /** Whether any is not known to have arrived. */
  hasUnsent(): boolean;
  put(titleId: string, vote: Vote): void;
  /** The blend came anew: what had arrived by then is in it. */
  seen(): void;
  /** Tries again what could not be sent. */
  wake(): void;
  close(): void;
}

interface Ballot {
  readonly vote: Vote;
  readonly hasArrived: boolean;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Sends votes one after the other, the newest of each title, until each was answered: neither an error nor a closed page loses one. */
export function createBallotBox({ send, kept, onChange, onOutcome }: BallotBoxOptions): BallotBox {
  let ballots: ReadonlyMap<string, Ballot> = read(kept.read());
  let waiting: Waiting = votesIn(ballots);
  let isSending = false;
  let isClosed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(next: ReadonlyMap<string, Ballot>): void {
    ballots = next;
    waiting = votesIn(next);
    const unsent = [...next].filter(([, { hasArrived }]) => !hasArrived).map(([titleId, { vote }]) => [titleId, vote]);
    kept.write(unsent.length === 0 ? null : JSON.stringify(unsent));
    onChange();
  }

  function settle(titleId: string, sent: Ballot, outcome: Outcome): void {
    // Somebody may have thought again meanwhile: then the newer one is still to be sent.
    if (ballots.get(titleId) !== sent || outcome === 'failed') return;
    const next = new Map(ballots);
    if (outcome === 'refused') next.delete(titleId);
    else next.set(titleId, { ...sent, hasArrived: true });
    set(next);
  }

  async function drain(): Promise<void> {
    clearTimeout(timer);
    if (isSending) return;
    isSending = true;
    for (let next = unsentIn(ballots); next !== undefined && !isClosed; next = unsentIn(ballots)) {
      const [titleId, ballot] = next;
      const outcome = await send(titleId, ballot.vote);
      settle(titleId, ballot, outcome);
      failures = outcome === 'failed' ? failures + 1 : 0;
      onOutcome(outcome);
      if (outcome !== 'failed') continue;
      if (!isClosed) timer = setTimeout(() => void drain(), Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)));
      break;
    }
    isSending = false;
  }

  void drain();
  return {
    waiting: () => waiting,
    hasUnsent: () => unsentIn(ballots) !== undefined,
    put(titleId, vote) {
      const next = new Map(ballots);
      next.delete(titleId);
      set(next.set(titleId, { vote, hasArrived: false }));
      void drain();
    },
    seen() {
      const next = new Map([...ballots].filter(([, { hasArrived }]) => !hasArrived));
      if (next.size !== ballots.size) set(next);
    },
    wake: () => void drain(),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

const votesIn = (ballots: ReadonlyMap<string, Ballot>): Waiting => new Map([...ballots].map(([titleId, { vote }]) => [titleId, vote]));

const unsentIn = (ballots: ReadonlyMap<string, Ballot>) => [...ballots].find(([, { hasArrived }]) => !hasArrived);

const VOTES: ReadonlySet<unknown> = new Set<Vote>(['UP', 'DOWN', 'VETO', null]);

function read(text: string | null | undefined): ReadonlyMap<string, Ballot> {
  try {
    const known: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(known)) return new Map();
    const pairs = known.filter((each): each is [string, Vote] => typeof each?.[0] === 'string' && VOTES.has(each[1]));
    return new Map(pairs.map(([titleId, vote]) => [titleId, { vote, hasArrived: false }]));
  } catch {
    return new Map();
  }
}
