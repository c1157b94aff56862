import fc from 'fast-check';
import { AppError, ErrorCode } from '../../core/errors';
import { LONGEST_FILTER, parseFilter } from '../../core/personalize/filter-language';
import { printFilter } from '../../core/personalize/filter-print';
import { type FilterRule, type FilterTest, type FilterTree, type FilterValue, parametersOf } from '../../core/personalize/filter-tree';

describe('the filter language of Amazon Personalize', () => {
  it('reads the kinds of expression that its guide shows', () => {
    expect(parseFilter('EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("*")').rules).toEqual([
      {
        effect: 'EXCLUDE',
        anyOf: [[{ dataset: 'Interactions', column: 'EVENT_TYPE', operator: 'IN', values: [{ kind: 'any' }] }]],
        onlyIf: [],
      },
    ]);
    const both = parseFilter(
      'INCLUDE ItemID WHERE Items.GENRES IN ($GENRES) IF CurrentUser.AGE > 18 | EXCLUDE ItemID WHERE Items.CREATION_TIMESTAMP < $DATE',
    );
    expect(both.rules.map(({ effect, onlyIf }) => [effect, onlyIf.length])).toEqual([
      ['INCLUDE', 1],
      ['EXCLUDE', 0],
    ]);
    expect(parametersOf(both.rules)).toEqual(['GENRES', 'DATE']);
    expect(parseFilter('INCLUDE ItemID WHERE Items.PRICE <= CurrentItem.PRICE').rules[0]?.anyOf[0]?.[0]?.values).toEqual([
      { kind: 'currentItem', column: 'PRICE' },
    ]);
    const either = parseFilter('include itemid where Items.A IN CurrentItem.A and items.B = 2 or Items.C NOT IN ("x", "y")');
    expect(either.rules[0]?.anyOf.map((tests) => tests.map(({ column }) => column))).toEqual([['A', 'B'], ['C']]);
  });

  it.each([
    ['', 'character 1', 'INCLUDE or EXCLUDE'],
    ['INCLUDE UserID WHERE Items.A = 1', 'character 9', 'ItemID'],
    ['INCLUDE ItemID WHERE', 'character 21', 'Items or Interactions'],
    ['INCLUDE ItemID WHERE Users.AGE > 1', 'character 22', 'Items or Interactions'],
    ['INCLUDE ItemID WHERE Items.A IN ("x"', 'character 37', ', or )'],
    ['INCLUDE ItemID WHERE Items.A IN ("x', 'character 34', 'a closing "'],
    ['INCLUDE ItemID WHERE Items.A IN ()', 'character 34', 'a "text" or a $PARAMETER'],
    ['INCLUDE ItemID WHERE Items.A NOT IN ($X)', 'character 38', 'not taken with NOT IN'],
    ['INCLUDE ItemID WHERE Items.A = "x"', 'character 32', 'a number'],
    ['INCLUDE ItemID WHERE Items.A ! 1', 'character 30', 'a word'],
    ['INCLUDE ItemID WHERE Interactions.EVENT_VALUE IN ("x")', 'character 35', 'Interactions.EVENT_TYPE'],
    ['INCLUDE ItemID WHERE Items.A = 1 AND Interactions.EVENT_TYPE IN ("x")', 'character 38', '| and another'],
    ['INCLUDE ItemID WHERE Items.A = 1 IF Items.B = 2', 'character 37', 'CurrentUser'],
    ['INCLUDE ItemID WHERE Items.A = 1 IF CurrentUser.B = 2 IF CurrentUser.C = 3', 'character 55', 'the end'],
    [`INCLUDE ItemID WHERE Items.A = ${'9'.repeat(400)}`, 'character 32', 'a number that'],
  ])('says of %j where the fault is and what would be right', (expression, place, expected) => {
    const fault = faultOf(expression);
    expect(fault.message.toLowerCase()).toContain(place);
    expect(fault.expected).toContain(expected);
  });

  it('reads back what it writes', () => {
    fc.assert(fc.property(TREES, (tree) => expect(parseFilter(printFilter(tree))).toEqual(tree)));
  });

  it('refuses whatever else there is, and never in another way', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string()), { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces), (text) => void faultOrTree(text)));
  });

  it('is not slowed down by a long text', () => {
    for (const text of ['"', '$', 'a', '1', ' ', '-', '1.', '(', 'INCLUDE '])
      expect(faultOf(text.repeat(LONGEST_FILTER)).code).toBe(ErrorCode.BAD_INPUT);
  });
});

const WORDS = [
  'INCLUDE',
  'EXCLUDE',
  'ItemID',
  'WHERE',
  'Items.A',
  'Interactions.EVENT_TYPE',
  'IN',
  'NOT',
  '("x")',
  '($P)',
  'IF',
  '|',
  '= 1',
];

function faultOf(expression: string): AppError {
  try {
    parseFilter(expression);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`${expression} was read.`);
}

function faultOrTree(text: string): AppError | FilterTree {
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof AppError && error.code === ErrorCode.BAD_INPUT) return error;
    throw error;
  }
}

const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}$/);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value): FilterValue => ({ kind: 'number', number: value + 0 }));
const text = fc
  .string({ maxLength: 12 })
  .filter((value) => !value.includes('"'))
  .map((value): FilterValue => ({ kind: 'text', text: value }));
const parameter = name.map((value): FilterValue => ({ kind: 'parameter', name: value }));
const several = (value: fc.Arbitrary<FilterValue>) => fc.array(value, { minLength: 1, maxLength: 4 });
const comparison = fc.constantFrom('=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const);
const dataset = (only: 'Items' | 'CurrentUser'): fc.Arbitrary<FilterTest> =>
  fc.oneof(
    fc.record({ dataset: fc.constant(only), column: name, operator: comparison, values: several(fc.oneof(number, parameter)).map(one) }),
    fc.record({
      dataset: fc.constant(only),
      column: name,
      operator: fc.constant('IN' as const),
      values: several(fc.oneof(text, parameter)),
    }),
    fc.record({ dataset: fc.constant(only), column: name, operator: fc.constant('NOT IN' as const), values: several(text) }),
  );
const eventTest = fc.record({
  dataset: fc.constant('Interactions' as const),
  column: fc.constant('EVENT_TYPE'),
  operator: fc.constant('IN' as const),
  values: several(text.filter((value) => value.kind !== 'text' || value.text !== '*')),
});
const groups = (test: fc.Arbitrary<FilterTest>) => fc.array(fc.array(test, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const RULES: fc.Arbitrary<FilterRule> = fc.record({
  effect: fc.constantFrom('INCLUDE' as const, 'EXCLUDE' as const),
  anyOf: fc.oneof(groups(dataset('Items')), groups(eventTest)),
  onlyIf: fc.array(dataset('CurrentUser'), { maxLength: 2 }),
});
const TREES: fc.Arbitrary<FilterTree> = fc.record({ rules: fc.array(RULES, { minLength: 1, maxLength: 3 }) });

function one(values: readonly FilterValue[]): readonly FilterValue[] {
  return values.slice(0, 1);
}
