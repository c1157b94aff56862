import { cutLine, fieldRoom } from './cut-line';
import type { Dialect } from './dialect';
import type { LineTaker } from './line-feed';
import type { LineTarget } from './line-target';
import { pairCount } from './pair-store';
import { readPlainRows, type Stretch } from './plain-rows';
import { countBad, type LineTally, RowFault } from './row-fault';
import { CR, LF, SPACE, TAB } from './separator';

// As in plain-rows.ts: names of other modules are looked up at each use.
const space = SPACE;
const tab = TAB;

/** Gives lines to a target and counts them: the quick way where a target has one, field by field otherwise. */
export function lineTaker({ separator, header, shape, usualFields }: Dialect, target: LineTarget, tally: LineTally): LineTaker {
  const fields = fieldRoom();
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  let headerToCome = header;

  function takeQuickly({ bytes, from, to }: Stretch): number {
    if (headerToCome || target.plain === null) return from;
    const before = pairCount(target.plain.pairs);
    const stop = readPlainRows({ bytes, from, to }, separator, target.plain);
    const taken = pairCount(target.plain.pairs) - before;
    line += taken;
    tally.lines += taken;
    return stop;
  }

  function takeOne({ bytes, from, to }: Stretch, unfinished: boolean): void {
    line++;
    const end = to - 1 > from && bytes[to - 2] === CR ? to - 2 : to - 1;
    if (isBlank(bytes, from, end)) return;
    const names = headerToCome;
    headerToCome = false;
    if (names) return;
    const fault = faultOf(bytes, from, end, unfinished);
    if (fault === null) tally.lines++;
    else countBad(tally, line, fault);
  }

  function faultOf(bytes: Buffer, from: number, to: number, unfinished: boolean): RowFault | null {
    if (to - from > target.longest) return RowFault.TOO_LONG;
    const ascii = isAscii(bytes, from, to);
    if (!ascii && !isUtf8(bytes.subarray(from, to))) return RowFault.NO_UTF8;
    if (!cutLine(fields, bytes, from, to, separator)) return RowFault.OPEN_QUOTE;
    const last = fields.count - 1;
    const cut = unfinished && shape === 'pairs' && (fields.count < usualFields || fields.from[last] === fields.to[last]);
    return cut ? RowFault.CUT_OFF : target.take({ fields, bytes, ascii });
  }

  function isUtf8(bytes: Buffer): boolean {
    try {
      utf8.decode(bytes);
      return true;
    } catch {
      return false;
    }
  }

  return {
    lines({ bytes, from, to }) {
      for (let at = from; at < to; ) {
        at = takeQuickly({ bytes, from: at, to });
        if (at === to) return;
        const end = bytes.indexOf(LF, at) + 1;
        takeOne({ bytes, from: at, to: end }, false);
        at = end;
      }
    },
    lastLine: (stretch) => takeOne(stretch, true),
    tooLong() {
      line++;
      countBad(tally, line, RowFault.TOO_LONG);
    },
  };
}

function isAscii(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] as number) > 127) return false;
  return true;
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== space && bytes[at] !== tab) return false;
  return true;
}
