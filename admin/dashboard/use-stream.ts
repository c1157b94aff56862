import { useState } from 'react';
import { type LiveState, useLive } from '../api/live';
import { EventStreamDocument, type EventStreamSubscription, type EventType } from '../generated/dashboard';

export type StreamedEvent = EventStreamSubscription['eventStream']['events'][number];

interface Stream {
  readonly state: LiveState;
  /** The newest first. */
  readonly events: readonly StreamedEvent[];
  /** How many came in that are not shown. */
  readonly skipped: number;
  clear(): void;
}

const MOST_KEPT = 100;

/** Events as they come in, the last hundred of them; none while it is paused. */
export function useStream({ types, isPaused }: { readonly types: readonly EventType[]; readonly isPaused: boolean }): Stream {
  const [events, setEvents] = useState<readonly StreamedEvent[]>([]);
  const [skipped, setSkipped] = useState(0);
  const variables = isPaused ? null : { filter: { types: [...types] } };
  const state = useLive(EventStreamDocument, variables, ({ eventStream }) => {
    setEvents((before) => [...eventStream.events, ...before].slice(0, MOST_KEPT));
    setSkipped((before) => before + eventStream.skipped);
  });
  return {
    state,
    events,
    skipped,
    clear() {
      setEvents([]);
      setSkipped(0);
    },
  };
}
