import type { Profile } from '../profile';
import { type TitleKind, TitleKind as TitleKinds } from '../title';
import type { TitleInput } from '../title-input';
import { invalidInput } from './error';
import { jsonObject, list, number, object, optional, type Shape, text, whole } from './shape';

/** PutItems of Amazon Personalize Events. */
export const PUT_ITEMS = object({
  datasetArn: text(256),
  items: list(object({ itemId: text(256), properties: optional(jsonObject(32_000)) }), 10),
});

/** PutUsers of Amazon Personalize Events. */
export const PUT_USERS = object({
  datasetArn: text(256),
  users: list(object({ userId: text(256), properties: optional(jsonObject(24_000)) }), 10),
});

/** `a|b|c` in one text. */
const several: Shape<readonly string[]> = (value, path) => [
  ...new Set(
    text(5_000, 0)(value, path)
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

const kind: Shape<TitleKind> = (value, path) => {
  const found = Object.values(TitleKinds).find((each) => each === String(value).toUpperCase());
  if (found === undefined) throw invalidInput(path, 'There is no such kind of title.', Object.values(TitleKinds).join(', '));
  return found;
};

/** What of an item has a home in a title. */
const ITEM = object({
  name: optional(text(500)),
  description: optional(text(10_000, 0)),
  kind: optional(kind),
  genres: optional(several),
  category: optional(text(100)),
  certificate: optional(text(20)),
  language: optional(text(35)),
  year: optional(whole(-5_000, 3_000)),
  seconds: optional(whole(1, 1_000_000)),
  pages: optional(whole(1, 100_000)),
  url: optional(text(2_000)),
  creationTimestamp: optional(number(0, 4_102_444_800)),
});

/** What properties say of a title; `creationTimestamp` is checked and not kept, since a title knows when its row was made. */
export function titleFrom(properties: Readonly<Record<string, unknown>>, path: string): TitleInput {
  const { language, url, creationTimestamp: _, ...fields } = ITEM(properties, path);
  return { ...fields, ...(url !== undefined && { mediaUrl: url }), ...(language !== undefined && { attributes: { language } }) };
}

/** What of a user has a home in a person. */
const USER = object({
  name: optional(text(200)),
  locale: optional(text(35)),
  timeZone: optional(text(64)),
  gender: optional(text(200)),
  maritalStatus: optional(text(200)),
  country: optional(text(200)),
  state: optional(text(200)),
  city: optional(text(200)),
  birthYear: optional(whole(1880, 2100)),
});

/** What properties say of a person. A profile is replaced whole where anything of it is said, as a record of Amazon's is. */
export function personFrom(properties: Readonly<Record<string, unknown>>, path: string) {
  const { name, locale, timeZone, ...profile } = USER(properties, path);
  const told = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined)) as Profile;
  return { name, locale, timeZone, profile: Object.keys(told).length === 0 ? undefined : told };
}
