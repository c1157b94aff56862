import { badInput } from '../errors';
import type { FilterRule, FilterTest, FilterTree, FilterValue } from './filter-tree';
import { parametersOf } from './filter-tree';
import type { FilterFact, FilterValues } from './filter-values';

/** Where an expression finds what it asks for. Names of columns come in upper case. */
export interface FilterFacts<Item> {
  /** A column of titles; null where there is none of this name. */
  items(column: string): ((item: Item) => readonly FilterFact[]) | null;
  /** The types of event that the person has with a title, in lower case. */
  eventTypes(item: Item): readonly string[];
  /** A column of the person the list is for; null where there is none of this name. */
  person(column: string): readonly FilterFact[] | null;
  /** The title that similar ones are asked for; null in every other list. */
  readonly currentItem: Item | null;
}

/** Whether a title passes. */
export type FilterPass<Item> = (item: Item) => boolean;

type Facts = readonly FilterFact[];

/**
 * Makes the test of an expression: what any INCLUDE takes in (everything, where none speaks), without what any EXCLUDE leaves out. A rule
 * whose IF does not hold for the person says nothing, nor does an EXCLUDE whose parameters are not all told. A column that holds several
 * values passes where any of them does; one that holds nothing passes NOT IN alone. Texts are compared letter by letter, types of event
 * whatever their case. Throws BAD_INPUT for a column that there is not, a parameter that an INCLUDE needs or that no rule knows,
 * and CurrentItem where there is none.
 */
export function filterPass<Item>({ rules }: FilterTree, values: FilterValues, facts: FilterFacts<Item>): FilterPass<Item> {
  const known = new Set(parametersOf(rules).map((name) => name.toUpperCase()));
  const unknown = [...values.keys()].find((name) => !known.has(name));
  if (unknown !== undefined)
    throw badInput('filterValues', 'A value is for no parameter of the filter.', known.size === 0 ? 'none' : [...known].join(', '));
  const speaking = rules.map((rule) => passOf(rule, values, facts));
  const taking = speaking.filter((pass, at) => pass !== null && rules[at]?.effect === 'INCLUDE') as FilterPass<Item>[];
  const leaving = speaking.filter((pass, at) => pass !== null && rules[at]?.effect === 'EXCLUDE') as FilterPass<Item>[];
  return (item) => (taking.length === 0 || taking.some((pass) => pass(item))) && !leaving.some((pass) => pass(item));
}

/** Null for a rule that says nothing here. */
function passOf<Item>(rule: FilterRule, values: FilterValues, facts: FilterFacts<Item>): FilterPass<Item> | null {
  const missing = parametersOf([rule]).find((name) => !values.has(name.toUpperCase()));
  if (missing !== undefined && rule.effect === 'INCLUDE')
    throw badInput(`filterValues.${missing}`, 'The filter needs this value.', 'for example "\\"drama\\""');
  const anyOf = rule.anyOf.map((tests) => tests.map((test) => passOfTest(test, values, facts)));
  const holds = rule.onlyIf.map((test) => holdsFor(test, values, facts));
  if (missing !== undefined || holds.includes(false)) return null;
  return (item) => anyOf.some((tests) => tests.every((pass) => pass(item)));
}

function passOfTest<Item>(test: FilterTest, values: FilterValues, facts: FilterFacts<Item>): FilterPass<Item> {
  const wanted = test.values.flatMap((value) => told(value, values, facts));
  if (test.dataset === 'Interactions') {
    const any = test.values.some(({ kind }) => kind === 'any');
    const types = new Set(wanted.map((type) => String(type).toLowerCase()));
    const isIn: FilterPass<Item> = (item) => facts.eventTypes(item).some((type) => any || types.has(type));
    return test.operator === 'IN' ? isIn : (item) => !isIn(item);
  }
  const column = columnOf(facts, test.column);
  const compare = comparison(test, wanted);
  return (item) => compare(column(item));
}

function holdsFor<Item>(test: FilterTest, values: FilterValues, facts: FilterFacts<Item>): boolean {
  const column = facts.person(test.column.toUpperCase());
  if (column === null) throw noColumn(`CurrentUser.${test.column}`);
  return comparison(
    test,
    test.values.flatMap((value) => told(value, values, facts)),
  )(column);
}

function comparison({ operator }: FilterTest, wanted: Facts): (found: Facts) => boolean {
  if (operator === 'IN' || operator === 'NOT IN') {
    const texts = new Set(wanted.map(String));
    const isIn = (found: Facts): boolean => found.some((fact) => texts.has(String(fact)));
    return operator === 'IN' ? isIn : (found) => !isIn(found);
  }
  const [first] = wanted;
  if (first === undefined) return () => false;
  const bound = numberIn(first);
  if (operator === '=') return (found) => found.some((fact) => String(fact) === String(first) || numberIn(fact) === bound);
  const compared = { '<': (fact: number) => fact < bound, '<=': (fact: number) => fact <= bound, '>': (fact: number) => fact > bound };
  const holds = operator === '>=' ? (fact: number) => fact >= bound : compared[operator];
  return (found) => found.some((fact) => holds(numberIn(fact)));
}

/** NaN for a text that is no number, which no comparison lets pass. */
function numberIn(fact: FilterFact): number {
  return typeof fact === 'string' && fact.trim() === '' ? Number.NaN : Number(fact);
}

function told<Item>(value: FilterValue, values: FilterValues, facts: FilterFacts<Item>): Facts {
  switch (value.kind) {
    case 'text':
      return [value.text];
    case 'number':
      return [value.number];
    case 'parameter':
      return values.get(value.name.toUpperCase()) ?? [];
    case 'any':
      return [];
    case 'currentItem': {
      if (facts.currentItem === null)
        throw badInput('filterArn', 'The filter looks at CurrentItem, which only a list of similar titles has.', 'a request with itemId');
      return columnOf(facts, value.column)(facts.currentItem);
    }
  }
}

function columnOf<Item>(facts: FilterFacts<Item>, name: string): (item: Item) => Facts {
  const column = facts.items(name.toUpperCase());
  if (column === null) throw noColumn(`Items.${name}`);
  return column;
}

function noColumn(name: string) {
  return badInput('filterExpression', `There is no column ${name}.`, 'one of the columns that docs/aws.md names');
}
