import { credentialsIn } from '../../server/auth/credentials';

const OURS = 'kinograph.example';
const console = { cookie: 'kinograph_operator=secret', 'x-kinograph-console': '1' };
const sessionOf = (method: string, headers: Record<string, string>) => credentialsIn({ method, headers, host: OURS }).session;

describe("the console's cookie", () => {
  it('counts from the console, on our own pages and where a program sends it', () => {
    expect(sessionOf('POST', console)).toBe('secret');
    expect(sessionOf('POST', { ...console, origin: `https://${OURS}` })).toBe('secret');
  });

  it.each([
    ['by GET', 'GET', console],
    ['without the console’s header', 'POST', { cookie: console.cookie }],
    ['from a page of another site', 'POST', { ...console, origin: 'https://evil.example' }],
    ['from a page of another site with a browser key', 'POST', { ...console, origin: 'https://shop.example', 'x-kinograph-key': 'kgb_x' }],
    ['from a page without an origin', 'POST', { ...console, origin: 'null' }],
    ['from a site whose name ends like ours', 'POST', { ...console, origin: `https://evil-${OURS}` }],
  ])('counts for nothing %s', (_name, method, headers) => {
    expect(sessionOf(method, headers)).toBeNull();
  });
});
