import { badInput } from '../errors';
import { type FilterToken, filterFault, filterTokens } from './filter-tokens';
import type { Comparison, FilterDataset, FilterRule, FilterTest, FilterTree, FilterValue } from './filter-tree';

/** As in Amazon Personalize's CreateFilter. */
export const LONGEST_FILTER = 2_500;

/**
 * Reads a filter expression as Amazon Personalize documents it:
 *
 *     INCLUDE ItemID WHERE Items.GENRES IN ("Comedy", $MORE) AND Items.YEAR >= 1990 IF CurrentUser.LOCALE IN ("en")
 *     | EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("watched")
 *
 * AND binds more tightly than OR, which its guide leaves open. Keywords and names of datasets are the same in either case. Throws BAD_INPUT,
 * which says at which character the fault is and what would have been right there.
 */
export function parseFilter(expression: string): FilterTree {
  if (expression.length > LONGEST_FILTER)
    throw badInput('filterExpression', `The expression has ${expression.length} characters.`, `at most ${LONGEST_FILTER} characters`);
  const reader = readerOf(filterTokens(expression));
  const rules = [rule(reader)];
  while (reader.takeSign('|')) rules.push(rule(reader));
  if (reader.next().kind !== 'end') throw reader.fault('AND, OR, IF, | or the end');
  return { rules };
}

/** Tokens with a place among them. */
interface Reader {
  next(): FilterToken;
  take(): FilterToken;
  takeWord(word: string): boolean;
  takeSign(sign: string): boolean;
  needWord(words: readonly string[]): string;
  needSign(sign: string): void;
  fault(expected: string, message?: string): Error;
}

function readerOf(tokens: readonly FilterToken[]): Reader {
  let place = 0;
  const next = (): FilterToken => tokens[place] as FilterToken;
  const take = (): FilterToken => {
    const token = next();
    if (token.kind !== 'end') place += 1;
    return token;
  };
  const fault = (expected: string, message?: string): Error =>
    filterFault(next().at, message ?? (next().kind === 'end' ? 'The expression ends here.' : 'Something else stands here.'), expected);
  const takes = (kind: FilterToken['kind'], wanted: string): boolean => {
    const { kind: found, text } = next();
    if (found !== kind || text.toLowerCase() !== wanted.toLowerCase()) return false;
    take();
    return true;
  };
  return {
    next,
    take,
    fault,
    takeWord: (word) => takes('word', word),
    takeSign: (sign) => takes('sign', sign),
    needWord(words) {
      const found = words.find((word) => takes('word', word));
      if (found === undefined) throw fault(words.join(' or '));
      return found;
    },
    needSign(sign) {
      if (!takes('sign', sign)) throw fault(sign);
    },
  };
}

function rule(reader: Reader): FilterRule {
  const effect = reader.needWord(['INCLUDE', 'EXCLUDE']) as FilterRule['effect'];
  reader.needWord(['ItemID']);
  reader.needWord(['WHERE']);
  const first = test(reader, TITLES);
  const { dataset } = first;
  const anyOf = [[first]];
  for (;;) {
    if (reader.takeWord('AND')) anyOf.at(-1)?.push(sameDataset(reader, dataset));
    else if (reader.takeWord('OR')) anyOf.push([sameDataset(reader, dataset)]);
    else break;
  }
  return { effect, anyOf, onlyIf: reader.takeWord('IF') ? conditions(reader) : [] };
}

function conditions(reader: Reader): readonly FilterTest[] {
  const tests = [test(reader, PERSON)];
  while (reader.takeWord('AND')) tests.push(test(reader, PERSON));
  return tests;
}

function sameDataset(reader: Reader, dataset: FilterDataset): FilterTest {
  const { kind, text } = reader.next();
  const isOther = kind === 'word' && TITLES.some((other) => other !== dataset && other.toLowerCase() === text.toLowerCase());
  if (isOther) throw reader.fault(`${dataset}, or | and another expression`, 'An expression looks at one dataset only.');
  return test(reader, [dataset]);
}

const TITLES: readonly FilterDataset[] = ['Items', 'Interactions'];
const PERSON: readonly FilterDataset[] = ['CurrentUser'];
const COMPARISONS: readonly string[] = ['=', '<', '<=', '>', '>='];

function test(reader: Reader, datasets: readonly FilterDataset[]): FilterTest {
  const dataset = reader.needWord(datasets) as FilterDataset;
  const { text: column, at } = columnOf(reader);
  const isEventType = dataset === 'Interactions';
  if (isEventType && column.toUpperCase() !== 'EVENT_TYPE')
    throw filterFault(at, 'Of interactions only EVENT_TYPE can be asked for.', 'Interactions.EVENT_TYPE');
  const { kind, text } = reader.next();
  if (kind === 'sign' && COMPARISONS.includes(text) && !isEventType) {
    reader.take();
    return { dataset, column, operator: text as Comparison, values: [compared(reader, dataset)] };
  }
  const isNegative = reader.takeWord('NOT');
  if (!reader.takeWord('IN')) throw reader.fault(isNegative || isEventType ? 'IN' : 'IN, NOT IN, =, <, <=, > or >=');
  return { dataset, column, operator: isNegative ? 'NOT IN' : 'IN', values: listed(reader, { dataset, isNegative }) };
}

function columnOf(reader: Reader): FilterToken {
  reader.needSign('.');
  if (reader.next().kind !== 'word') throw reader.fault('the name of a column');
  return reader.take();
}

function numberOf(reader: Reader): FilterValue {
  const number = Number(reader.next().text);
  if (!Number.isFinite(number)) throw reader.fault('a number that a computer can hold');
  reader.take();
  return { kind: 'number', number };
}

function compared(reader: Reader, dataset: FilterDataset): FilterValue {
  const { kind } = reader.next();
  if (kind === 'number') return numberOf(reader);
  if (kind === 'parameter') return { kind: 'parameter', name: reader.take().text };
  if (kind === 'text' && dataset === 'CurrentUser') return { kind: 'text', text: reader.take().text };
  if (dataset === 'Items' && reader.takeWord('CurrentItem')) return { kind: 'currentItem', column: columnOf(reader).text };
  throw reader.fault(dataset === 'Items' ? 'a number, a $PARAMETER or CurrentItem.NAME' : 'a number, a $PARAMETER or a "text"');
}

function listed(reader: Reader, list: { readonly dataset: FilterDataset; readonly isNegative: boolean }): readonly FilterValue[] {
  if (list.dataset === 'Items' && reader.takeWord('CurrentItem')) return [{ kind: 'currentItem', column: columnOf(reader).text }];
  if (!reader.takeSign('(')) throw reader.fault(list.dataset === 'Items' ? '( or CurrentItem.NAME' : '(');
  const values = [oneOf(reader, list)];
  while (reader.takeSign(',')) values.push(oneOf(reader, list));
  if (!reader.takeSign(')')) throw reader.fault(', or )');
  return values;
}

function oneOf(reader: Reader, { dataset, isNegative }: { readonly dataset: FilterDataset; readonly isNegative: boolean }): FilterValue {
  const isEventType = dataset === 'Interactions';
  const { kind, text } = reader.next();
  if (isEventType && ((kind === 'text' && text === '*') || (kind === 'sign' && text === '*'))) {
    reader.take();
    return { kind: 'any' };
  }
  if (kind === 'text') return { kind: 'text', text: reader.take().text };
  if (kind === 'number' && !isEventType) return numberOf(reader);
  if (kind === 'parameter' && isNegative) throw reader.fault('a value: $PARAMETERS are not taken with NOT IN', 'A parameter stands here.');
  if (kind === 'parameter') return { kind: 'parameter', name: reader.take().text };
  if (dataset === 'Items' && reader.takeWord('CurrentItem')) return { kind: 'currentItem', column: columnOf(reader).text };
  throw reader.fault(isEventType ? 'a "type of event", "*" or a $PARAMETER' : 'a "text" or a $PARAMETER');
}
