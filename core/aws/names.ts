import type { ExternalId, Title } from '../title';
import { OUR_IDS } from './access-key';
import { AwsError } from './error';

const OURS = /^kinograph:([1-9]\d{0,15})$/;
const OUR_ID = /^[1-9]\d{0,15}$/;
const EXTERNAL = /^[a-z][a-z0-9-]{0,31}:./s;
/** Of external ids; Amazon Personalize takes 256. */
const LONGEST = 200;

/**
 * The title that an application of this source means, as the GraphQL API names it: its bare ids are of its source, `source:value` is
 * an external id of another, and `kinograph:42` is our 42. With OUR_IDS as its source a bare number is ours already.
 */
export function titleReference(text: string, source: string): string {
  return referenceOf(text, source === OUR_IDS ? null : source);
}

/** The person that an application means: as `titleReference`, but people of an application are always `app`, whatever its titles are. */
export function userReference(text: string, source: string): string {
  return referenceOf(text, source === OUR_IDS ? null : 'app');
}

/** The anonymous person behind a session of an application, apart from those of other server keys. */
export function sessionReference(sessionId: string, apiKeyId: number): string {
  return `${SESSION_SOURCE}:${apiKeyId}:${sessionId}`;
}

export const SESSION_SOURCE = 'aws-session';

function referenceOf(text: string, source: string | null): string {
  const ours = OURS.exec(text)?.[1];
  if (ours !== undefined) return ours;
  if (EXTERNAL.test(text)) return text;
  if (source === null && OUR_ID.test(text)) return text;
  if (text.length > LONGEST) throw new AwsError('InvalidInputException', `An id has more than ${LONGEST} characters.`);
  return `${source ?? 'app'}:${text}`;
}

/** What a title is called, or its first genre where it is called by nothing but one of its ids. */
export function titleLabel({ name, genres }: Pick<Title, 'name' | 'genres'>, externalIds: readonly ExternalId[]): string {
  return externalIds.some(({ value }) => value === name) ? (genres[0] ?? name) : name;
}

/** The name that an application knows a title by, the first of: its own source's id, the id of another source, ours. */
export function titleName(id: number, externalIds: readonly ExternalId[], source: string): string {
  if (source === OUR_IDS) return String(id);
  const own = externalIds.find((each) => each.source === source);
  // An own id that would be read as another source's is told with its source.
  if (own !== undefined) return EXTERNAL.test(own.value) ? `${source}:${own.value}` : own.value;
  const [other] = externalIds;
  return other === undefined ? `${OUR_IDS}:${id}` : `${other.source}:${other.value}`;
}
