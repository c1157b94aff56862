import { audienceAge, CERTIFICATE_AGES } from './certificate';
import { badInput } from './errors';
import { present } from './present';
import type { ListFilter } from './recommendation';

/** What a list holds when neither the request nor its placement says anything. */
const DEFAULTS: ListFilter = {
  excludeSeen: true,
  excludeServed: false,
  excludeTitleIds: [],
  withoutHistoryOf: [],
  explorationShare: 0.1,
};

/** A whole filter: the request's fields first, then the placement's, then the defaults. Null and undefined count as left out. */
export function filterFrom(request: Partial<ListFilter>, placement: Partial<ListFilter> = {}): ListFilter {
  const filter: ListFilter = { ...DEFAULTS, ...present(placement), ...present(request) };
  const isSearch = filter.mood !== undefined || filter.availableSeconds !== undefined;
  return isSearch && filter.perKind === undefined && !filter.kinds?.length ? { ...filter, perKind: FOUND_PER_KIND } : filter;
}

/** Whoever asks by mood or time, and for no kind in particular, has so many of each to choose from. */
const FOUND_PER_KIND = 3;
/** A week: nobody has more time than that at once. */
const MOST_SECONDS = 604_800;

const POSITIVE = ['perKind', 'maxTitleSeconds'] as const;
const SHARES = ['diversity', 'explorationShare'] as const;

/** Throws BAD_INPUT for the first field whose value means nothing; `at` is the path before the field's name. */
export function checkFilter(filter: Partial<ListFilter>, at = 'input.'): void {
  for (const field of POSITIVE) {
    const value = filter[field];
    if (value !== undefined && !(Number.isInteger(value) && value > 0))
      throw badInput(at + field, `${field} must be above 0; it came as ${value}.`, 'a whole number above 0');
  }
  for (const field of SHARES) {
    const value = filter[field];
    if (value !== undefined && !(value >= 0 && value <= 1))
      throw badInput(at + field, `${field} is out of range: it came as ${value}.`, 'a number from 0 to 1');
  }
  const { yearFrom, yearTo, maxCertificate, availableSeconds } = filter;
  if (availableSeconds !== undefined && !(Number.isInteger(availableSeconds) && availableSeconds > 0 && availableSeconds <= MOST_SECONDS))
    throw badInput(
      `${at}availableSeconds`,
      `availableSeconds is out of range: it came as ${availableSeconds}.`,
      `a whole number from 1 to ${MOST_SECONDS}, a week`,
    );
  if (yearFrom !== undefined && yearTo !== undefined && yearFrom > yearTo)
    throw badInput(`${at}yearTo`, `The years end before they begin: ${yearFrom} to ${yearTo}.`, 'a year not before yearFrom');
  if (maxCertificate !== undefined && audienceAge(maxCertificate) === null)
    throw badInput(`${at}maxCertificate`, 'The certificate is not one that we know.', Object.keys(CERTIFICATE_AGES).join(', '));
}
