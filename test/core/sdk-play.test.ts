import fc from 'fast-check';
import type { WatchInterval } from '../../client/sdk/event';
import { createPlay } from '../../client/sdk/play';

/** A play with a clock that the test moves; `told` are closed intervals, `open` those told of while they go on. */
function aPlay(title: { mediaSeconds?: number; playId?: string } = {}) {
  let clock = Date.UTC(2026, 0, 1);
  let made = 0;
  const told: WatchInterval[] = [];
  const open: WatchInterval[] = [];
  const cuts = new Set<() => void>();
  const play = createPlay(
    { titleId: '7', ...title },
    {
      now: () => clock,
      newId: () => `id-${made++}`,
      emit: (interval, isOpen) => void (isOpen ? open : told).push(interval),
      open: cuts,
    },
  );
  const pieces = () => told.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]);
  const pass = (seconds: number): void => {
    clock += seconds * 1000;
  };
  /** Plays on from one position to another at `rate`, told four times a second. */
  const roll = (from: number, to: number, rate = 1): void => {
    play.position(from);
    for (let at = from; at < to; ) {
      const step = Math.min(0.25 * rate, to - at);
      at += step;
      pass(step / rate);
      play.position(at);
    }
  };
  const hide = (): void => {
    for (const cut of [...cuts]) cut();
  };
  return { play, told, open, pieces, pass, roll, hide };
}

const close = (value: number): unknown => expect.closeTo(value, 3);

interface Given {
  readonly seconds?: number;
  readonly to?: number;
  readonly rate?: number;
}

describe('a play', () => {
  it('tells what was played between its beginning and a pause', () => {
    const { play, roll, told } = aPlay({ mediaSeconds: 100, playId: 'mine' });
    roll(3, 8);
    play.pause(8);
    expect(told).toEqual([
      expect.objectContaining({ type: 'WATCH_INTERVAL', titleId: '7', playId: 'mine', fromSeconds: 3, toSeconds: 8, mediaSeconds: 100 }),
    ]);
  });

  it('ends at the position before a seek, and goes on from where it leads', () => {
    const { play, roll, pieces } = aPlay();
    roll(0, 5);
    play.seek(60);
    roll(60, 62);
    play.pause();
    expect(pieces()).toEqual([
      [0, 5],
      [60, 62],
    ]);
  });

  it('seeking while it stands tells nothing', () => {
    const { play, roll, pieces } = aPlay();
    play.seek(50);
    roll(50, 51);
    play.pause();
    play.seek(10);
    expect(pieces()).toEqual([[50, 51]]);
  });

  it.each([
    ['backwards', 5, 4.7],
    ['ahead of the time that passed', 5, 6.6],
  ])('takes a position that jumped %s for a seek that nobody announced', (_where, from, to) => {
    const { play, roll, pass, pieces } = aPlay();
    roll(0, from);
    pass(0.5);
    play.position(to);
    roll(to, to + 1);
    play.pause();
    expect(pieces()).toEqual([
      [0, from],
      [to, close(to + 1)],
    ]);
  });

  it.each([
    ['a little backwards', 4.8],
    ['ahead by less than a second', 6.4],
  ])('takes a position %s for playing on', (_where, to) => {
    const { play, roll, pass, pieces } = aPlay();
    roll(0, 5);
    pass(0.5);
    play.position(to);
    play.pause();
    expect(pieces()).toEqual([[0, Math.max(5, to)]]);
  });

  it('expects more at a higher speed', () => {
    const { play, roll, pieces } = aPlay();
    play.rate(16);
    roll(0, 100, 16);
    play.pause();
    expect(pieces()).toEqual([[0, 100]]);
  });

  it('closes a piece every ten seconds and goes on without a gap, under another id', () => {
    const { play, roll, told, pieces } = aPlay();
    roll(0, 25);
    play.pause();
    expect(pieces()).toEqual([
      [0, 10],
      [10, 20],
      [20, 25],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(3);
  });

  it('tells of an open piece at most once a second, under the id that it will have', () => {
    const { play, roll, told, open } = aPlay();
    roll(0, 3.5);
    expect(open.map(({ toSeconds }) => toSeconds)).toEqual([1, 2, 3]);
    play.pause();
    expect(new Set([...open, ...told].map(({ id }) => id)).size).toBe(1);
  });

  it('after a sleep, leaves the piece as another tab may have sent it, and puts the rest under another id', () => {
    const { play, roll, pass, told, open, pieces } = aPlay();
    roll(0, 3.5);
    const asTold = open.at(-1);
    pass(3_600);
    play.position(3.75);
    roll(3.75, 5);
    play.pause();
    expect(pieces()).toEqual([
      [0, 3],
      [3, 5],
    ]);
    expect(told[0]).toMatchObject({ id: asTold?.id, toSeconds: asTold?.toSeconds });
    expect(told[1]?.id).not.toBe(asTold?.id);
  });

  it('begins another play after the end', () => {
    const { play, roll, told } = aPlay({ mediaSeconds: 10 });
    roll(5, 10.2);
    play.end();
    const first = play.playId;
    roll(0, 1);
    play.pause();
    expect(told.map(({ playId, toSeconds }) => [playId === first, toSeconds])).toEqual([
      [true, 10],
      [false, 1],
    ]);
  });

  it('leaves the length out where it is not known, and takes the one that the media tells', () => {
    const { play, roll, told } = aPlay();
    for (const length of [Number.NaN, Number.POSITIVE_INFINITY, 0, 50]) {
      play.length(length);
      roll(0, 1);
      play.pause();
    }
    expect(told.map(({ mediaSeconds }) => mediaSeconds)).toEqual([undefined, undefined, undefined, 50]);
  });

  it('drops what is shorter than a twentieth of a second, and whatever is no position', () => {
    const { play, pass, told } = aPlay();
    play.position(1);
    pass(0.04);
    play.pause(1.04);
    for (const nonsense of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      play.position(nonsense);
      play.seek(nonsense);
      play.rate(nonsense);
      play.pause(nonsense);
    }
    expect(told).toEqual([]);
  });

  it('ends a pause that says a place it cannot have reached at the last position', () => {
    const { play, roll, pieces } = aPlay();
    roll(0, 5);
    play.pause(500);
    expect(pieces()).toEqual([[0, 5]]);
  });

  it('tells the seconds that a player really played, whatever its viewer does', () => {
    const action = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.double({ min: 0.05, max: 40, noNaN: true }) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('play' as const, 'pause' as const, 'hide' as const, 'end' as const) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('seek' as const), to: fc.double({ min: 0, max: 300, noNaN: true }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('rate' as const), rate: fc.constantFrom(0.5, 1, 1.5, 2, 8, 16, 60) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const), seconds: fc.double({ min: 16, max: 9_000, noNaN: true }) }) },
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const length = 300;
        const { play, pass, hide, told } = aPlay({ mediaSeconds: length });
        const played: [number, number][] = [];
        let at = 0;
        let rate = 1;
        let isPlaying = false;
        const stop = (): void => {
          if (isPlaying) play.pause(at);
          isPlaying = false;
        };
        const steps: Record<(typeof actions)[number]['do'], (given: Given) => void> = {
          play() {
            if (at >= length) at = 0;
            isPlaying = true;
            play.position(at);
          },
          pause: stop,
          hide,
          end() {
            stop();
            play.end();
            at = 0;
          },
          seek({ to = 0 }) {
            play.seek(to);
            at = to;
          },
          rate({ rate: next = 1 }) {
            if (isPlaying) play.position(at);
            play.rate(next);
            rate = next;
          },
          sleep: ({ seconds = 0 }) => pass(seconds),
          wait({ seconds = 0 }) {
            for (let left = seconds; left > 0; left -= 0.25) {
              const step = Math.min(left, 0.25);
              pass(step);
              if (!isPlaying) continue;
              const to = Math.min(length, at + step * rate);
              if (to > at) played.push([at, to]);
              at = to;
              play.position(at);
              if (at >= length) steps.end({});
            }
          },
        };
        for (const one of actions) steps[one.do](one as Given);
        stop();

        const sum = (all: readonly (readonly [number, number])[]): number => all.reduce((total, [from, to]) => total + to - from, 0);
        const emitted = told.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds] as const);
        // Each piece is rounded to milliseconds, and a stretch of less than 0.05 s may be dropped at each action.
        const tolerance = 0.001 * (told.length + 1) + 0.05 * (actions.length + 1);
        const dropped = sum(played) - sum(emitted);
        expect(dropped).toBeGreaterThan(-0.001 * (told.length + 1));
        expect(dropped).toBeLessThan(tolerance);
        expect(Math.abs(sum(union(played)) - sum(union(emitted)))).toBeLessThan(tolerance);
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        for (const [from, to] of emitted) expect(from >= 0 && to > from && to <= length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function union(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
