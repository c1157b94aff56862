import type { WatchInterval } from '../../client/sdk/event';
import { createPlay } from '../../client/sdk/play';

/** A play with a clock that the test moves; `told` are closed intervals, `open` those told of while they go on. */
export function aPlay(title: { mediaSeconds?: number; playId?: string } = {}) {
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
