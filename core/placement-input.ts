import { badInput } from './errors';
import { isText } from './text';
import { LISTED_KINDS } from './title';

const MOST_ITEMS = 1_000;
const LONGEST = 200;

type Rule = readonly [fits: (value: unknown) => boolean, expected: string];

const isWord = (value: unknown): boolean => typeof value === 'string' && isText(value, LONGEST, 1);
const listOf = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= MOST_ITEMS && value.every(fits);
const isKind = (value: unknown): boolean => LISTED_KINDS.some((kind) => kind === value);

const FLAG: Rule = [(value) => typeof value === 'boolean', 'true or false'];
const NUMBER: Rule = [(value) => Number.isSafeInteger(value), 'a whole number'];
const SHARE: Rule = [(value) => typeof value === 'number' && Number.isFinite(value), 'a number from 0 to 1'];
const WORD: Rule = [isWord, `a text of 1 to ${LONGEST} characters`];

const RULES: ReadonlyMap<string, Rule> = new Map([
  ['kinds', [(value) => listOf(value, isKind), `a list of ${LISTED_KINDS.join(', ')}`]],
  ['perKind', NUMBER],
  ['genres', [(value) => listOf(value, isWord), 'a list of genres']],
  ['mood', WORD],
  ['availableSeconds', NUMBER],
  ['maxTitleSeconds', NUMBER],
  ['yearFrom', NUMBER],
  ['yearTo', NUMBER],
  ['region', WORD],
  ['locale', WORD],
  ['maxCertificate', WORD],
  ['excludeSeen', FLAG],
  ['excludeServed', FLAG],
  ['excludeTitleIds', [(value) => listOf(value, (one) => isWord(one) || Number.isSafeInteger(one)), 'a list of ids']],
  ['diversity', SHARE],
  ['explorationShare', SHARE],
  ['seed', NUMBER],
]);

/**
 * Checks the shape of what a placement is told as JSON, of which nothing is believed; fields that are null count as left out.
 * Throws BAD_INPUT, with its field below `at`, for a field that there is not and a value of the wrong type.
 */
export function placementFields(given: Readonly<Record<string, unknown>>, at: string): Readonly<Record<string, unknown>> {
  const fields = Object.entries(given).filter(([, value]) => value !== null);
  for (const [field, value] of fields) {
    const [fits, expected] = RULES.get(field) ?? [];
    if (!fits) throw badInput(at, `A placement has no field ${JSON.stringify(field.slice(0, 50))}.`, [...RULES.keys()].join(', '));
    if (!fits(value)) throw badInput(`${at}.${field}`, `${field} is of another type.`, expected ?? '');
  }
  return Object.fromEntries(fields);
}
