import { randomUUID } from 'node:crypto';
import { signatureOf } from '../../core/alert-webhook';
import { Role } from '../../core/caller';
import { hashSecret } from '../../store/api-keys';
import type { Db } from '../../store/database';
import { insertSession } from '../../store/operator-sessions';
import { insertOperator } from '../../store/operators';
import type { Headers } from './callers';
import { ask, fieldOf } from './graphql';
import { until } from './until';
import { createUpload, put } from './upload';

/** What a browser calls itself. */
export const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

/** Makes a shop that owes 10 a visit and 500 a purchase, in cents, or as is said. Answers its id. */
export async function aShop(url: string, headers: Headers, given: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const prices = [
    { action: 'VISIT', price: 10 },
    { action: 'BUY', price: 500 },
  ];
  const input = { name: `Shop ${randomUUID()}`, currency: 'EUR', prices, ...given };
  const saved = await ask(url, 'mutation ($input: SaveShopInput!) { saveShop(input: $input) { shop { id } userErrors { message } } }', {
    ...{ headers, variables: { input } },
  });
  const { shop } = fieldOf<{ shop: { id: string } | null }>(saved, 'saveShop');
  if (shop === null) throw new Error(saved.text);
  return shop.id;
}

/** The console of an operator of one shop, or of none. */
export async function aShopkeeper(db: Db, shopId: string | null): Promise<Headers> {
  const keeper = { email: `${randomUUID()}@example.com`, name: null, role: Role.SHOP, passwordHash: 'none' };
  const { id } = await insertOperator(db, { ...keeper, shopId: shopId === null ? null : Number(shopId) });
  const token = randomUUID();
  await insertSession(db, { operatorId: id, hash: hashSecret(token), now: new Date(), expiresAt: new Date(Date.now() + 3_600_000) });
  return { cookie: `kinograph_operator=${token}`, 'x-kinograph-console': '1' };
}

/** A file of offers as tests read it. */
export interface SeenFeed {
  readonly id: string;
  readonly state: string;
  readonly error: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly problems: readonly { readonly row: number; readonly field: string; readonly message: string }[];
}

interface OfferFile {
  readonly content: string | Buffer;
  readonly name?: string;
  readonly mayRemoveMost?: boolean;
}

/** Sends a file of offers and hands it to a job; answers its id, and what is refused. */
export async function sendOffers(
  url: string,
  headers: Headers,
  { shopId, content, name = 'offers.csv', mayRemoveMost = false }: OfferFile & { readonly shopId: string },
): Promise<{
  readonly feed: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string }[];
}> {
  const bytes = Buffer.from(content);
  const type = name.endsWith('.gz') ? 'application/gzip' : 'text/csv';
  const made = await createUpload(url, headers, { purpose: 'OFFERS', name, bytes: bytes.length, type });
  if (made.upload === null) throw new Error(`No address was given: ${JSON.stringify(made.userErrors)}`);
  await put(`${url}${made.url}`, new Uint8Array(bytes), { 'content-type': type });
  const call = `mutation ($input: ImportOffersInput!) { importOffers(input: $input) { feed { id } userErrors { code field } } }`;
  const input = { shopId, uploadId: made.upload.id, mayRemoveMost };
  return fieldOf(await ask(url, call, { headers, variables: { input } }), 'importOffers');
}

/** Sends a file of offers and waits until it is taken or refused. */
export async function takenOffers(url: string, headers: Headers, file: OfferFile & { readonly shopId: string }): Promise<SeenFeed> {
  const { feed, userErrors } = await sendOffers(url, headers, file);
  if (feed === null) throw new Error(JSON.stringify(userErrors));
  const query = `query ($id: ID!) { shopFeed(id: $id) { id state error counts { rows added changed unchanged unknown bad removed kept }
    problems { row field message } } }`;
  const read = async (): Promise<SeenFeed> => fieldOf(await ask(url, query, { headers, variables: { id: feed.id } }), 'shopFeed');
  return until('the file has been read', async () => {
    const seen = await read();
    return seen.state === 'READING' ? undefined : seen;
  });
}

/** An offer as people see it. */
export interface SeenOffer {
  readonly id: string;
  readonly shopName: string;
  readonly link: string;
  readonly price: number;
  readonly currency: string;
  readonly region: string | null;
  readonly availability: string;
}

/** What is asked beside the offers: `region` is that of the field, `bound` the arguments of the link, as `userId: "7"`. */
interface Asked {
  readonly region?: string;
  readonly bound?: string;
}

/** The offers of a title as a caller sees them. */
export async function seenOffers(
  url: string,
  headers: Headers,
  titleId: number,
  { region, bound }: Asked = {},
): Promise<readonly SeenOffer[]> {
  const [where, link] = [region ? `(region: "${region}")` : '', bound ? `link(${bound})` : 'link'];
  const query = `{ title(id: ${titleId}) { offers${where} { id shopName ${link} price currency region availability } } }`;
  return fieldOf<{ offers: readonly SeenOffer[] }>(await ask(url, query, { headers }), 'title').offers;
}

/** Follows a link no further than to where it leads. */
export function follow(address: string, headers: Headers = BROWSER, method = 'GET'): Promise<Response> {
  return fetch(address, { headers, method, redirect: 'manual' });
}

/** Tells of actions as a shop does. */
export async function tell(
  url: string,
  shopId: string,
  { secret, actions, at = new Date() }: { readonly secret: string; readonly actions: unknown; readonly at?: Date },
): Promise<{ readonly status: number; readonly text: string; readonly results: readonly Readonly<Record<string, unknown>>[] }> {
  const body = JSON.stringify({ actions });
  const timestamp = Math.floor(at.getTime() / 1_000);
  const headers = {
    'content-type': 'application/json',
    'x-kinograph-timestamp': String(timestamp),
    'x-kinograph-signature': signatureOf(secret, timestamp, body),
  };
  const response = await fetch(`${url}/shops/${shopId}/actions`, { method: 'POST', body, headers });
  const text = await response.text();
  return { status: response.status, text, results: JSON.parse(text).results ?? [] };
}
