/** What the player needs of an HTMLVideoElement, so that a simulation can stand in for one. */
export interface PlayerMedia extends EventTarget {
  currentTime: number;
  playbackRate: number;
  muted: boolean;
  volume: number;
  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  play(): Promise<void>;
  pause(): void;
}
