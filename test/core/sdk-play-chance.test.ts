import fc from 'fast-check';
import { aPlay } from '../support/sdk-play';

interface Given {
  readonly seconds?: number;
  readonly to?: number;
  readonly rate?: number;
}

describe('a play that anything may happen to', () => {
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
