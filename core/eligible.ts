import { audienceAge } from './certificate';
import { type Columns, codeOf, hasGenre, KINDS, languageOf, UNKNOWN, UNKNOWN_YEAR } from './columns';
import { ListFilterName } from './inspection';
import type { ListFilter } from './recommendation';
import { type Availability, TitleKind } from './title';

/** The part of a ListFilter that speaks of titles alone. */
export type TitleRules = Pick<
  ListFilter,
  'kinds' | 'genres' | 'maxTitleSeconds' | 'yearFrom' | 'yearTo' | 'region' | 'locale' | 'maxCertificate'
>;

/**
 * 1 for every row that may stand in a list at `now`: listed (no episode, nothing hidden, removed or merged), available, and what
 * the rules ask; an empty list of kinds or genres asks nothing. What is not known of a title never passes a limit of length, year or certificate; an unknown language passes.
 */
export function eligible(columns: Columns, rules: TitleRules, now: Date): Uint8Array {
  const mask = passing(columns, rules);
  hideUnavailable(mask, columns, { region: rules.region ?? null, now });
  return mask;
}

/** The part of `eligible` that time does not change: 1 for every listed row that passes all rules but the region. */
export function passing(columns: Columns, rules: TitleRules): Uint8Array {
  const mask = columns.listed.slice();
  for (const { passes } of testsOf(columns, rules)) {
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && !passes(row)) mask[row] = 0;
  }
  return mask;
}

/** Takes out of a mask, in place, what is not available at `now`; without a region only times count. */
export function hideUnavailable(mask: Uint8Array, columns: Columns, { region, now }: { region: string | null; now: Date }): void {
  for (const [row, windows] of columns.windows) if (!isAvailable(windows, region, now)) mask[row] = 0;
}

/** Takes rows out of a mask, in place; rows of episodes take out their show. */
export function exclude(mask: Uint8Array, columns: Columns, titleIds: readonly number[]): void {
  for (const id of titleIds) {
    const row = columns.rowOf.get(id);
    if (row !== undefined) mask[columns.listedAs[row] as number] = 0;
  }
}

/** Whether a row may be shown at `now`; without a region only the times of its windows count. */
export function isOpen({ windows }: Columns, row: number, { region, now }: { region: string | null; now: Date }): boolean {
  const own = windows.get(row);
  return own === undefined || isAvailable(own, region, now);
}

function isAvailable(windows: readonly Availability[], region: string | null, now: Date): boolean {
  return windows.some(
    (window) =>
      (region === null || window.region === null || window.region.toLowerCase() === region.toLowerCase()) &&
      (window.from === null || new Date(window.from) <= now) &&
      (window.until === null || now < new Date(window.until)),
  );
}

/** A rule of a list by its name. */
export interface TitleTest {
  readonly filter: ListFilterName;
  passes(row: number): boolean;
}

/** What the rules ask of a row, in the order of ListFilterName; only those that ask anything. */
export function testsOf(columns: Columns, rules: TitleRules): readonly TitleTest[] {
  const { year, seconds, age, language, kind } = columns;
  const tests: TitleTest[] = [];
  const add = (filter: ListFilterName, passes: TitleTest['passes']): void => void tests.push({ filter, passes });
  const { kinds, genres, maxTitleSeconds, yearFrom, yearTo } = rules;
  if (kinds?.length) {
    // An episode is listed as its show.
    const wanted = new Set(kinds.map((name) => KINDS.indexOf(name === TitleKind.EPISODE ? TitleKind.SHOW : name)));
    add(ListFilterName.KIND, (row) => wanted.has(kind[row] as number));
  }
  if (genres?.length) {
    const wanted = genres.map((name) => codeOf(columns.genreNames, name)).filter((code) => code !== UNKNOWN);
    add(ListFilterName.GENRE, (row) => wanted.some((genre) => hasGenre(columns, row, genre)));
  }
  if (maxTitleSeconds !== undefined)
    add(ListFilterName.LENGTH, (row) => (seconds[row] as number) !== UNKNOWN && (seconds[row] as number) <= maxTitleSeconds);
  if (yearFrom !== undefined) add(ListFilterName.YEAR, (row) => (year[row] as number) >= yearFrom);
  if (yearTo !== undefined) add(ListFilterName.YEAR, (row) => (year[row] as number) !== UNKNOWN_YEAR && (year[row] as number) <= yearTo);
  if (rules.maxCertificate !== undefined) {
    const most = audienceAge(rules.maxCertificate) ?? UNKNOWN;
    add(ListFilterName.CERTIFICATE, (row) => (age[row] as number) !== UNKNOWN && (age[row] as number) <= most);
  }
  if (rules.locale !== undefined) {
    const wanted = codeOf(columns.words, languageOf(rules.locale));
    add(ListFilterName.LANGUAGE, (row) => (language[row] as number) === UNKNOWN || language[row] === wanted);
  }
  return tests;
}
