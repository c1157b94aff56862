import type { WatchInterval } from '../../client/sdk/event';
import { followMedia, type Media } from '../../client/sdk/media';
import { createPlay } from '../../client/sdk/play';

type Ears = 'addEventListener' | 'removeEventListener';
type Facts = { -readonly [Fact in Exclude<keyof Media, Ears>]: Media[Fact] };

/** A media element without a clock of its own: the test says what it does and when its events come. */
function aMedia(facts: Partial<Facts> = {}) {
  const heard = new EventTarget();
  const media: Facts & Pick<Media, Ears> = {
    ...{ currentTime: 0, duration: 100, paused: true, ended: false, seeking: false, playbackRate: 1 },
    ...facts,
    addEventListener: (type, listener) => heard.addEventListener(type, listener),
    removeEventListener: (type, listener) => heard.removeEventListener(type, listener),
  };
  let clock = Date.UTC(2026, 0, 1);
  let made = 0;
  const told: WatchInterval[] = [];
  const faults: unknown[] = [];
  const play = createPlay(
    { titleId: '7' },
    { now: () => clock, newId: () => `${made++}`, emit: (interval, isOpen) => void (isOpen || told.push(interval)), open: new Set() },
  );
  const stop = followMedia(media, play, { now: () => clock, caught: (error) => void faults.push(error) });
  const fire = (...types: string[]): void => {
    for (const type of types) heard.dispatchEvent(new Event(type));
  };
  /** Plays on without telling. */
  const advance = (seconds: number): void => {
    clock += seconds * 1000;
    if (!media.paused && !media.seeking) media.currentTime += seconds * media.playbackRate;
  };
  const roll = (seconds: number): void => {
    for (let left = seconds; left > 0.001; left -= 0.25) {
      advance(Math.min(0.25, left));
      fire('timeupdate');
    }
  };
  const start = (): void => {
    media.paused = false;
    fire('play', 'playing');
  };
  const pause = (): void => {
    media.paused = true;
    fire('timeupdate', 'pause');
  };
  const jump = (to: number): void => {
    media.currentTime = to;
    media.seeking = true;
    fire('seeking');
  };
  const land = (): void => {
    media.seeking = false;
    fire('timeupdate', 'seeked');
  };
  const pieces = (): number[][] => told.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]);
  return { media, play, told, faults, stop, fire, advance, roll, start, pause, jump, land, pieces };
}

describe('a media element that is followed', () => {
  it('a seek ends at the position before it, also between two ticks', () => {
    const { start, roll, advance, jump, land, pause, pieces } = aMedia();
    start();
    roll(5);
    advance(0.2);
    jump(50);
    advance(1);
    land();
    roll(2);
    pause();
    expect(pieces()).toEqual([
      [0, 5.2],
      [50, 52],
    ]);
  });

  it('scrubbing along the bar counts nothing', () => {
    const { start, roll, advance, jump, land, pause, pieces } = aMedia();
    start();
    roll(2);
    for (let to = 10; to < 40; to += 1) {
      jump(to);
      advance(0.2);
    }
    land();
    pause();
    expect(pieces()).toEqual([[0, 2]]);
  });

  it('a pause and a jump in one breath end where it stood', () => {
    const { media, start, roll, advance, fire, pieces } = aMedia();
    start();
    roll(3);
    advance(0.1);
    Object.assign(media, { paused: true, seeking: true, currentTime: 80 });
    fire('pause', 'seeking');
    media.seeking = false;
    fire('seeked');
    expect(pieces()).toEqual([[0, 3.1]]);
  });

  it('counts what played before a busy page heard of it', () => {
    const { media, start, advance, pause, pieces } = aMedia({ playbackRate: 16 });
    media.paused = false;
    advance(0.2);
    start();
    advance(0.25);
    pause();
    expect(pieces()).toEqual([[0, 7.2]]);
  });

  it('waiting for data counts nothing, and speed is followed', () => {
    const { media, start, roll, fire, advance, pause, pieces } = aMedia();
    start();
    roll(2);
    fire('waiting');
    media.seeking = true;
    advance(20);
    media.seeking = false;
    fire('playing');
    media.playbackRate = 4;
    fire('ratechange');
    roll(2);
    pause();
    expect(pieces()).toEqual([
      [0, 2],
      [2, 10],
    ]);
  });

  it('the end ends the play, another source and stop end the piece', () => {
    const { media, play, start, roll, fire, stop, told } = aMedia({ duration: 4, currentTime: 2 });
    start();
    roll(2);
    Object.assign(media, { paused: true, ended: true });
    fire('pause', 'ended');
    const first = play.playId;
    Object.assign(media, { ended: false, currentTime: 0 });
    fire('seeking', 'seeked');
    start();
    roll(1);
    Object.assign(media, { paused: true, currentTime: 0, duration: Number.NaN });
    fire('emptied', 'durationchange');
    Object.assign(media, { duration: 30 });
    fire('durationchange');
    start();
    roll(3);
    stop();
    roll(5);
    expect(
      told.map(({ fromSeconds, toSeconds, mediaSeconds, playId }) => [fromSeconds, toSeconds, mediaSeconds, playId === first]),
    ).toEqual([
      [2, 4, 4, true],
      [0, 1, 4, false],
      [0, 3, 30, false],
    ]);
  });

  it('takes up a media element that plays already, and survives one that throws', () => {
    const { media, roll, pause, pieces, fire, faults } = aMedia({ paused: false, currentTime: 7 });
    roll(1);
    pause();
    expect(pieces()).toEqual([[7, 8]]);
    Object.defineProperty(media, 'currentTime', {
      get: () => {
        throw new Error('gone');
      },
    });
    expect(() => fire('pause', 'seeking', 'timeupdate', 'emptied')).not.toThrow();
    expect(faults.length).toBeGreaterThan(0);
  });
});
