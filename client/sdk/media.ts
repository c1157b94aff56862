import type { Play } from './play';
import { attempt } from './report';

/** What of an HTMLMediaElement is used, so that anything like it can be followed. */
export interface Media {
  readonly currentTime: number;
  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly playbackRate: number;
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

/** Browsers tell the time at least every 0.25 s while playing; more than this cannot have passed since. */
const TICK_SECONDS = 0.3;
/** A busy page hears of the beginning this late at most. */
const LATE_SECONDS = 2;

export interface MediaPorts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly caught: (error: unknown) => void;
}

/** Tells `play` what the media does. Returns stop, which ends the play. */
export function followMedia(media: Media, play: Play, { now, caught }: MediaPorts): () => void {
  let isRunning = false;
  let seen = media.currentTime;
  let seenAt = now();

  function look(): void {
    seen = media.currentTime;
    seenAt = now();
  }

  function observe(): void {
    look();
    play.position(seen);
  }

  function start(): void {
    if (media.paused || media.ended || media.seeking) return;
    play.rate(media.playbackRate);
    play.length(media.duration);
    if (!isRunning) catchUp();
    isRunning = true;
    observe();
  }

  /** It stood at `seen`: only playing can have moved it since, however late the event comes; in steps that are no jumps. */
  function catchUp(): void {
    if (media.currentTime - seen > LATE_SECONDS * media.playbackRate) return;
    for (let passed = seen; passed < media.currentTime; passed += 1) play.position(passed);
  }

  function stand(seconds: number): void {
    if (isRunning) play.pause(seconds);
    isRunning = false;
    look();
  }

  /** Where it was before a jump that has happened already: the last position, and what passed since. */
  function before(): number {
    const passed = Math.max(0, Math.min((now() - seenAt) / 1000, TICK_SECONDS));
    return Math.min(seen + passed * media.playbackRate, media.duration || Number.POSITIVE_INFINITY);
  }

  function jump(): void {
    if (isRunning) {
      play.position(before());
      play.seek(media.currentTime);
    }
    look();
    // It stands there until it is seen to move: one jump may follow another.
    seenAt = Number.POSITIVE_INFINITY;
  }

  const on: Readonly<Record<string, () => void>> = {
    playing: start,
    timeupdate() {
      if (isRunning || media.currentTime > seen) start();
    },
    pause: () => stand(media.seeking ? before() : media.currentTime),
    waiting: () => stand(media.currentTime),
    seeking: jump,
    seeked: start,
    ratechange() {
      if (isRunning && !media.seeking) observe();
      play.rate(media.playbackRate);
    },
    ended() {
      stand(media.currentTime);
      play.end();
    },
    emptied: () => stand(before()),
  };
  const listeners = Object.entries(on).map(([type, listener]) => [type, () => void attempt(listener, caught)] as const);
  for (const [type, listener] of listeners) media.addEventListener(type, listener);
  start();

  return () => {
    for (const [type, listener] of listeners) media.removeEventListener(type, listener);
    stand(media.currentTime);
    play.end();
  };
}
