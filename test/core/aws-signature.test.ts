import { createHash } from 'node:crypto';
import { arnOf, parseArn } from '../../core/aws/arn';
import { AwsError } from '../../core/aws/error';
import { seal, unseal } from '../../core/aws/sealed-secret';
import { authorizationOf, checkSignature, type SignedRequest, signatureOf, signingKey } from '../../core/aws/sigv4';

// The key, the requests and the signatures of AWS's own published examples of Signature Version 4.
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const AT = '20150830T123600Z';
const now = new Date('2015-08-30T12:40:00Z');
const NO_BODY = new Uint8Array(0);

const EXAMPLES = [
  {
    name: 'get-vanilla',
    url: '/',
    service: 'service',
    headers: { host: 'example.amazonaws.com' },
    signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  {
    name: 'ListUsers of IAM',
    url: '/?Action=ListUsers&Version=2010-05-08',
    service: 'iam',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', host: 'iam.amazonaws.com' },
    signature: '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  },
];

describe('Signature Version 4', () => {
  it.each(EXAMPLES)('makes the signature that AWS publishes for $name', ({ url, service, headers, signature }) => {
    const signed = { ...headers, 'x-amz-date': AT };
    const request = { method: 'GET', url, headers: signed, body: NO_BODY };
    const signing = { date: '20150830', region: 'us-east-1', service, signedHeaders: Object.keys(signed), signedAt: AT };
    const key = signingKey(SECRET, signing);
    expect(signatureOf(request, { ...signing, key, bodyHash: sha256(NO_BODY) })).toBe(signature);
  });

  it('takes a path with doubled slashes, dots, spaces and letters of other scripts as its signer does', () => {
    const canonical = (url: string) => signedRequest({ url }).headers.authorization;
    expect(canonical('/aws//recommendations')).toBe(canonical('/aws/recommendations'));
    expect(canonical('/aws/./x/../recommendations')).toBe(canonical('/aws/recommendations'));
    expect(canonical('/aws/recommendations/')).not.toBe(canonical('/aws/recommendations'));
    expect(canonical('/a%20b')).not.toBe(canonical('/a b'));
  });

  it('lets the request pass as it was signed, and in no other way', () => {
    expect(check(signedRequest())).toBe('passes');
    expect(check(signedRequest(), { secret: 'another' })).toBe('InvalidSignatureException');
    expect(check({ ...signedRequest(), body: Buffer.from('{"userId":"b"}') })).toBe('InvalidSignatureException');
    expect(check({ ...signedRequest(), url: '/aws/events' })).toBe('InvalidSignatureException');
    expect(check({ ...signedRequest(), method: 'PUT' })).toBe('InvalidSignatureException');
    expect(check(signedRequest(), { now: new Date('2015-08-30T12:52:00Z') })).toBe('InvalidSignatureException');
    expect(check(signedRequest(), { now: new Date('2015-08-30T12:20:00Z') })).toBe('InvalidSignatureException');
    expect(check(signedRequest(), { service: 's3' })).toBe('InvalidSignatureException');
    const sent = signedRequest();
    expect(check({ ...sent, headers: { ...sent.headers, 'x-amz-content-sha256': sha256(Buffer.from('x')) } })).toBe(
      'InvalidSignatureException',
    );
    expect(check({ ...sent, headers: { ...sent.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } })).toBe('InvalidSignatureException');
    expect(check({ ...sent, headers: { ...sent.headers, 'x-amz-target': 'AmazonPersonalize.ListFilters' } })).toBe(
      'InvalidSignatureException',
    );
    expect(check({ ...sent, headers: { ...sent.headers, 'x-amz-date': '20150830T123601Z' } })).toBe('InvalidSignatureException');
    expect(check({ ...sent, headers: { ...sent.headers, 'x-amz-date': 'yesterday' } })).toBe('IncompleteSignatureException');
  });

  it.each([
    [undefined, 'MissingAuthenticationTokenException'],
    ['Bearer kg_x', 'IncompleteSignatureException'],
    ['AWS4-HMAC-SHA256 Credential=A/B/C, SignedHeaders=host, Signature=00', 'IncompleteSignatureException'],
    [
      `AWS4-HMAC-SHA256 Credential=AKKGAAAAAAAAAAAAAAAA/2015/us-east-1/personalize/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
      'IncompleteSignatureException',
    ],
  ])('says what is wrong with the header %s', (authorization, name) => {
    expect(failure(() => authorizationOf({ headers: { authorization } }))).toBe(name);
  });
});

describe('the secret of an access key', () => {
  const key = Buffer.alloc(32, 7);
  const sealed = seal('a secret', { key, id: 'AKKG1', nonce: Buffer.alloc(12, 1) });

  it('opens with its key, for its id and whole only', () => {
    expect(sealed.toString('latin1')).not.toContain('a secret');
    expect(unseal(sealed, { key, id: 'AKKG1' })).toBe('a secret');
    expect(unseal(sealed, { key, id: 'AKKG2' })).toBeNull();
    expect(unseal(sealed, { key: Buffer.alloc(32, 8), id: 'AKKG1' })).toBeNull();
    expect(unseal(sealed.subarray(0, sealed.length - 1), { key, id: 'AKKG1' })).toBeNull();
    expect(unseal(Buffer.alloc(3), { key, id: 'AKKG1' })).toBeNull();
  });
});

describe('Amazon resource names', () => {
  it('are read as they are written', () => {
    const arn = { partition: 'aws', service: 'personalize', region: 'eu-west-1', account: '000000000000', kind: 'campaign', name: 'home' };
    expect(arnOf(arn)).toBe('arn:aws:personalize:eu-west-1:000000000000:campaign/home');
    expect(parseArn(arnOf(arn))).toEqual(arn);
    expect(parseArn('arn:aws:personalize:::recipe/aws-sims')).toMatchObject({ region: '', account: '', kind: 'recipe', name: 'aws-sims' });
    expect(parseArn('arn:aws:personalize:eu-west-1:1:solution/local/3')).toBeNull();
    for (const text of ['', 'home', 'arn:aws:personalize:eu-west-1:000000000000:campaign', `${arnOf(arn)}${'x'.repeat(250)}`])
      expect(parseArn(text)).toBeNull();
  });
});

const AUTHORIZED = { date: '20150830', region: 'us-east-1', service: 'personalize' };

function signedRequest({ url = '/aws/recommendations' }: { readonly url?: string } = {}) {
  const headers = { host: 'kinograph.example', 'x-amz-date': AT };
  const request = { method: 'POST', url, headers, body: Buffer.from('{"userId":"a"}') };
  const signedHeaders = Object.keys(headers);
  const signing = { ...AUTHORIZED, signedHeaders, signedAt: AT, key: signingKey(SECRET, AUTHORIZED), bodyHash: sha256(request.body) };
  const credential = `AKKGEXAMPLEEXAMPLE00/${AUTHORIZED.date}/${AUTHORIZED.region}/${AUTHORIZED.service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signatureOf(request, signing)}`;
  return { ...request, headers: { ...headers, authorization } };
}

function check(request: SignedRequest, given: { secret?: string; service?: string; now?: Date } = {}): string {
  const key = signingKey(given.secret ?? SECRET, AUTHORIZED);
  return failure(() =>
    checkSignature(request, authorizationOf(request), { key, service: given.service ?? 'personalize', now: given.now ?? now }),
  );
}

function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AwsError) return error.code;
    throw error;
  }
  return 'passes';
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
