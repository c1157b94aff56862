import { type Dialect, type DialectHint, detectDialect } from './dialect';
import { FileFault } from './file-fault';
import { type LineFeed, lineFeed } from './line-feed';
import { lineTaker } from './line-taker';
import type { LineTarget } from './line-target';
import { type LineTally, lineTally } from './row-fault';
import { LF } from './separator';

/** How a file was read. */
export interface ReadFile {
  readonly dialect: Dialect;
  readonly tally: LineTally;
}

/** Reads a file that comes in parts of any size. */
export interface PlainReader {
  /** The part's memory may be used again once this returns. Throws FileFault for what is no text that we can read. */
  feed(part: Buffer): void;
  /** Throws FileFault when nothing could be read, or more lines were malformed than not. */
  end(): ReadFile;
}

const SAMPLE_BYTES = 65_536;
const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/** Reads off the first 64 KiB how a file is written, then gives line after line to the target for that. */
export function plainReader(targetOf: (dialect: Dialect) => LineTarget, hint: DialectHint = {}): PlainReader {
  let head: Buffer[] = [];
  let headBytes = 0;
  let file: (ReadFile & { readonly lines: LineFeed }) | null = null;

  function begin(): ReadFile & { readonly lines: LineFeed } {
    const bytes = head.length === 1 ? (head[0] as Buffer) : Buffer.concat(head);
    const text = bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK) ? bytes.subarray(UTF8_MARK.length) : bytes;
    head = [];
    const dialect = detectDialect(sampleOf(text), hint);
    const target = targetOf(dialect);
    const tally = lineTally();
    const lines = lineFeed(lineTaker(dialect, target, tally), target.longest);
    lines.feed(text);
    return { dialect, tally, lines };
  }

  return {
    feed(part) {
      if (file !== null) return file.lines.feed(part);
      headBytes += part.length;
      if (headBytes < SAMPLE_BYTES) return void head.push(Buffer.from(part));
      head.push(part);
      file = begin();
    },
    end() {
      const { dialect, tally, lines } = file ?? begin();
      lines.end();
      refuseUnread(tally);
      return { dialect, tally };
    },
  };
}

/** Whole lines, unless the first one is longer than a sample. */
function sampleOf(text: Buffer): Buffer {
  if (text.length <= SAMPLE_BYTES) return text;
  const end = text.lastIndexOf(LF, SAMPLE_BYTES - 1) + 1;
  return text.subarray(0, end === 0 ? SAMPLE_BYTES : end);
}

function refuseUnread({ lines, malformed, first }: LineTally): void {
  if (lines === 0) throw new FileFault('holds no interactions');
  if (2 * malformed <= lines) return;
  const named = first.slice(0, 3).map(({ line, fault }) => `line ${line} ${fault}`);
  throw new FileFault(`has more malformed lines than others (${malformed} of ${lines}): ${named.join(', ')}`);
}
