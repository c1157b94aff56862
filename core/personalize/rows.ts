import { audienceAge } from '../certificate';
import { csvLine } from '../plain/cells';
import type { Title } from '../title';
import type { User } from '../user';
import type { PersonalizeEventType } from './event-types';
import { personalizeItemId, personalizeUserId } from './ids';

/** One row of the interactions: what a person did with a title, at a second since 1970. */
export interface InteractionRow {
  readonly userId: number;
  readonly titleId: number;
  readonly timestamp: number;
  readonly type: PersonalizeEventType;
  /** The rating of a RATING; null of everything else. */
  readonly value: number | null;
}

/** What is told of a title or a person, by column; null: not known. */
export type Facts = Readonly<Record<string, string | number | null>>;

/** What of a title is told. */
export type ExportedTitle = Pick<
  Title,
  'id' | 'kind' | 'genres' | 'category' | 'year' | 'seconds' | 'pages' | 'certificate' | 'createdAt'
> & {
  readonly attributes: Pick<Title['attributes'], 'language' | 'ratingCount'>;
};

/** What of a person is told. Neither name nor external id: whom a row is about is known here only. */
export type ExportedUser = Pick<User, 'id' | 'source' | 'locale' | 'timeZone'>;

/** Several words in one cell are joined by it, so a word may not hold it. */
const JOINT = '|';

/** A title without its id, in the order of the schema. */
export function itemFacts(title: ExportedTitle): Facts {
  return {
    KIND: title.kind,
    GENRES: title.genres.map((genre) => genre.replaceAll(JOINT, '/')).join(JOINT) || null,
    CATEGORY: title.category || null,
    LANGUAGE: title.attributes.language || null,
    YEAR: title.year,
    SECONDS: title.seconds,
    PAGES: title.pages,
    AUDIENCE_AGE: audienceAge(title.certificate),
    RATING_COUNT: title.attributes.ratingCount ?? null,
    CREATION_TIMESTAMP: Math.floor(title.createdAt.getTime() / 1000),
  };
}

/** A person without their id, in the order of the schema. */
export function userFacts({ source, locale, timeZone }: ExportedUser): Facts {
  return { SOURCE: source, LOCALE: locale || null, LANGUAGE: locale?.split('-')[0] || null, TIME_ZONE: timeZone || null };
}

/** A line of interactions. Ids, types and numbers never need quotes. */
export function interactionLine({ userId, titleId, timestamp, type, value }: InteractionRow): string {
  return `${personalizeUserId(userId)},${personalizeItemId(titleId)},${timestamp},${type},${value ?? ''}\n`;
}

/** A line of titles or people: the id, then the facts. */
export function factsLine(id: string, facts: Facts): string {
  return csvLine([id, ...Object.values(facts).map((fact) => fact ?? '')]);
}
