import fc from 'fast-check';
import { changeClock, newClock, positionAt } from '../../client/player/watch/simulated-clock';
import { SimulatedMedia } from '../../client/player/watch/simulated-media';

const anAction = fc.oneof(
  fc.record({ type: fc.constant('wait' as const), ms: fc.nat(20_000) }),
  fc.record({ type: fc.constant('run' as const), isRunning: fc.boolean() }),
  fc.record({ type: fc.constant('seek' as const), from: fc.double({ min: -10, max: 8_000, noNaN: true }) }),
  fc.record({ type: fc.constant('rate' as const), rate: fc.double({ min: 0.25, max: 60, noNaN: true }) }),
);

describe('the simulated clock', () => {
  it('stands where its rates and times add up to, whatever happens in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7_200 }), fc.array(anAction, { maxLength: 60 }), (seconds, actions) => {
        let clock = newClock(seconds);
        let nowMs = 1_000;
        let expected = 0;
        for (const action of actions) {
          if (action.type === 'wait') {
            nowMs += action.ms;
            if (clock.isRunning) expected = Math.min(seconds, expected + (action.ms / 1000) * clock.rate);
          }
          if (action.type === 'run') clock = changeClock(clock, nowMs, { isRunning: action.isRunning });
          if (action.type === 'rate') clock = changeClock(clock, nowMs, { rate: action.rate });
          if (action.type === 'seek') {
            clock = changeClock(clock, nowMs, { from: action.from });
            expected = Math.min(seconds, Math.max(0, action.from));
          }
          expect(positionAt(clock, nowMs)).toBeCloseTo(expected, 6);
        }
      }),
    );
  });
});

describe('simulated media', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function listen(media: SimulatedMedia): readonly string[] {
    const told: string[] = [];
    for (const type of ['play', 'playing', 'pause', 'timeupdate', 'seeking', 'seeked', 'ratechange', 'ended'])
      media.addEventListener(type, () => told.push(type));
    return told;
  }

  it('plays an hour in a minute at 60x, tells the time four times a second and ends at its end', () => {
    const media = new SimulatedMedia(3_600, null);
    const told = listen(media);
    media.playbackRate = 60;
    void media.play();
    jest.advanceTimersByTime(30_000);
    expect(media.currentTime).toBeCloseTo(1_800, 3);
    expect(told.filter((type) => type === 'timeupdate')).toHaveLength(120);
    jest.advanceTimersByTime(30_001);
    expect(media.currentTime).toBe(3_600);
    expect([media.paused, media.ended]).toEqual([true, true]);
    expect(told.slice(-2)).toEqual(['pause', 'ended']);
  });

  it('begins anew when it is played after its end', () => {
    const media = new SimulatedMedia(10, null);
    void media.play();
    jest.advanceTimersByTime(10_001);
    void media.play();
    jest.advanceTimersByTime(4_000);
    expect(media.currentTime).toBeCloseTo(4, 3);
    expect(media.ended).toBe(false);
  });

  it('stands at the target when it tells of a seek, and goes on from there', () => {
    const media = new SimulatedMedia(100, null);
    void media.play();
    jest.advanceTimersByTime(2_000);
    const at: number[] = [];
    media.addEventListener('seeking', () => at.push(media.currentTime));
    media.currentTime = 50;
    jest.advanceTimersByTime(1_000);
    expect(at).toEqual([50]);
    expect(media.currentTime).toBeCloseTo(51, 3);
  });

  it('keeps what was played when the rate changes, and lets the sample follow at no more than 16x', () => {
    const sample = { playbackRate: 1, play: () => Promise.resolve(), pause: () => {} };
    const media = new SimulatedMedia(1_000, sample);
    void media.play();
    jest.advanceTimersByTime(10_000);
    media.playbackRate = 30;
    jest.advanceTimersByTime(10_000);
    expect(media.currentTime).toBeCloseTo(310, 3);
    expect(sample.playbackRate).toBe(16);
  });

  it('takes neither a length of nothing nor a rate of nothing for a number', () => {
    const media = new SimulatedMedia(60, null);
    media.currentTime = Number.NaN;
    media.playbackRate = 0;
    media.playbackRate = Number.NaN;
    expect([media.currentTime, media.playbackRate]).toEqual([0, 1]);
  });

  it('plays on without a sample that refuses to play', async () => {
    const sample = { playbackRate: 1, play: () => Promise.reject(new Error('not allowed')), pause: () => {} };
    const media = new SimulatedMedia(60, sample);
    await media.play();
    jest.advanceTimersByTime(1_000);
    expect(media.currentTime).toBeCloseTo(1, 3);
    media.pause();
  });
});
