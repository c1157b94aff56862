/** A filter expression of Amazon Personalize, read: what an application may ask of a list beside whom it is for. */
export interface FilterTree {
  readonly rules: readonly FilterRule[];
}

/** One expression between bars: takes titles in, or leaves them out. */
export interface FilterRule {
  readonly effect: 'INCLUDE' | 'EXCLUDE';
  /** OR of ANDs: a title is meant when every test of one of the groups holds. */
  readonly anyOf: readonly (readonly FilterTest[])[];
  /** The rule holds only for a person of whom all of these hold. */
  readonly onlyIf: readonly FilterTest[];
}

/** What is looked at: a title, what the person did with it, or the person. */
export type FilterDataset = 'Items' | 'Interactions' | 'CurrentUser';

/** `field operator values`: one value for a comparison, one or more for IN and NOT IN. */
export interface FilterTest {
  readonly dataset: FilterDataset;
  /** As it was written; columns are the same whatever their case. */
  readonly column: string;
  readonly operator: FilterOperator;
  readonly values: readonly FilterValue[];
}

export type FilterOperator = 'IN' | 'NOT IN' | Comparison;
export type Comparison = '=' | '<' | '<=' | '>' | '>=';

export type FilterValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** `$NAME`: told with each request. */
  | { readonly kind: 'parameter'; readonly name: string }
  /** `*`: any event type at all. */
  | { readonly kind: 'any' }
  /** `CurrentItem.NAME`: what that column holds for the title that similar ones are asked for. */
  | { readonly kind: 'currentItem'; readonly column: string };

/** Names of all parameters in a tree, each once, in the order in which they stand. */
export function parametersOf(rules: readonly FilterRule[]): readonly string[] {
  const tests = rules.flatMap(({ anyOf, onlyIf }) => [...anyOf.flat(), ...onlyIf]);
  return [...new Set(tests.flatMap(({ values }) => values.flatMap((value) => (value.kind === 'parameter' ? [value.name] : []))))];
}
