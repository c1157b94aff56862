import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError } from './error';

/** A request as it came over the wire. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** What an Authorization header of Signature Version 4 says; nothing in it is believed yet. */
export interface Authorization {
  readonly accessKeyId: string;
  /** `20261201/eu-west-1/personalize/aws4_request`, in its parts. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Lower case, in the order in which they were signed. */
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits. */
  readonly signature: string;
}

/** How far a client's clock may be off, either way. */
export const SKEW_MS = 15 * 60_000;

const ALGORITHM = 'AWS4-HMAC-SHA256';
const AUTHORIZATION = /^AWS4-HMAC-SHA256 +Credential=([\w/+=.@-]{1,200}), *SignedHeaders=([a-z0-9;-]{1,2000}), *Signature=([0-9a-f]{64})$/;
const CREDENTIAL = /^([A-Za-z0-9]{16,128})\/(\d{8})\/([a-z0-9-]{1,32})\/([a-z0-9-]{1,32})\/aws4_request$/;
const DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Reads the Authorization header. Throws MissingAuthenticationTokenException where there is none, IncompleteSignatureException where it is another thing. */
export function authorizationOf({ headers }: Pick<SignedRequest, 'headers'>): Authorization {
  const header = single(headers.authorization);
  if (header === null) throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token: sign the request.');
  const [, credential, signed, signature] = AUTHORIZATION.exec(header) ?? [];
  const [, accessKeyId, date, region, service] = CREDENTIAL.exec(credential ?? '') ?? [];
  if (!accessKeyId || !date || !region || !service || !signed || !signature)
    throw incomplete('The Authorization header is not one of Signature Version 4.');
  return { accessKeyId, date, region, service, signedHeaders: signed.split(';'), signature };
}

/**
 * Checks a request against the signing key of the access key that it names (AWS Signature Version 4, in headers). The clock may be off by SKEW_MS; `host`
 * and `x-amz-date` must be signed, and `x-amz-target` where it is sent, since it names the operation. The signature is compared in
 * constant time. Throws IncompleteSignatureException and InvalidSignatureException.
 */
export function checkSignature(
  request: SignedRequest,
  authorization: Authorization,
  { key, service, now }: { readonly key: Uint8Array; readonly service: string; readonly now: Date },
): void {
  const signedAt = single(request.headers['x-amz-date']);
  const time = signedAt === null ? null : timeOf(signedAt);
  if (signedAt === null || time === null) throw incomplete('The request has no X-Amz-Date such as 20261201T120000Z.');
  if (authorization.service !== service) throw invalid(`The credential is scoped to another service: it must be ${service}.`);
  if (!signedAt.startsWith(authorization.date)) throw invalid('The date of the credential is not that of X-Amz-Date.');
  if (Math.abs(now.getTime() - time) > SKEW_MS)
    throw invalid('Signature expired or not yet current: X-Amz-Date must be within 15 minutes of the Date of this answer.');
  const needed = ['host', 'x-amz-date', ...('x-amz-target' in request.headers ? ['x-amz-target'] : [])];
  const unsigned = needed.find((name) => !authorization.signedHeaders.includes(name));
  if (unsigned !== undefined) throw invalid(`The header ${unsigned} must be signed.`);
  const bodyHash = sha256(request.body);
  const told = single(request.headers['x-amz-content-sha256']);
  if (told !== null && told !== bodyHash) throw invalid('X-Amz-Content-Sha256 is not the SHA-256 of the body.');
  const expected = signatureOf(request, { ...authorization, signedAt, key, bodyHash });
  if (!timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(authorization.signature, 'hex')))
    throw invalid('The request signature we calculated does not match the signature you provided: check the secret access key.');
}

interface Signing extends Pick<Authorization, 'date' | 'region' | 'service' | 'signedHeaders'> {
  readonly signedAt: string;
  /** Of the secret and this very date, region and service. */
  readonly key: Uint8Array;
  /** SHA-256 of the body, in hexadecimal. */
  readonly bodyHash: string;
}

/** What a secret signs with on a day, in a region, for a service: 32 bytes. */
export function signingKey(secret: string, { date, region, service }: Pick<Authorization, 'date' | 'region' | 'service'>): Uint8Array {
  return [date, region, service, 'aws4_request'].reduce<Uint8Array>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`));
}

/** The signature that a request must have: 64 hexadecimal digits. */
export function signatureOf(request: SignedRequest, { date, region, service, signedHeaders, signedAt, key, bodyHash }: Signing): string {
  const [path = '', query = ''] = splitOnce(request.url, '?');
  const headers = signedHeaders.map((name) => `${name}:${headerValue(request, name)}\n`).join('');
  const canonical = [request.method, canonicalPath(path), canonicalQuery(query), headers, signedHeaders.join(';'), bodyHash].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  return Buffer.from(hmac(key, [ALGORITHM, signedAt, scope, sha256(canonical)].join('\n'))).toString('hex');
}

/** Of every service but S3: empty and `.` segments go, `..` leads up, and what is encoded already is encoded once more. */
function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encode(segment));
  }
  return `/${segments.join('/')}${segments.length > 0 && path.endsWith('/') ? '/' : ''}`;
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  const pairs = query.split('&').map((pair) => splitOnce(pair, '=').map((part) => encode(decode(part))));
  return pairs
    .map(([name = '', value = '']) => [name, value] as const)
    .sort(([a, one], [b, other]) => order(a, b) || order(one, other))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function headerValue({ headers }: SignedRequest, name: string): string {
  const value = headers[name];
  const values = typeof value === 'object' ? value : [value ?? ''];
  return values.map((each) => each.trim().replace(/ +/g, ' ')).join(',');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw incomplete('The query is not percent-encoded UTF-8.');
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function timeOf(text: string): number | null {
  const [, year, month, day, hour, minute, second] = DATE.exec(text) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);
const hmac = (key: Uint8Array, text: string): Uint8Array => createHmac('sha256', key).update(text).digest();
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const incomplete = (message: string): AwsError => new AwsError('IncompleteSignatureException', message);
const invalid = (message: string): AwsError => new AwsError('InvalidSignatureException', message);

function splitOnce(text: string, by: string): readonly string[] {
  const at = text.indexOf(by);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function single(value: string | readonly string[] | undefined): string | null {
  return typeof value === 'object' ? (value[0] ?? null) : (value ?? null);
}
