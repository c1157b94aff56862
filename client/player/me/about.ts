import type { ProfileInput } from '../generated/documents';

export const ABOUT_FIELDS = ['gender', 'maritalStatus', 'country', 'state', 'city', 'birthYear'] as const;
export type AboutField = (typeof ABOUT_FIELDS)[number];
/** What somebody tells of themselves, as it is written; all of it may be empty. */
export type About = Readonly<Record<AboutField, string>>;

const LONGEST = 200;
const FIRST_YEAR = 1880;

/** The fields that cannot be kept as they are; `year`: the current one. */
export function faultyFields(about: About, year: number): readonly AboutField[] {
  return ABOUT_FIELDS.filter((field) => {
    const text = about[field].trim();
    if (text === '') return false;
    if (field !== 'birthYear') return text.length > LONGEST;
    return !/^\d{4}$/.test(text) || Number(text) < FIRST_YEAR || Number(text) > year;
  });
}

/** As it is sent: what is empty is taken away. */
export function profileOf(about: About): ProfileInput {
  const textOf = (field: AboutField): string | null => about[field].trim() || null;
  const year = textOf('birthYear');
  return {
    gender: textOf('gender'),
    maritalStatus: textOf('maritalStatus'),
    country: textOf('country'),
    state: textOf('state'),
    city: textOf('city'),
    birthYear: year === null ? null : Number(year),
  };
}
