import { createHash } from 'node:crypto';
import { type Event, PersonalizeEventsClient, PutEventsCommand } from '@aws-sdk/client-personalize-events';
import { PersonalizeRuntimeClient } from '@aws-sdk/client-personalize-runtime';
import { ApiKeyKind } from '../../core/api-key';
import { signatureOf, signingKey } from '../../core/aws/sigv4';
import type { Scope } from '../../core/caller';
import { EngineName } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { createAccessKey } from '../../flow/access-key';
import { createApiKey } from '../../flow/api-key';
import { savePlacement } from '../../flow/placement';
import { saveFilter } from '../../flow/saved-filter';
import type { App } from '../../server/app';
import type { Db } from '../../store/database';
import { aTitle } from './title';

/** What an application of AWS signs with, and the server key behind it. */
export interface Signer {
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly apiKeyId: number;
}

/** An access key of a new server key with these scopes. */
export async function aSigner(
  { house }: Pick<App, 'house'>,
  scopes: readonly Scope[],
  given: { readonly source?: string; readonly expiresAt?: Date } = {},
): Promise<Signer> {
  const { database, sealingKey } = house;
  const by = { actor: 'system', now: new Date() } as const;
  const input = { kind: ApiKeyKind.SERVER, name: 'an application', scopes, expiresAt: given.expiresAt ?? null };
  const { key } = await createApiKey(database.db, input, by);
  const made = await createAccessKey(database.db, { apiKeyId: key.id, source: given.source ?? 'app' }, { ...by, sealingKey });
  return { credentials: { accessKeyId: made.key.id, secretAccessKey: made.secret }, apiKeyId: key.id };
}

const REGION = 'eu-west-1';

/** Clients of the AWS SDK as an application makes them; an endpoint of a test's is the one thing that differs. */
export function clientsOf({ credentials }: Pick<Signer, 'credentials'>, endpoint: string) {
  const options = { endpoint, region: REGION, credentials, maxAttempts: 1 };
  return { runtime: new PersonalizeRuntimeClient(options), events: new PersonalizeEventsClient(options) };
}

/** An ARN as somebody's who never heard of us. */
export function arn(resource: string): string {
  return `arn:aws:personalize:${REGION}:123456789012:${resource}`;
}

export const recipe = (name: string): string => `arn:aws:personalize:::recipe/${name}`;

/** Sends events of one session. */
export function put(
  events: PersonalizeEventsClient,
  eventList: readonly Partial<Event>[],
  { userId, sessionId = 'a session' }: { readonly userId?: string; readonly sessionId?: string } = {},
) {
  const list = eventList.map((event) => ({ eventType: 'watched', sentAt: new Date(), ...event }));
  return events.send(new PutEventsCommand({ trackingId: 'kinograph', sessionId, userId, eventList: list }));
}

/** The name of what is thrown, and what it says. */
export async function failureOf(
  sending: Promise<unknown>,
): Promise<{ readonly name: string; readonly status?: number; readonly message: string }> {
  try {
    await sending;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { readonly $metadata?: { readonly httpStatusCode?: number } };
    return { name, status: $metadata?.httpStatusCode, message };
  }
  throw new Error('It did not fail.');
}

/** Ten films, five of them comedies, each more popular than the one before, and a book that another source names. */
export async function tenFilms(db: Db): Promise<void> {
  for (let at = 0; at < 10; at++)
    await aTitle(db, {
      ...{ name: `Film ${at}`, year: 1990 + at, genres: [at % 2 === 0 ? 'Comedy' : 'Drama'], mediaUrl: `https://clips.example/${at}.mp4` },
      ...{ attributes: { ratingCount: 10 * at }, externalIds: [{ source: 'app', value: `film-${at}` }] },
    });
  await aTitle(db, { name: 'A book', kind: TitleKind.BOOK, genres: ['Comedy'], externalIds: [{ source: 'goodreads', value: '7' }] });
}

const OF = 'INCLUDE ItemID WHERE Items.GENRES IN ($GENRES) | EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("watched")';

/** The filters `comedies` and `of`, which takes GENRES and leaves out what was watched, and a placement `wide` without chance or exclusions. */
export async function filtersAndPlacement(db: Db): Promise<void> {
  await saveFilter(db, 'system', { name: 'comedies', expression: 'INCLUDE ItemID WHERE Items.GENRES IN ("Comedy")', version: null });
  await saveFilter(db, 'system', { name: 'of', expression: OF, version: null });
  const wide = { description: '', engine: EngineName.LOCAL, input: { excludeSeen: false, explorationShare: 0 }, version: null };
  await savePlacement(db, 'system', { name: 'wide', ...wide });
}

/** The headers of a POST that is signed as boto3 signs: with no header more than it must. */
export function signedAsBoto(
  { credentials }: Signer,
  { url, body, target }: { readonly url: string; readonly body: string; readonly target?: string | undefined },
) {
  const { host, pathname } = new URL(url);
  const signedAt = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const date = signedAt.slice(0, 8);
  const headers = {
    'content-type': 'application/json',
    host,
    'x-amz-date': signedAt,
    ...(target !== undefined && { 'x-amz-target': target }),
  };
  const signedHeaders = Object.keys(headers);
  const signing = { date, region: REGION, service: 'personalize', signedHeaders, signedAt };
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const signature = signatureOf(
    { method: 'POST', url: pathname, headers, body: Buffer.from(body) },
    { ...signing, key: signingKey(credentials.secretAccessKey, signing), bodyHash },
  );
  const credential = `${credentials.accessKeyId}/${date}/${REGION}/personalize/aws4_request`;
  const { host: _, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`,
  };
}
