import type { Stretch } from './plain-rows';
import { LF } from './separator';

/** What becomes of lines. */
export interface LineTaker {
  /** Whole lines, in order. */
  lines(stretch: Stretch): void;
  /** The last line when no line break ends it in the file; one was added. */
  lastLine(stretch: Stretch): void;
  /** A line longer than `longest` bytes was left out. */
  tooLong(): void;
}

/** Takes a file in parts of any size. */
export interface LineFeed {
  feed(part: Buffer): void;
  end(): void;
}

/** Joins parts of a file into stretches of whole lines; what is given to `lines` is valid until it returns. */
export function lineFeed(taker: LineTaker, longest: number): LineFeed {
  let tail: Buffer[] = [];
  let tailBytes = 0;
  let dropping = false;

  function keep(part: Buffer): void {
    if (dropping || part.length === 0) return;
    tailBytes += part.length;
    // Copied: whoever reads may use the part's memory again.
    tail.push(Buffer.from(part));
    if (tailBytes <= longest) return;
    forget();
    dropping = true;
  }

  function forget(): void {
    tail = [];
    tailBytes = 0;
    dropping = false;
  }

  function endTail(rest: Buffer): void {
    const long = dropping || tailBytes + rest.length > longest + 1;
    const line = long ? null : Buffer.concat([...tail, rest]);
    forget();
    if (line === null) taker.tooLong();
    else taker.lines({ bytes: line, from: 0, to: line.length });
  }

  return {
    feed(part) {
      let from = 0;
      if (tailBytes > 0 || dropping) {
        from = part.indexOf(LF) + 1;
        if (from === 0) return keep(part);
        endTail(part.subarray(0, from));
      }
      const to = part.lastIndexOf(LF) + 1;
      if (to > from) taker.lines({ bytes: part, from, to });
      keep(part.subarray(Math.max(from, to)));
    },
    end() {
      if (dropping) taker.tooLong();
      else if (tailBytes > 0) {
        const line = Buffer.concat([...tail, Buffer.of(LF)]);
        taker.lastLine({ bytes: line, from: 0, to: line.length });
      }
      forget();
    },
  };
}
