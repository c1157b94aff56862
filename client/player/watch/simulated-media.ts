import type { PlayerMedia } from './media';
import { changeClock, leftMs, newClock, positionAt } from './simulated-clock';

/** How often it tells the time while playing, as browsers do. */
const TICK_MS = 250;
/** Timers take no more than a signed integer of 32 bits; the ticks see an end that lies further away. */
const MOST_TIMER_MS = 2 ** 31 - 1;
/** The most that browsers play a video at. */
export const MOST_SAMPLE_RATE = 16;

/** What plays along to be looked at; what it does changes nothing of the simulated time. */
export type Sample = Pick<HTMLVideoElement, 'playbackRate' | 'play' | 'pause'>;

/**
 * Media that is not there: a clock of the title's own length, told as an HTMLMediaElement tells it, at any rate above 0. `sample`
 * plays along, at most at 16x. `now` is a steady clock in milliseconds. Stop it with `pause`.
 */
export class SimulatedMedia extends EventTarget implements PlayerMedia {
  muted = true;
  volume = 1;
  readonly seeking = false;
  private clock;
  private hasEnded = false;
  private ticks: ReturnType<typeof setInterval> | undefined;
  private end: ReturnType<typeof setTimeout> | undefined;

  constructor(
    seconds: number,
    private readonly sample: Sample | null,
    private readonly now: () => number = () => performance.now(),
  ) {
    super();
    this.clock = newClock(seconds);
  }

  get duration(): number {
    return this.clock.seconds;
  }

  get paused(): boolean {
    return !this.clock.isRunning;
  }

  get ended(): boolean {
    return this.hasEnded;
  }

  get currentTime(): number {
    return positionAt(this.clock, this.now());
  }

  set currentTime(seconds: number) {
    if (!Number.isFinite(seconds)) return;
    this.hasEnded = false;
    this.change({ from: seconds });
    for (const type of ['seeking', 'timeupdate', 'seeked']) this.tell(type);
  }

  get playbackRate(): number {
    return this.clock.rate;
  }

  set playbackRate(rate: number) {
    if (!(rate > 0) || rate === this.clock.rate) return;
    this.change({ rate });
    if (this.sample) this.sample.playbackRate = Math.min(rate, MOST_SAMPLE_RATE);
    this.tell('ratechange');
  }

  /** Plays on; from the beginning where it had ended. */
  async play(): Promise<void> {
    if (!this.paused) return;
    if (this.hasEnded) this.currentTime = 0;
    this.change({ isRunning: true });
    this.tell('play');
    this.tell('playing');
    // A sample that may not play takes nothing from the simulation.
    await this.sample?.play().catch(() => {});
  }

  pause(): void {
    if (this.paused) return;
    this.change({ isRunning: false });
    this.sample?.pause();
    this.tell('timeupdate');
    this.tell('pause');
  }

  private change(change: Parameters<typeof changeClock>[2]): void {
    this.clock = changeClock(this.clock, this.now(), change);
    clearInterval(this.ticks);
    clearTimeout(this.end);
    if (this.paused) return;
    this.ticks = setInterval(() => this.tick(), TICK_MS);
    this.end = setTimeout(() => this.tick(), Math.min(Math.ceil(leftMs(this.clock, this.now())) + 1, MOST_TIMER_MS));
  }

  private tick(): void {
    if (leftMs(this.clock, this.now()) > 0) {
      this.tell('timeupdate');
      return;
    }
    this.hasEnded = true;
    this.pause();
    this.tell('ended');
  }

  private tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}
