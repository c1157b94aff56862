import { createHmac } from 'node:crypto';
import { readConfig } from '../../core/config';
import { createTokens, type Tokens } from '../../server/auth/tokens';
import { AUDIENCE, anIssuerKey, type IssuerKey, signed, startIssuer, type TestIssuer } from '../support/issuer';

const SECRET = 'a secret of thirty-two characters';
let issuer: TestIssuer;
let [rsa, elliptic, next]: IssuerKey[] = [];
const clock = { ahead: 0 };

beforeAll(async () => {
  issuer = await startIssuer();
  [rsa, elliptic, next] = await Promise.all([anIssuerKey('one', 'RS256'), anIssuerKey('two', 'ES256'), anIssuerKey('three', 'RS256')]);
});
afterAll(() => issuer.stop());
beforeEach(() => {
  clock.ahead = 0;
  issuer.answer(null);
  issuer.publish(key(rsa), key(elliptic));
});

const key = (given: IssuerKey | undefined): IssuerKey => {
  if (!given) throw new Error('The keys are made in beforeAll.');
  return given;
};

/** A fresh memory of keys and tokens each, believing one issuer with remote keys. */
function verifier(algorithms = ['RS256', 'ES256']): Tokens {
  const trusted = [{ issuer: issuer.url, audience: AUDIENCE, jwksUrl: `${issuer.url}/jwks.json`, algorithms, source: 'shop' }];
  const config = readConfig({ JWT_ISSUERS: JSON.stringify(trusted) });
  return createTokens({ config, secret: SECRET, clock: () => new Date(Date.now() + clock.ahead) });
}

const refused = { code: 'UNAUTHENTICATED' };

describe('a token of an issuer that publishes its keys', () => {
  it('is believed for RS256 and ES256, and names a person of that issuer’s source', async () => {
    const tokens = verifier();
    for (const each of [rsa, elliptic])
      expect(await tokens.verify(await signed(key(each), issuer.url))).toMatchObject({ source: 'shop', externalId: 'jane' });
    expect(issuer.requests.count).toBeLessThan(3);
  });

  it('is refused where its algorithm is not the issuer’s, whatever its header says', async () => {
    await expect(verifier(['RS256']).verify(await signed(key(elliptic), issuer.url))).rejects.toMatchObject(refused);
  });

  it('is refused when it was signed with the public key as a shared secret', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: 'jane', exp: 4_000_000_000 };
    for (const secret of [key(rsa).publicPem, JSON.stringify(key(rsa).publicJwk)]) {
      const content = `${part({ alg: 'HS256', kid: 'one' })}.${part(claims)}`;
      const forged = `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
      await expect(verifier().verify(forged)).rejects.toMatchObject(refused);
    }
  });

  it.each(['iss', 'aud', 'exp', 'sub'])('is refused without %s', async (claim) => {
    await expect(verifier().verify(await signed(key(rsa), issuer.url, { [claim]: null }))).rejects.toMatchObject(refused);
  });

  it.each([
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for another audience', { aud: 'another' }],
    ['of our own sessions', { iss: 'kinograph', aud: 'kinograph-session' }],
    ['of nobody', { sub: '' }],
    ['of somebody with NUL in the name', { sub: 'a\u0000b' }],
    ['of somebody with too long a name', { sub: 'x'.repeat(201) }],
    ['not good yet', { nbf: 4_000_000_000 }],
  ])('is refused when it is %s', async (_name, claims) => {
    await expect(verifier().verify(await signed(key(rsa), issuer.url, claims))).rejects.toMatchObject(refused);
  });

  it('is refused when a key signed it that the issuer does not publish, and believed once it does', async () => {
    const token = await signed(key(next), issuer.url);
    await expect(verifier().verify(token)).rejects.toMatchObject(refused);
    issuer.publish(key(next));
    expect(await verifier().verify(token)).toMatchObject({ externalId: 'jane' });
  });

  it('may be five seconds off, each time it comes', async () => {
    const tokens = verifier();
    const token = await signed(key(rsa), issuer.url, { exp: Math.floor(Date.now() / 1000) + 60 });
    await tokens.verify(token);
    clock.ahead = 62_000;
    await tokens.verify(token);
    clock.ahead = 70_000;
    await expect(tokens.verify(token)).rejects.toMatchObject({ name: 'ExpiredError' });
  });

  it('is no refusal but UNAVAILABLE while the issuer cannot be reached', async () => {
    const gone = await startIssuer();
    await gone.stop();
    const trusted = [{ issuer: gone.url, audience: AUDIENCE, jwksUrl: gone.url, algorithms: ['RS256'] }];
    const tokens = createTokens({ config: readConfig({ JWT_ISSUERS: JSON.stringify(trusted) }), secret: SECRET, clock: () => new Date() });
    await expect(tokens.verify(await signed(key(rsa), gone.url))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it.each([
    ['a source of ours', { issuer: 'https://id.example', source: 'session', secret: SECRET }],
    ['our own name', { issuer: 'kinograph', secret: SECRET }],
    ['an address that is none', { issuer: 'https://id.example', jwksUrl: 'id.example/jwks' }],
  ])('cannot come from an issuer with %s', (_name, trusted) => {
    expect(() => readConfig({ JWT_ISSUERS: JSON.stringify([{ audience: AUDIENCE, ...trusted }]) })).toThrow(/JWT_ISSUERS\[0\]/);
  });

  it.each([
    ['answers 500', 500, ''],
    ['answers no JSON', 200, 'hello'],
    ['answers no keys', 200, '{}'],
  ])('is no refusal but UNAVAILABLE while the issuer %s', async (_name, status, body) => {
    issuer.answer(status, body);
    const tokens = verifier();
    const token = await signed(key(rsa), issuer.url);
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    issuer.answer(null);
    expect(await tokens.verify(token)).toMatchObject({ externalId: 'jane' });
  });
});
