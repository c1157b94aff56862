import type { Asked, Resource } from '../api/resource';
import {
  OneTitleDocument,
  SaveTitleDocument,
  type SaveTitleInput,
  type TitleFilter,
  type TitleSortBy,
  TitlesDocument,
  type TitleWholeFragment,
} from '../generated/titles';

/** What the columns sort by; without one of these, the closest to the search, else the most rated, come first. */
const SORTS: Readonly<Record<string, TitleSortBy>> = { name: 'NAME', year: 'YEAR', updatedAt: 'UPDATED', added: 'ID' };

/** The filter of the list as the API takes it: hidden titles are seen here too, others only where they are asked for. */
export function filterOf({ states, gap, ...given }: Readonly<Record<string, unknown>>): TitleFilter {
  const entries = Object.entries(given).filter(
    ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  const wanted = Array.isArray(states) && states.length > 0 ? states : ['LISTED', 'HIDDEN'];
  return { ...Object.fromEntries(entries), ...(Array.isArray(gap) && gap.length > 0 && { missing: gap }), states: wanted } as TitleFilter;
}

function variables({ first, offset, filter, sort }: Asked) {
  const by = SORTS[sort?.by ?? ''];
  return { first, offset, filter: filterOf(filter), ...(by && { sort: { by, descending: sort?.descending ?? false } }) };
}

/** Fields of the form that are saved as they are. */
const FIELDS = [
  ...['kind', 'name', 'aliases', 'year', 'description', 'genres', 'category', 'certificate', 'seconds', 'pages', 'season', 'number'],
  ...['availability', 'mediaUrl', 'state', 'externalIds', 'tags', 'credits'],
] as const;

/** What the form changed, with the version that it was read at; of a new title, whatever is said. */
export function inputOf(form: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>> | null): SaveTitleInput {
  const changed = FIELDS.filter((field) => !same(form[field], before?.[field]));
  const fields = Object.fromEntries(changed.map((field) => [field, emptied(form[field])]));
  const [parentId, was] = [parentOf(form), before ? parentOf(before) : null];
  const parent = parentId === was ? {} : { parentId };
  return before === null ? { ...fields, ...parent } : { id: String(before.id), version: Number(before.version), ...fields, ...parent };
}

const parentOf = ({ parent }: Readonly<Record<string, unknown>>): string | null => (parent as TitleWholeFragment['parent'])?.id ?? null;
const emptied = (value: unknown): unknown => (value === '' || value === undefined ? null : value);

/** Whether two values of a field say the same: nothing, an empty text and an empty list are one. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, each]) => [key, plain(each)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

/** What the data provider needs to know of titles. */
export const titlesResource: Resource = { list: TitlesDocument, variables, one: OneTitleDocument, save: SaveTitleDocument, inputOf };
