import type { Title } from '../title';
import { AwsError } from './error';

/** Softmax of scores: what each would be of the whole, 1 together. The largest is taken off first, so that nothing overflows. */
export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** A list with a softmax of what a model scored; titles that none did have no score. */
export function withShares<Item extends { readonly score: number | null }>(
  items: readonly Item[],
): readonly (Item & { readonly share: number | null })[] {
  const scored = items.filter(({ score }) => score !== null);
  const shares = new Map(softmax(scored.map(({ score }) => score as number)).map((share, at) => [scored[at], share]));
  return items.map((item) => ({ ...item, share: shares.get(item) ?? null }));
}

/** What an answer can tell of a title, by the name of its column; all as texts, several values with bars in between. */
const METADATA: Readonly<Record<string, (title: Title, label: string) => string | number | null>> = {
  NAME: (_title, label) => label,
  URL: ({ mediaUrl }) => mediaUrl,
  KIND: ({ kind }) => kind,
  GENRES: ({ genres }) => genres.join('|') || null,
  CATEGORY: ({ category }) => category,
  LANGUAGE: ({ attributes }) => attributes.language ?? null,
  YEAR: ({ year }) => year,
  SECONDS: ({ seconds }) => seconds,
  PAGES: ({ pages }) => pages,
  CERTIFICATE: ({ certificate }) => certificate,
  CREATION_TIMESTAMP: ({ createdAt }) => Math.floor(createdAt.getTime() / 1000),
};

/** Throws InvalidInputException for a column that no title has. */
export function checkMetadataColumns(columns: readonly string[]): void {
  const unknown = columns.findIndex((name) => !Object.hasOwn(METADATA, name.toUpperCase()));
  if (unknown >= 0)
    throw new AwsError(
      'InvalidInputException',
      `metadataColumns.ITEMS[${unknown}]: There is no such column. Expected one of ${Object.keys(METADATA).join(', ')}.`,
    );
}

/** The columns asked for of a title that is called `label`, by the names asked for; what is not known is left out. */
export function metadataOf(
  { title, label }: { readonly title: Title; readonly label: string },
  columns: readonly string[],
): Readonly<Record<string, string>> {
  const told = columns.map((name) => [name, METADATA[name.toUpperCase()]?.(title, label) ?? null] as const);
  return Object.fromEntries(told.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])));
}

/**
 * Promoted items among the rest: each at a place drawn by `random` (0 to 1), both in their own order. `most` of them all, of which `share`
 * per cent are promoted as far as there are so many; an item that is promoted stands nowhere else.
 */
export function withPromotions<Item>(
  rest: readonly Item[],
  promoted: readonly Item[],
  {
    most,
    share,
    random,
    idOf,
  }: { readonly most: number; readonly share: number; readonly random: () => number; readonly idOf: (item: Item) => number },
): readonly { readonly item: Item; readonly isPromoted: boolean }[] {
  const chosen = promoted.slice(0, Math.floor((most * share) / 100));
  const ids = new Set(chosen.map(idOf));
  const others = rest.filter((item) => !ids.has(idOf(item))).slice(0, most - chosen.length);
  const [fromChosen, fromOthers] = [[...chosen], [...others]];
  const mingled: { item: Item; isPromoted: boolean }[] = [];
  while (fromChosen.length + fromOthers.length > 0) {
    const isPromoted = random() * (fromChosen.length + fromOthers.length) < fromChosen.length;
    const item = (isPromoted ? fromChosen : fromOthers).shift();
    if (item !== undefined) mingled.push({ item, isPromoted });
  }
  return mingled;
}
