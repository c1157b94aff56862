import type { Profile } from './profile';
import type { TitleKind } from './title';

/** Liked genres per kind with a weight of 0 to 1; what a person says of themselves, beside what they watch. */
export interface Preferences {
  readonly genres?: { readonly [kind in TitleKind]?: { readonly [genre: string]: number } };
}

export interface User {
  readonly id: number;
  /** Who names this person: `app` for a customer's own, `session` for anonymous ones, `movielens` and `demo` in the demo. */
  readonly source: string;
  readonly externalId: string;
  /** Grows with every change that can change the person's list. */
  readonly version: number;
  /** The user that this one was merged into; every reference to this one means that one. */
  readonly mergedIntoId: number | null;
  readonly name: string | null;
  /** IANA name, for example `Europe/Helsinki`. */
  readonly timeZone: string | null;
  /** BCP 47 tag, for example `en-GB`. */
  readonly locale: string | null;
  readonly preferences: Preferences;
  readonly profile: Profile;
  readonly createdAt: Date;
}

/** A person or title as a client names it: our id, or `source:externalId`. */
export type Reference = { readonly id: number } | { readonly source: string; readonly value: string };

const INTERNAL_ID = /^[1-9]\d{0,15}$/;
const EXTERNAL_ID = /^([a-z][a-z0-9-]{0,31}):(.{1,200})$/su;

/** Reads `42` as our id and `movielens:318` as an external one; null when it is neither. NUL bytes are refused. */
export function parseReference(text: string): Reference | null {
  if (text.includes('\u0000')) return null;
  if (INTERNAL_ID.test(text) && Number.isSafeInteger(Number(text))) return { id: Number(text) };
  const external = EXTERNAL_ID.exec(text);
  return external?.[1] && external[2] ? { source: external[1], value: external[2] } : null;
}
