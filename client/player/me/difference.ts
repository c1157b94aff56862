interface Place<Title> {
  readonly rank: number;
  readonly title: Title;
}

/** What leaves a list and what comes instead, each in the order of its list. */
export interface Difference<Title> {
  readonly leaves: readonly Place<Title>[];
  readonly comes: readonly Place<Title>[];
}

/** Compares two answers of the same length: whoever stands in one alone. A title that is taken out may come itself, and is left out of it. */
export function differenceOf<Title extends { readonly id: string }>(
  before: readonly Place<Title>[],
  after: readonly Place<Title>[],
  withoutId: string,
): Difference<Title> {
  const known = new Set(before.map(({ title }) => title.id));
  const next = new Set(after.map(({ title }) => title.id));
  return {
    leaves: before.filter(({ title }) => !next.has(title.id)),
    comes: after.filter(({ title }) => !known.has(title.id) && title.id !== withoutId),
  };
}
