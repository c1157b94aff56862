import { badInput } from './errors';
import { isText } from './text';

/** What a person may tell of themselves beside what they like; all of it optional, and for nobody else to see. */
export interface Profile {
  readonly gender?: string;
  readonly maritalStatus?: string;
  readonly country?: string;
  readonly state?: string;
  readonly city?: string;
  readonly birthYear?: number;
}

const TEXTS = ['gender', 'maritalStatus', 'country', 'state', 'city'] as const;
const LONGEST = 200;
/** Wide enough for everyone alive; the core knows no clock to say more. */
const FIRST_YEAR = 1880;
const LAST_YEAR = 2100;

/** Judges a profile. Throws BAD_INPUT on the field at fault, and never repeats what it holds. */
export function checkProfile(profile: Profile): void {
  for (const field of TEXTS) {
    const text = profile[field];
    if (text !== undefined && !isText(text, LONGEST, 1))
      throw badInput(
        `input.profile.${field}`,
        `${field} is empty, too long, or has characters that cannot be kept.`,
        `1 to ${LONGEST} characters without NUL`,
      );
  }
  const { birthYear } = profile;
  if (birthYear !== undefined && !(Number.isInteger(birthYear) && birthYear >= FIRST_YEAR && birthYear <= LAST_YEAR))
    throw badInput('input.profile.birthYear', 'birthYear is not a year of birth.', `a year from ${FIRST_YEAR} to ${LAST_YEAR}`);
}
