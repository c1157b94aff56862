import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { apollo } from '../api/apollo';
import { type LiveBlendFragment, VoteInBlendDocument } from '../generated/documents';
import { keepText, keptText } from '../parts/kept';
import { type BallotBox, createBallotBox, type Outcome, type Vote } from './ballot-box';
import { withVotes } from './counted';

/** A blend with one's own votes in it, whether they have arrived or not. */
export interface Voting {
  readonly blend: LiveBlendFragment;
  readonly hasUnsent: boolean;
  /** Whether the last one was refused. */
  readonly isRefused: boolean;
  vote(titleId: string, vote: Vote): void;
}

/** Lets `youId` vote in a blend. `changed` is told of each vote that arrived. */
export function useVotes(blend: LiveBlendFragment, youId: string | null, changed: () => void): Voting {
  const [isRefused, setRefused] = useState(false);
  const told = useRef(changed);
  told.current = changed;
  const { id } = blend;
  const box = useMemo(() => openBox({ id, youId, told: () => told.current(), setRefused }), [id, youId]);
  const waiting = useSyncExternalStore(box.listen, box.waiting);
  useEffect(() => box.open(), [box]);
  useEffect(() => {
    if (blend) box.seen();
  }, [box, blend]);
  return {
    blend: useMemo(() => withVotes(blend, youId, waiting), [blend, youId, waiting]),
    hasUnsent: box.hasUnsent(),
    isRefused,
    vote: box.put,
  };
}

interface BoxOptions {
  readonly id: string;
  readonly youId: string | null;
  told(): void;
  setRefused(isRefused: boolean): void;
}

/** A ballot box for components. What could not be sent waits in this browser under the person's name, so that nobody else sends it. */
function openBox({ id, youId, told, setRefused }: BoxOptions) {
  const key = `kinograph:votes:${youId}:${id}`;
  const listeners = new Set<() => void>();
  let box: BallotBox | null = null;
  const nothing: ReadonlyMap<string, Vote> = new Map();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    open() {
      const opened = createBallotBox({
        send: (titleId, vote) => send(id, titleId, vote),
        kept: { read: () => keptText(key), write: (text) => keepText(key, text) },
        onChange: tell,
        onOutcome(outcome) {
          setRefused(outcome === 'refused');
          if (outcome === 'kept') told();
        },
      });
      box = opened;
      tell();
      addEventListener('online', opened.wake);
      return () => {
        removeEventListener('online', opened.wake);
        opened.close();
      };
    },
    listen(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    waiting: () => box?.waiting() ?? nothing,
    hasUnsent: () => box?.hasUnsent() ?? false,
    seen: () => box?.seen(),
    put: (titleId: string, vote: Vote) => box?.put(titleId, vote),
  };
}

/** The answer brings no list: one that is on its way here may be older than what was pushed meanwhile. */
async function send(id: string, titleId: string, vote: Vote): Promise<Outcome> {
  try {
    const { data } = await apollo.mutate({ mutation: VoteInBlendDocument, variables: { id, titleId, vote } });
    return data?.voteInBlend.userErrors.length === 0 ? 'kept' : 'refused';
  } catch {
    return 'failed';
  }
}
