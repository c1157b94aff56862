import { badInput } from './errors';
import { checkProfile, type Profile } from './profile';
import { isText } from './text';
import { TitleKind } from './title';
import type { Preferences } from './user';

/** What a person says of themselves; a field that is left out keeps its value, null takes it away. */
export interface SelfDescription {
  readonly preferences?: Preferences | null;
  /** Replaces the whole profile. */
  readonly profile?: Profile | null;
  readonly name?: string | null;
  readonly timeZone?: string | null;
  readonly locale?: string | null;
}

const MOST_GENRES = 200;
const LONGEST = 200;
const KINDS: ReadonlySet<string> = new Set(Object.values(TitleKind));

/** Judges what a person says of themselves. Throws BAD_INPUT on the field at fault. */
export function checkDescription({ preferences, profile, name, timeZone, locale }: SelfDescription): void {
  if (typeof name === 'string' && !isText(name, LONGEST, 1))
    throw badInput('input.name', `name has ${name.length} characters.`, `1 to ${LONGEST} characters without NUL`);
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    throw badInput('input.timeZone', 'timeZone is not known.', 'an IANA name, for example Europe/Helsinki');
  if (typeof locale === 'string' && !isLocale(locale))
    throw badInput('input.locale', 'locale is no language tag.', 'a BCP 47 tag, for example en-GB');
  for (const [kind, weights] of Object.entries(preferences?.genres ?? {})) checkGenres(kind, weights);
  checkProfile(profile ?? {});
}

function checkGenres(kind: string, weights: Readonly<Record<string, number>>): void {
  if (!KINDS.has(kind))
    throw badInput('input.genres', 'genres names a kind of title that there is not.', `one of ${[...KINDS].join(', ')}`);
  const genres = Object.entries(weights);
  if (genres.length > MOST_GENRES)
    throw badInput('input.genres', `There are ${genres.length} genres of one kind.`, `at most ${MOST_GENRES}`);
  for (const [genre, weight] of genres) {
    if (!isText(genre, LONGEST, 1))
      throw badInput('input.genres', 'genres holds a name that is empty, too long or has NUL.', `1 to ${LONGEST} characters`);
    if (!(weight >= 0 && weight <= 1)) throw badInput('input.genres', `A weight came as ${weight}.`, 'a number from 0 to 1');
  }
}

function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 are accepted by some runtimes, and know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
