/** The group's blend, and the message that shows it. */
export interface GroupBlend {
  readonly id: string;
  /** Who began it, and in whose name it is read and others are let in: forgetting them removes this chat. */
  readonly starterId: number;
  readonly messageId: number;
  /** It is kept up to date until then, in milliseconds since 1970. */
  readonly until: number;
  readonly language: 'en' | 'ru';
}

/** The last list that was sent. */
export interface SentList {
  readonly number: number;
  readonly recommendationId: string;
}

/** All that the bot knows of a chat between two updates. */
export interface State {
  /** The last updates that were answered, newest last. */
  seen: number[];
  /** Counts the questions: buttons of an older one hold no more. */
  turn: number;
  /** Whether the first questions are over. */
  registered: boolean;
  /** How many cards were answered of the first ones. */
  cards: number;
  mood: string | null;
  /** The free time; null: as much as there is. */
  seconds: number | null;
  list: SentList | null;
  blend: GroupBlend | null;
  /** Nobody listens: the person blocked the bot, or the group removed it. */
  blocked: boolean;
}

const MOST_SEEN = 30;

export const emptyState = (): State => ({
  seen: [],
  turn: 0,
  registered: false,
  cards: 0,
  mood: null,
  seconds: null,
  list: null,
  blend: null,
  blocked: false,
});

/** A state that was kept before; what an older bot did not know begins empty. */
export function readState(kept: Readonly<Record<string, unknown>>): State {
  return { ...emptyState(), ...(kept as Partial<State>) };
}

/** Remembers that an update was answered. */
export function remember(state: State, updateId: number): void {
  state.seen = [...state.seen, updateId].slice(-MOST_SEEN);
}
