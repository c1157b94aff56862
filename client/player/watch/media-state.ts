import { useEffect, useState } from 'react';
import type { PlayerMedia } from './media';

/** What of the media is drawn. */
export interface MediaState {
  /** Seconds. */
  readonly at: number;
  /** Seconds; 0 while the length is unknown. */
  readonly length: number;
  readonly isPaused: boolean;
  readonly hasEnded: boolean;
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
  readonly rate: number;
  readonly isMuted: boolean;
  readonly volume: number;
}

const NOTHING: MediaState = {
  at: 0,
  length: 0,
  isPaused: true,
  hasEnded: false,
  isWaiting: false,
  hasFailed: false,
  rate: 1,
  isMuted: false,
  volume: 1,
};
const FOLLOWED = ['play', 'pause', 'timeupdate', 'seeked', 'ratechange', 'ended', 'durationchange', 'volumechange'];
const WAITS = ['waiting', 'seeking'];
const GOES = ['playing', 'seeked', 'canplay', 'emptied', 'ended'];

/** What the media does, drawn anew with each of its events. */
export function useMediaState(media: PlayerMedia | null): MediaState {
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    if (!media) return;
    const look = (): void => setState((before) => ({ ...before, ...read(media) }));
    const wait = (): void => setState((before) => ({ ...before, isWaiting: true }));
    const go = (): void => setState((before) => ({ ...before, isWaiting: false, hasFailed: false }));
    const fail = (): void => setState((before) => ({ ...before, isWaiting: false, hasFailed: true }));
    const stops = [listen(media, FOLLOWED, look), listen(media, WAITS, wait), listen(media, GOES, go), listen(media, ['error'], fail)];
    look();
    return () => {
      for (const stop of stops) stop();
      setState(NOTHING);
    };
  }, [media]);
  return state;
}

function read(media: PlayerMedia): Partial<MediaState> {
  return {
    at: media.currentTime,
    length: Number.isFinite(media.duration) ? media.duration : 0,
    isPaused: media.paused,
    hasEnded: media.ended,
    rate: media.playbackRate,
    isMuted: media.muted,
    volume: media.volume,
  };
}

function listen(media: PlayerMedia, types: readonly string[], listener: () => void): () => void {
  for (const type of types) media.addEventListener(type, listener);
  return () => {
    for (const type of types) media.removeEventListener(type, listener);
  };
}
