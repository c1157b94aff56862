import { withDatabase } from '../support/database';
import { startFront, type TestFront } from '../support/front';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let front: TestFront;

beforeAll(async () => {
  front = await startFront(fixture.database);
});
afterAll(() => front.stop());

const poster = (id: number, headers: Readonly<Record<string, string>>) => fetch(`${front.url}/posters/${id}`, { headers });

describe('a poster', () => {
  it('goes out compressed to whoever takes that, the same picture for everybody', async () => {
    const id = await aTitle(fixture.db, { name: 'Heat', genres: ['Crime'] });
    const [small, plain] = [await poster(id, { 'accept-encoding': 'br, gzip' }), await poster(id, { 'accept-encoding': 'identity' })];
    expect([small.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(Number(small.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')) / 2);
    expect([small.headers.get('vary'), plain.headers.get('vary')]).toEqual(['accept-encoding', 'accept-encoding']);
    expect([small.headers.get('content-type'), plain.headers.get('content-type')]).toEqual(Array(2).fill('image/svg+xml; charset=utf-8'));
    const picture = await plain.text();
    expect([picture, await small.text()]).toEqual([expect.stringContaining('<svg'), picture]);
  });

  it('is not sent again to whoever has it, however it was compressed', async () => {
    const id = await aTitle(fixture.db);
    const etag = String((await poster(id, { 'accept-encoding': 'gzip' })).headers.get('etag'));
    const strong = etag.replace('W/', '');
    for (const known of [etag, strong, `"another", ${etag}`])
      expect((await poster(id, { 'accept-encoding': 'identity', 'if-none-match': known })).status).toBe(304);
    expect((await poster(id, { 'if-none-match': '"another"' })).status).toBe(200);
  });
});
