import type { Refusal } from './demo';

/** What somebody wrote to sign in or up. */
export interface Entry {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

export type EntryField = keyof Entry;
/** The word of people.ts for what is wrong with a field. */
export type Faults = Readonly<Partial<Record<EntryField, FaultWord>>>;
export type FaultWord = 'email' | 'password' | 'noPassword' | 'name' | 'taken';

const EMAIL = /^[^\s@]+@[^\s@]+$/u;
const LONGEST_EMAIL = 320;
const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 1_000;
const LONGEST_NAME = 200;

/** What is wrong with it before anybody is asked; {} when nothing is. A new password has a rule, a known one only has to be there. */
export function faultsOf({ email, password, name }: Entry, isNew: boolean): Faults {
  const fits = password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD;
  return {
    ...(!EMAIL.test(email.trim()) || email.length > LONGEST_EMAIL ? { email: 'email' as const } : {}),
    ...(isNew && !fits ? { password: 'password' as const } : {}),
    ...(!isNew && password === '' ? { password: 'noPassword' as const } : {}),
    ...(name.trim().length > LONGEST_NAME ? { name: 'name' as const } : {}),
  };
}

/** The faults of fields that a refusal tells of; {} where it is about no field. */
export function faultsIn({ field, why }: Refusal): Faults {
  if (field === null) return {};
  return { [field]: why === 'taken' ? 'taken' : field };
}

/** Where to go on afterwards: a place of this page alone, whatever the address says; `otherwise` where it says none. */
export function placeAfter(search: string, otherwise = '/'): string {
  const to = new URLSearchParams(search).get('to') ?? otherwise;
  return /^\/(?![/\\])/.test(to) ? to : otherwise;
}
