import type { FilterRule, FilterTest, FilterTree, FilterValue } from './filter-tree';

/** The expression of a tree, as `parseFilter` reads it; the same tree comes back. A text with a quotation mark cannot be written. */
export function printFilter({ rules }: FilterTree): string {
  return rules.map(ruleText).join(' | ');
}

function ruleText({ effect, anyOf, onlyIf }: FilterRule): string {
  const where = anyOf.map((tests) => tests.map(testText).join(' AND ')).join(' OR ');
  return `${effect} ItemID WHERE ${where}${onlyIf.length === 0 ? '' : ` IF ${onlyIf.map(testText).join(' AND ')}`}`;
}

function testText({ dataset, column, operator, values }: FilterTest): string {
  const isList = operator === 'IN' || operator === 'NOT IN';
  const told = values.map(valueText).join(', ');
  return `${dataset}.${column} ${operator} ${isList ? `(${told})` : told}`;
}

function valueText(value: FilterValue): string {
  switch (value.kind) {
    case 'text':
      return `"${value.text}"`;
    case 'number':
      return String(value.number);
    case 'parameter':
      return `$${value.name}`;
    case 'any':
      return '"*"';
    case 'currentItem':
      return `CurrentItem.${value.column}`;
  }
}
