import type { PlayedTitle, WatchInterval } from './event';

/** One play of a title, told by whoever plays it; positions are seconds of the media. */
export interface Play {
  /** It plays and is here now: a few times a second, at least every 10 s. */
  position(seconds: number): void;
  /** It stands still, here where that is known. */
  pause(seconds?: number): void;
  /** It jumps: what played ends at the last position, and goes on from `toSeconds` if it was playing. */
  seek(toSeconds: number): void;
  /** Its speed, 1 being the usual one. */
  rate(rate: number): void;
  /** Length of the media; NaN and Infinity: not known. */
  length(seconds: number): void;
  /** It is over; the next position begins another play. */
  end(): void;
  readonly playId: string;
}

export interface PlayPorts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Takes an interval as far as it is, then, under the same id, when it is closed. */
  readonly emit: (interval: WatchInterval, isOpen: boolean) => void;
  /** Where intervals that are open leave the function that closes them and goes on in a new one. */
  readonly open: Set<() => void>;
  /** The position now, where the player can be asked. */
  readonly read?: () => number;
}

interface Piece {
  readonly id: string;
  readonly from: number;
  readonly beganAt: number;
  to: number;
  /** As far as it was told of while open, and when. */
  told: number;
  toldAt: number;
}

const BACK_SECONDS = 0.25;
const AHEAD_SECONDS = 1;
const LEAST_SECONDS = 0.05;
const PIECE_MS = 10_000;
const TELL_MS = 1_000;
/** Another tab may send an open interval that nobody touched for 30 s: after half of that nothing is added to it. */
const ASLEEP_MS = 15_000;

/** Turns positions into the intervals that were really played. */
export function createPlay(title: PlayedTitle, { now, newId, emit, open, read }: PlayPorts): Play {
  let playId = title.playId ?? newId();
  let isOver = false;
  let rate = 1;
  let length = lengthOf(title.mediaSeconds);
  let piece: Piece | null = null;
  let at = 0;
  let seenAt = 0;

  const clip = (seconds: number): number => Math.min(seconds, length ?? seconds);

  function begin(from: number): Piece {
    open.add(cut);
    piece = { id: newId(), from, to: from, told: from, beganAt: now(), toldAt: now() };
    return piece;
  }

  function close(): void {
    open.delete(cut);
    if (piece) tell(piece, false);
    piece = null;
  }

  function tell({ id, from, to }: Piece, isOpen: boolean): void {
    if (to - from < LEAST_SECONDS) return;
    const { titleId, recommendationId, rank } = title;
    const media = length === null ? {} : { mediaSeconds: rounded(length) };
    const seconds = { fromSeconds: rounded(from), toSeconds: rounded(to), ...media };
    const occurredAt = new Date(seenAt).toISOString();
    emit({ id, type: 'WATCH_INTERVAL', occurredAt, titleId, playId, ...seconds, recommendationId, rank }, isOpen);
  }

  /** After a sleep, the interval ends with what another tab may have sent of it; the rest goes on under another id. */
  function wake(): void {
    if (!piece || now() - seenAt <= ASLEEP_MS) return;
    const { to, told } = piece;
    piece.to = told;
    close();
    begin(told).to = to;
  }

  function isNear(seconds: number): boolean {
    const elapsed = (now() - seenAt) / 1000;
    return seconds >= at - BACK_SECONDS && seconds <= at + elapsed * rate + AHEAD_SECONDS;
  }

  function position(seconds: number): void {
    if (!isPosition(seconds)) return;
    if (isOver) playId = newId();
    isOver = false;
    wake();
    const here = clip(seconds);
    if (piece && !isNear(here)) close();
    const current = piece ?? begin(here);
    current.to = Math.max(current.to, here);
    at = here;
    seenAt = now();
    if (seenAt - current.beganAt >= PIECE_MS) {
      close();
      begin(current.to);
    } else if (seenAt - current.toldAt >= TELL_MS) {
      tell(current, true);
      current.told = current.to;
      current.toldAt = seenAt;
    }
  }

  function cut(): void {
    if (read) position(read());
    wake();
    if (!piece) return;
    const { to } = piece;
    close();
    begin(to);
  }

  return {
    position,
    pause(seconds = at) {
      wake();
      if (piece && isNear(clip(seconds))) piece.to = Math.max(piece.to, clip(seconds));
      close();
    },
    seek(toSeconds) {
      wake();
      if (!piece) return;
      close();
      position(toSeconds);
    },
    rate(next) {
      if (next >= 0) rate = next;
    },
    length(seconds) {
      length = lengthOf(seconds) ?? lengthOf(title.mediaSeconds);
    },
    end() {
      wake();
      close();
      isOver = true;
    },
    get playId() {
      return playId;
    },
  };
}

const isPosition = (seconds: number): boolean => seconds >= 0 && seconds < Number.POSITIVE_INFINITY;

const lengthOf = (seconds: number | null | undefined): number | null => (seconds && isPosition(seconds) ? seconds : null);

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
