import { COLON, QUOTE, SPACE, TAB } from './separator';

// As in plain-rows.ts: names of other modules are looked up at each use.
const colon = COLON;
const quote = QUOTE;
const space = SPACE;
const tab = TAB;

/** What stands between fields: a comma, a tab, two colons, or any run of spaces and tabs (told by SPACE). */
export type Separator = number;

/** The fields of one line, as places in its buffer; made once and used again. */
export interface Fields {
  count: number;
  from: Int32Array;
  to: Int32Array;
  /** 1: the field stood in quotes, and two quotes in it stand for one. */
  doubled: Uint8Array;
}

/** Room for the fields of a line. */
export function fieldRoom(): Fields {
  return { count: 0, from: new Int32Array(8), to: new Int32Array(8), doubled: new Uint8Array(8) };
}

/**
 * Cuts a line, which ends before `to`, into fields without the blanks around them. Quotes around a whole field are taken away (RFC 4180,
 * but a line break ends the line); others belong to it. False: a quote is not closed.
 */
export function cutLine(fields: Fields, bytes: Uint8Array, from: number, to: number, separator: Separator): boolean {
  fields.count = 0;
  const width = separator === colon ? 2 : 1;
  for (let at = from; ; ) {
    at = blanksEnd(bytes, at, to, separator);
    if (at === to && separator === space) return true;
    const close = at < to && bytes[at] === quote ? closingQuote(bytes, at + 1, to) : -1;
    if (close === to) return false;
    const after = blanksEnd(bytes, close + 1, to, separator);
    const quoted = close !== -1 && (after === to || separates(bytes, separator === space ? close + 1 : after, to, separator));
    const end = quoted ? after : fieldEnd(bytes, at, to, separator);
    if (quoted) add(fields, at + 1, close, bytes.indexOf(quote, at + 1) < close ? 1 : 0);
    else add(fields, at, blanksStart(bytes, at, end, separator), 0);
    if (end === to) return true;
    at = separator === space ? end : end + width;
  }
}

/** The text of a field; `ascii` says that the line holds no other bytes. */
export function fieldText(fields: Fields, bytes: Buffer, field: number, ascii: boolean): string {
  const text = bytes.toString(ascii ? 'latin1' : 'utf8', fields.from[field], fields.to[field]);
  return fields.doubled[field] === 1 ? text.replaceAll('""', '"') : text;
}

function add(fields: Fields, from: number, to: number, doubled: 0 | 1): void {
  if (fields.count === fields.from.length) widen(fields);
  fields.from[fields.count] = from;
  fields.to[fields.count] = to;
  fields.doubled[fields.count++] = doubled;
}

function widen(fields: Fields): void {
  const { from, to, doubled } = fields;
  fields.from = new Int32Array(2 * from.length);
  fields.to = new Int32Array(2 * from.length);
  fields.doubled = new Uint8Array(2 * from.length);
  fields.from.set(from);
  fields.to.set(to);
  fields.doubled.set(doubled);
}

// The quote that is not doubled; `to` where there is none.
function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote || at + 1 === to) return at;
    at++;
  }
  return to;
}

function separates(bytes: Uint8Array, at: number, to: number, separator: Separator): boolean {
  if (separator === space) return bytes[at] === space || bytes[at] === tab;
  return bytes[at] === separator && (separator !== colon || (bytes[at + 1] === colon && at + 1 < to));
}

function fieldEnd(bytes: Uint8Array, from: number, to: number, separator: Separator): number {
  let at = from;
  while (at < to && !separates(bytes, at, to, separator)) at++;
  return at;
}

function isBlank(byte: number | undefined, separator: Separator): boolean {
  return byte === space || (byte === tab && separator !== tab);
}

function blanksEnd(bytes: Uint8Array, from: number, to: number, separator: Separator): number {
  let at = from;
  while (at < to && isBlank(bytes[at], separator)) at++;
  return at;
}

function blanksStart(bytes: Uint8Array, from: number, end: number, separator: Separator): number {
  let at = end;
  while (at > from && isBlank(bytes[at - 1], separator)) at--;
  return at;
}
