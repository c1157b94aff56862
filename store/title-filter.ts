import type { Reading } from '../core/search';
import { TitleState } from '../core/title';
import { type TitleFilter, TitleGap } from '../core/title-filter';
import { IS_BLOCKED } from './blocks';

/** How many people rated a title, negated, so that one index answers "most rated first, then by id" in ascending order. */
export const POPULARITY = "-coalesce((attributes->>'ratingCount')::float8, 0)";

/** Gathers the parameters of one statement: `bind(value)` answers its placeholder. */
export function parameters(): { readonly values: unknown[]; readonly bind: (value: unknown) => string } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** The filter as SQL, without its search text: that goes by `readings`, a list of meant words for each typed one. */
export function titleConditions(filter: TitleFilter, readings: readonly (readonly Reading[])[], bind: (value: unknown) => string): string {
  const when = (value: unknown, condition: (placeholder: string) => string): readonly string[] =>
    value === undefined ? [] : [condition(bind(value))];
  return [
    `state = any(${bind(filter.states ?? [TitleState.LISTED])}::text[])`,
    ...when(filter.ids, (ids) => `id = any(${ids}::bigint[])`),
    ...when(filter.kinds, (kinds) => `kind = any(${kinds}::text[])`),
    ...when(filter.genres, (genres) => `genres && ${genres}::text[]`),
    ...when(filter.yearFrom, (year) => `year >= ${year}`),
    ...when(filter.yearTo, (year) => `year <= ${year}`),
    ...when(filter.category, (category) => `category = ${category}`),
    ...when(filter.certificate, (certificate) => `certificate = ${certificate}`),
    ...when(filter.parentId, (parentId) => `"parentId" = ${parentId}`),
    ...when(filter.updatedAfter, (time) => `"updatedAt" > ${time}`),
    ...(filter.missing ?? []).map((gap) => GAPS[gap]),
    ...(filter.availableNow === undefined ? [] : [filter.availableNow ? AVAILABLE : `not ${AVAILABLE}`]),
    ...when(filter.externalIdSource, (source) => `exists (select from external_ids where "titleId" = titles.id and source = ${source})`),
    ...(filter.unblocked ?? []).map((kind) => `not ${IS_BLOCKED[kind]}`),
    ...readings.map((words) => `string_to_array("searchName", ' ') && ${bind(words.map(({ word }) => word))}::text[]`),
  ].join(' and ');
}

const GAPS: Readonly<Record<TitleGap, string>> = {
  [TitleGap.POSTER]: '"posterSource" is null',
  [TitleGap.LENGTH]: '(seconds is null and pages is null)',
  [TitleGap.GENRES]: "genres = '{}'",
  [TitleGap.TAGS]: 'not exists (select from title_tags where "titleId" = titles.id)',
};

// Windows are kept in UTC, so that times compare as texts: a window that no one can read fails no statement.
const AVAILABLE = `(availability = '[]' or exists (
  select from jsonb_array_elements(availability) as w, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  where coalesce(w->>'from', '') <= at and coalesce(w->>'until', '9') > at))`;
