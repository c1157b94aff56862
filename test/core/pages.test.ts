import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import type { Gate } from '../../server/auth/gate';
import { isBuilt } from '../../server/http/built';
import { openHttp } from '../../server/http/open';
import { routePages } from '../../server/http/pages';
import { createMetrics } from '../../server/metrics';

const SCRIPT = `console.log(${JSON.stringify('kinograph '.repeat(200))});`;
const FILES: Readonly<Record<string, string>> = {
  'player/index.html': '<title>The player</title>',
  'player/favicon.svg': '<svg/>',
  'player/assets/index-DiwrgT_a.js': SCRIPT,
  'player/assets/poster.js': 'export {}',
  'admin/index.html': '<title>The console</title>',
  'admin/assets/index-Dk3_aB0x.js': SCRIPT,
  'graphiql/index.html': '<title>GraphiQL</title>',
  'sdk/kinograph.js': SCRIPT,
  'secret.txt': 'the secret beside the pages',
  'player-secret/secret.txt': 'the secret of a folder whose name begins alike',
};
const COMPRESSED = ['player/assets/index-DiwrgT_a.js', 'sdk/kinograph.js'];
const SHOP = 'https://shop.example';

const dist = mkdtempSync(join(tmpdir(), 'kinograph-dist-'));
const metrics = createMetrics();
let app: FastifyInstance;
let bare: FastifyInstance;

beforeAll(async () => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  }
  for (const file of COMPRESSED) {
    writeFileSync(join(dist, `${file}.br`), brotliCompressSync(SCRIPT));
    writeFileSync(join(dist, `${file}.gz`), gzipSync(SCRIPT));
  }
  [app, bare] = await Promise.all([serve(dist), serve(join(dist, 'nothing'))]);
});
afterAll(async () => {
  await Promise.all([app.close(), bare.close()]);
  metrics.stop();
  rmSync(dist, { recursive: true });
});

async function serve(from: string): Promise<FastifyInstance> {
  const gate = { knowsOrigin: async (origin: string) => origin === SHOP } as unknown as Gate;
  const made = await openHttp({ gate, metrics, log: pino({ level: 'silent' }), trustProxy: false });
  routePages(made, { graphiql: true, dist: from });
  await made.listen({ host: '127.0.0.1', port: 0 });
  return made;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly of?: FastifyInstance;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** Sends the path as it stands: fetch would tidy it first. */
function get(path: string, { method = 'GET', headers = {}, of = app }: Asked = {}): Promise<Answered> {
  const { port } = of.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(parts);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the console', () => {
  it('is one page at every address below /admin', async () => {
    for (const path of ['/admin', '/admin/', '/admin/titles', '/admin/titles/12/audience'])
      expect(await get(path)).toMatchObject({ status: 200, text: '<title>The console</title>' });
    expect((await get('/admin/assets/index-Gone1234.js')).status).toBe(404);
  });

  it('lets no inline script and no inline style through, calls its own server only, and stands in nobody’s frame', async () => {
    const policy = String((await get('/admin/titles')).headers['content-security-policy']);
    expect(policy).not.toContain('unsafe');
    const told = ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"];
    expect(policy.split('; ')).toEqual(expect.arrayContaining(told));
  });

  it('is not served where it was not built', async () => {
    expect((await get('/admin', { of: bare })).status).toBe(404);
  });
});

describe('the player', () => {
  it.each(['/player', '/player?x=1', '/player/', '/player/title/318', '/player/search?q=a%20b', '/player/none.js'])(
    'answers its page at %s',
    async (path) => {
      const { status, headers, text } = await get(path);
      expect([status, text]).toEqual([200, FILES['player/index.html']]);
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    },
  );

  it('lets its page load nothing but its own, and media and pictures from anywhere', async () => {
    const policy = (await get('/player/title/1')).headers['content-security-policy'];
    expect(String(policy).split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self' ws: wss:",
      "default-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      'img-src * data: blob:',
      'media-src * blob: data:',
      "style-src 'self' 'unsafe-inline'",
    ]);
  });

  it('lets a file with a hash in its name be kept for ever, and every other one be asked for again', async () => {
    const ageOf = async (path: string) => (await get(path)).headers['cache-control'];
    expect(await ageOf('/player/assets/index-DiwrgT_a.js')).toBe('public, max-age=31536000, immutable');
    expect(await ageOf('/player/assets/poster.js')).toBe('no-cache');
    expect(await ageOf('/player/favicon.svg')).toBe('no-cache');
    const { headers } = await get('/player/');
    const again = await get('/player/', { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.text, again.headers['cache-control']]).toEqual([304, '', 'no-cache']);
  });

  it('answers 404 for an asset that is not there, which nobody may keep', async () => {
    for (const path of ['/player/assets/none-AAAAAAAA.js', '/player/assets/', '/player/assets/%2e%2e/none']) {
      const { status, headers, text } = await get(path);
      expect([path, status, headers['cache-control']]).toEqual([path, 404, 'no-store']);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    }
  });

  it('answers HEAD without a body, and refuses other methods by their name', async () => {
    const head = await get('/player/title/1', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    for (const path of [
      '/player',
      '/player/',
      '/player/title/1',
      '/player/assets/index-DiwrgT_a.js',
      '/graphiql/',
      '/sdk/kinograph.js',
      '/',
    ]) {
      const { status, headers } = await get(path, { method: 'POST' });
      expect([path, status, headers.allow]).toEqual([path, 405, 'GET']);
    }
    expect((await get('/player/assets/none.js', { method: 'HEAD' })).status).toBe(404);
    expect((await get('/graphiql/none.js')).status).toBe(404);
    expect((await get('/none', { method: 'POST' })).status).toBe(404);
  });

  it('is where the root leads to, where it was built', async () => {
    const { status, headers } = await get('/');
    expect([status, headers.location]).toEqual([302, '/player/']);
    expect([isBuilt('player', dist), isBuilt('player', join(dist, 'nothing'))]).toEqual([true, false]);
    for (const path of ['/', '/player', '/player/', '/sdk/kinograph.js', '/graphiql/'])
      expect([path, (await get(path, { of: bare })).status]).toEqual([path, 404]);
  });
});

describe('a text that was compressed when it was bundled', () => {
  const path = '/player/assets/index-DiwrgT_a.js';

  it.each([
    ['br', 'gzip, deflate, br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    [undefined, 'identity', (body: Buffer) => body],
    [undefined, '', (body: Buffer) => body],
  ])('goes out as %s to whoever takes "%s"', async (encoding, accepted, read) => {
    const { headers, body } = await get(path, { headers: { 'accept-encoding': accepted } });
    expect([headers['content-encoding'], read(body).toString()]).toEqual([encoding, SCRIPT]);
    expect(headers).toMatchObject({ vary: 'Origin, accept-encoding', 'content-type': 'application/javascript; charset=utf-8' });
  });

  it('and one that was not goes out as it is', async () => {
    const { headers, text } = await get('/player/', { headers: { 'accept-encoding': 'br, gzip' } });
    expect([headers['content-encoding'], text]).toEqual([undefined, FILES['player/index.html']]);
  });
});

describe('the SDK', () => {
  it('may be loaded by a page of any origin, and is asked for again after five minutes', async () => {
    for (const origin of [SHOP, 'https://other.example']) {
      const { status, headers, text } = await get('/sdk/kinograph.js', { headers: { origin } });
      expect([status, text]).toEqual([200, SCRIPT]);
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=300',
        'content-type': 'application/javascript; charset=utf-8',
      });
      const again = await get('/sdk/kinograph.js', { headers: { 'if-none-match': String(headers.etag) } });
      expect(again.status).toBe(304);
    }
    const missing = await get('/sdk/none.js');
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-store']);
    expect((await get('/sdk')).status).toBe(404);
  });
});

describe('a hostile path', () => {
  const climbs = ['..', '%2e%2e', '.%2e', '..%2f..', '..%5c..', '%252e%252e', '..;', '..%00', '....//..', '\\..\\..', '.'];
  const paths = ['player', 'sdk', 'graphiql'].flatMap((page) => [
    ...climbs.flatMap((climb) => [`/${page}/${climb}/secret.txt`, `/${page}/assets/${climb}/${climb}/secret.txt`]),
    `/${page}//${dist}/secret.txt`,
    `/${page}-secret/secret.txt`,
    `/${page}/%00`,
    `/${page}/%`,
    `/${page}/%ff%fe`,
    `/${page}/${'a/'.repeat(2_000)}`,
    `/${page}/${'x'.repeat(6_000)}`,
    `//${page}/../secret.txt`,
    `/${page}/.git/config`,
    `/${page}/../../package.json`,
  ]);

  it.each(paths)('%.80s leads to no file beside the pages', async (path) => {
    const { status, text } = await get(path);
    expect([200, 400, 403, 404, 414, 431]).toContain(status);
    expect(text).not.toMatch(/secret|"name": "kinograph"|\[core\]/);
    expect(text).not.toContain(dist);
    if (status === 200) expect(text).toBe(FILES[path.startsWith('/player') ? 'player/index.html' : 'graphiql/index.html']);
  });

  it('does no harm: the server answers on', async () => {
    expect((await get('/player/')).status).toBe(200);
  });
});
