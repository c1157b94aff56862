import { badInput } from '../errors';
import { filterTokens } from './filter-tokens';

/** What a column holds of something: a text or a number. */
export type FilterFact = string | number;

/** Values of parameters by name; names are the same whatever their case. */
export type FilterValues = ReadonlyMap<string, readonly FilterFact[]>;

export const MOST_FILTER_VALUES = 25;
const LONGEST_VALUE = 1_000;

/**
 * Reads `filterValues` of a request, which packs each list into one text: `{ "GENRES": "\"horror\",\"drama\"", "DATE": "1700000000" }`.
 * Texts stand in quotation marks, numbers do not. Throws BAD_INPUT on `filterValues` or one of its names.
 */
export function parseFilterValues(given: Readonly<Record<string, string>>): FilterValues {
  const names = Object.keys(given);
  if (names.length > MOST_FILTER_VALUES)
    throw badInput('filterValues', `There are ${names.length} values.`, `at most ${MOST_FILTER_VALUES}`);
  return new Map(names.map((name) => [name.toUpperCase(), listOf(`filterValues.${name}`, given[name] ?? '')]));
}

const EXPECTED = 'texts in quotation marks or numbers, with commas in between: "\\"horror\\",\\"drama\\""';

function listOf(field: string, packed: string): readonly FilterFact[] {
  if (packed.length > LONGEST_VALUE)
    throw badInput(field, `The value has ${packed.length} characters.`, `at most ${LONGEST_VALUE} characters`);
  const tokens = tokensOf(field, packed);
  const facts: FilterFact[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    const isValue = at % 2 === 0;
    const fits = isValue ? kind === 'text' || kind === 'number' : text === ',' || (kind === 'end' && at === tokens.length - 1);
    if (!fits) throw badInput(field, 'The value is no list of values.', EXPECTED);
    if (isValue) facts.push(kind === 'number' ? Number(text) : text);
  }
  return facts;
}

function tokensOf(field: string, packed: string) {
  try {
    return filterTokens(packed);
  } catch {
    throw badInput(field, 'The value is no list of values.', EXPECTED);
  }
}
