import { invalidInput } from './error';

/** Reads one member of a request: its value, or InvalidInputException that names `path`. */
export type Shape<Value> = (value: unknown, path: string) => Value;

type ValueOf<Read> = Read extends Shape<infer Value> ? Value : never;

/** A text of `least` to `most` characters; NUL and half a surrogate pair cannot be kept. */
export function text(most: number, least = 1): Shape<string> {
  return (value, path) => {
    const fits = typeof value === 'string' && value.length >= least && value.length <= most && !/[\0\p{Surrogate}]/u.test(value);
    return fits ? value : refuse(path, `a text of ${least} to ${most} characters without NUL`, value);
  };
}

/** A number from `least` to `most`. */
export function number(least: number, most: number): Shape<number> {
  return (value, path) =>
    typeof value === 'number' && value >= least && value <= most ? value : refuse(path, `a number from ${least} to ${most}`, value);
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): Shape<number> {
  return (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : refuse(path, `a whole number from ${least} to ${most}`, value);
}

/** A list of `least` to `most` members. */
export function list<Value>(member: Shape<Value>, most: number, least = 1): Shape<readonly Value[]> {
  return (value, path) =>
    Array.isArray(value) && value.length >= least && value.length <= most
      ? value.map((each, at) => member(each, `${path}[${at}]`))
      : refuse(path, `a list of ${least} to ${most}`, value);
}

/** A map from names that `key` matches to texts, at most `most` of them. */
export function texts(
  most: number,
  { key, value: longest }: { readonly key: RegExp; readonly value: number },
): Shape<Readonly<Record<string, string>>> {
  const member = text(longest, 0);
  return (value, path) => {
    const entries = Object.entries(isObject(value) ? value : refuse(path, 'an object', value));
    if (entries.length > most) refuse(path, `at most ${most} names`, entries);
    const wrong = entries.findIndex(([name]) => !key.test(name));
    if (wrong >= 0) refuse(path, `names such as ${String(key)}`, 'another');
    return Object.fromEntries(entries.map(([name, each]) => [name, member(each, `${path}.${name}`)]));
  };
}

/** A member that may be left out; null counts as left out. */
export function optional<Value>(member: Shape<Value>): Shape<Value | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : member(value, path));
}

/** An object with these members and no other: what we do not do is refused by name. */
export function object<Members extends Readonly<Record<string, Shape<unknown>>>>(
  members: Members,
): Shape<{ readonly [Name in keyof Members]: ValueOf<Members[Name]> }> {
  const named = Object.entries(members);
  return (value, path) => {
    const given = isObject(value) ? value : refuse(path || 'body', 'an object', value);
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    for (const name in given)
      if (!Object.hasOwn(members, name)) throw invalidInput(at(shown(name)), 'This is not answered here.', Object.keys(members).join(', '));
    const read: Record<string, unknown> = {};
    for (const [name, member] of named) read[name] = member(Object.hasOwn(given, name) ? given[name] : undefined, at(name));
    return read as { readonly [Name in keyof Members]: ValueOf<Members[Name]> };
  };
}

/** JSON in a text, as the `properties` of events, items and users are sent. */
export function jsonObject(most: number): Shape<Readonly<Record<string, unknown>>> {
  return (value, path) => {
    if (typeof value !== 'string' || value.length > most) return refuse(path, `JSON of at most ${most} characters`, value);
    try {
      const parsed: unknown = JSON.parse(value);
      if (isObject(parsed)) return parsed;
    } catch {
      // What is no JSON is told below as what is no object.
    }
    return refuse(path, 'a text that holds a JSON object', value);
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(path: string, expected: string, got: unknown): never {
  throw invalidInput(path, `It came as ${described(got)}.`, expected);
}

/** What came: numbers as they are, anything else by its kind and size, so that nothing private is repeated. */
function described(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

const shown = (name: string): string => (/^\w{1,60}$/.test(name) ? name : 'a member');
