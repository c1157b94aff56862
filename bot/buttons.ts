/** What buttons do, by the first word of their data. */
export const VERBS = ['g', 'gd', 'c', 'ce', 'mn', 'st', 'm', 't', 'w', 'a', 'bj', 'bl', 'bv'] as const;
export type Verb = (typeof VERBS)[number];

/** A button's data, read. */
export interface Pressed {
  readonly verb: Verb;
  readonly parts: readonly string[];
}

/** An inline button: it sends data back, or leads somewhere. */
export type Button = { readonly text: string; readonly callback_data: string } | { readonly text: string; readonly url: string };
/** Rows of buttons. */
export type Keyboard = readonly (readonly Button[])[];

const MOST_BYTES = 64;
const PART = /^[\w-]{0,40}$/;
const MOST_PARTS = 5;
const LONGEST_LABEL = 60;

/** A button that sends back a verb and its parts. Throws where Telegram would take no such data. */
export function button(text: string, verb: Verb, ...parts: readonly (string | number)[]): Button {
  const data = [verb, ...parts].join(':');
  if (Buffer.byteLength(data) > MOST_BYTES || readData(data) === null) throw new Error(`No data of a button: ${data}`);
  return { text: clip(text, LONGEST_LABEL), callback_data: data };
}

/** Reads a button's data; null for what no button of this bot sends. */
export function readData(data: string): Pressed | null {
  if (Buffer.byteLength(data) > MOST_BYTES) return null;
  const [first, ...parts] = data.split(':');
  const verb = VERBS.find((each) => each === first);
  return verb !== undefined && parts.length <= MOST_PARTS && parts.every((part) => PART.test(part)) ? { verb, parts } : null;
}

/** A whole number of a part; null where it is none. */
export function numberIn(part: string | undefined): number | null {
  return part !== undefined && /^\d{1,15}$/.test(part) ? Number(part) : null;
}

/** A name too long for a button's data, in at most seven letters and digits (FNV-1a, 32 bits). */
export function shortOf(name: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** Buttons in rows of so many. */
export function inRows(buttons: readonly Button[], columns: number): Keyboard {
  return Array.from({ length: Math.ceil(buttons.length / columns) }, (_, row) => buttons.slice(row * columns, (row + 1) * columns));
}

/** A text of at most so many characters; what is cut off is told by an ellipsis. */
export function clip(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
