import { parseArgs } from 'node:util';
import { UsageFault } from './usage';

/** How one option is read; null from `read`: that is none. */
export interface Option<Value> {
  readonly expected: string;
  readonly flag?: boolean;
  read(text: string): Value | null;
}

type Options = Readonly<Record<string, Option<unknown>>>;

/** What was given, by name; what was not is undefined. */
export type Given<Table extends Options> = { readonly [Name in keyof Table]?: Table[Name] extends Option<infer Value> ? Value : never };

/** Reads a command's arguments. Throws UsageFault for an option that is none, comes twice, or has a value that it does not take. */
export function readOptions<Table extends Options>(table: Table, args: readonly string[]): Given<Table> {
  const types = Object.entries(table).map(([name, { flag }]) => [name, { type: flag ? 'boolean' : 'string' }] as const);
  const { tokens } = parseArgs({ args: [...args], options: Object.fromEntries(types), strict: false, tokens: true });
  const given: Record<string, unknown> = {};
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new UsageFault(`"${token.value}"`, `an option is expected, one of ${namesOf(table)}`);
    const { name, rawName, value } = token;
    const option = Object.hasOwn(table, name) ? table[name] : undefined;
    if (option === undefined) throw new UsageFault(rawName, `there is no such option; there are ${namesOf(table)}`);
    if (name in given) throw new UsageFault(rawName, 'it is given twice');
    const read = option.flag ? value === undefined || null : option.read(value ?? '--');
    if (read === null || value?.startsWith('--')) throw new UsageFault(rawName, `${option.expected} is expected`);
    given[name] = read;
  }
  return given as Given<Table>;
}

/** An option that is there or not. */
export const flag: Option<boolean> = { flag: true, expected: 'no value', read: () => true };

/** A path. */
export function path(expected: string): Option<string> {
  return { expected, read: (text) => (text === '' || text.startsWith('--') ? null : text) };
}

/** A number within bounds. */
export function number(least: number, most: number, { whole = false } = {}): Option<number> {
  const read = (text: string): number | null => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : null;
  };
  return { expected: `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`, read };
}

/** One of several words. */
export function choice<Word extends string>(...words: readonly Word[]): Option<Word> {
  return { expected: `one of ${words.join(', ')}`, read: (text) => words.find((word) => word === text) ?? null };
}

function namesOf(table: Options): string {
  return Object.keys(table)
    .map((name) => `--${name}`)
    .join(', ');
}
