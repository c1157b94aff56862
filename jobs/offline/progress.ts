/** Tells how far the work is, on standard error: a bar on a terminal, elsewhere a line a stage. */
export interface Progress {
  /** Begins a stage. */
  stage(name: string): void;
  /** How far the stage is, 0 to 1. */
  at(fraction: number, message?: string): void;
  /** Says something that stays. */
  tell(sentence: string): void;
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const BAR = 24;
const REDRAWN_MS = 100;
const CLEAR = '\r\u001b[K';

/** A progress that writes to the given screen; `clock` counts milliseconds. */
export function progressOn(screen: Screen, clock: () => number): Progress {
  let stage = '';
  let drawn = Number.NEGATIVE_INFINITY;
  const bar = screen.isTTY === true;

  function draw(fraction: number, message: string): void {
    const done = Math.round(BAR * Math.min(1, Math.max(0, fraction)));
    const text = `${'█'.repeat(done)}${'░'.repeat(BAR - done)} ${String(Math.floor(100 * fraction)).padStart(3)} %  ${message}`;
    screen.write(CLEAR + text.slice(0, (screen.columns || 80) - 1));
    drawn = clock();
  }

  return {
    stage(name) {
      stage = name;
      if (bar) draw(0, name);
      else screen.write(`${name}\n`);
    },
    at(fraction, message = stage) {
      if (bar && clock() - drawn >= REDRAWN_MS) draw(fraction, message);
    },
    tell: (sentence) => void screen.write(`${bar ? CLEAR : ''}${sentence}\n`),
    end: () => void (bar && screen.write(CLEAR)),
  };
}
