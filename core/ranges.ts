import type { Range } from './interaction';

/** Players report a few times a second: a gap of up to half a second, in tenths, is no seek. */
export const CLOSED_GAP = 5;
/** More ranges than this of one title tell nothing more: the smallest gaps close. */
export const MOST_RANGES = 500;
const TENTHS = 10;
/** How far past the end a player's clock may run before it means another cut. */
const PAST_END = 1.05;
/** Largest end of a range, in tenths: the largest int4. */
const LARGEST = 2_147_483_647;

/** Seconds as a range of tenths; null when it is shorter than half a tenth. */
export function toRange(fromSeconds: number, toSeconds: number): Range | null {
  const from = Math.max(0, Math.round(fromSeconds * TENTHS));
  const to = Math.min(LARGEST, Math.round(toSeconds * TENTHS));
  return to > from ? [from, to] : null;
}

/** `covered` with `range` added: sorted, disjoint, gaps up to 0.5 s closed, at most 500 ranges. */
export function addRange(covered: readonly Range[], range: Range): readonly Range[] {
  const before = covered.findLastIndex(([, to]) => to + CLOSED_GAP < range[0]) + 1;
  const found = covered.findIndex(([from]) => from > range[1] + CLOSED_GAP);
  const after = found === -1 ? covered.length : found;
  const from = Math.min(range[0], covered[before]?.[0] ?? range[0]);
  const to = Math.max(range[1], covered[after - 1]?.[1] ?? range[1]);
  const joined: Range = before < after ? [from, to] : range;
  return limitRanges([...covered.slice(0, before), joined, ...covered.slice(after)]);
}

/** Any ranges in any order as one set: sorted, disjoint, gaps up to 0.5 s closed, at most 500 ranges. */
export function unionRanges(ranges: readonly Range[]): readonly Range[] {
  const union: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = union.at(-1);
    if (last !== undefined && from <= last[1] + CLOSED_GAP) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return limitRanges(union);
}

/** The part of the set before `mediaSeconds`. */
export function clipRanges(covered: readonly Range[], mediaSeconds: number): readonly Range[] {
  const end = Math.max(1, Math.round(mediaSeconds * TENTHS));
  if ((covered.at(-1)?.[1] ?? 0) <= end) return covered;
  return covered.filter(([from]) => from < end).map(([from, to]) => [from, Math.min(to, end)] as const);
}

/** The set moved from a title of `fromSeconds` to one of `toSeconds`, so that shares stay what they were. */
export function scaleRanges(covered: readonly Range[], fromSeconds: number, toSeconds: number): readonly Range[] {
  if (fromSeconds === toSeconds) return covered;
  const scale = toSeconds / fromSeconds;
  const scaled = covered.map(([from, to]) => [Math.round(from * scale), Math.round(to * scale)] as const);
  return unionRanges(scaled.filter(([from, to]) => to > from));
}

/** True when a play reaches more than 5 % past the end of a title: then the length told is not that of the play. */
export function isPastEnd(toSeconds: number, mediaSeconds: number): boolean {
  return toSeconds > mediaSeconds * PAST_END;
}

/** PostgreSQL's text of an int4multirange: `{[0,10),[20,30)}`. */
export function formatRanges(covered: readonly Range[]): string {
  return `{${covered.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}

/** Reads the text that PostgreSQL writes for an int4multirange. Throws on any other text. */
export function parseRanges(text: string): readonly Range[] {
  if (text === '{}') return [];
  if (!/^\{\[-?\d+,-?\d+\)(,\[-?\d+,-?\d+\))*\}$/.test(text)) throw new Error('Expected an int4multirange of closed-open ranges.');
  return text
    .slice(2, -2)
    .split('),[')
    .map((range) => {
      const comma = range.indexOf(',');
      return [Number(range.slice(0, comma)), Number(range.slice(comma + 1))] as const;
    });
}

function limitRanges(ranges: readonly Range[]): readonly Range[] {
  let kept = ranges;
  while (kept.length > MOST_RANGES) kept = closeSmallestGap(kept);
  return kept;
}

/** Linear, because live ingest closes one gap at a time; of equal gaps the first closes. */
function closeSmallestGap(ranges: readonly Range[]): readonly Range[] {
  let at = 1;
  for (let index = 2; index < ranges.length; index++) if (gapBefore(ranges, index) < gapBefore(ranges, at)) at = index;
  const joined: Range = [ranges[at - 1]?.[0] ?? 0, ranges[at]?.[1] ?? 0];
  return [...ranges.slice(0, at - 1), joined, ...ranges.slice(at + 1)];
}

function gapBefore(ranges: readonly Range[], index: number): number {
  return (ranges[index]?.[0] ?? 0) - (ranges[index - 1]?.[1] ?? 0);
}
