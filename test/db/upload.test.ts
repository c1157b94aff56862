import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Scope } from '../../core/caller';
import { readUpload, uploadById } from '../../store/uploads';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf } from '../support/graphql';
import { until } from '../support/until';
import { createUpload, put, sendFile } from '../support/upload';

const fixture = withDatabase();
const clock = { ahead: 0 };
const MB = 1_000_000;
let app: TestApp;
let key: Headers;

beforeAll(async () => {
  app = await startApp(fixture.url, {}, () => new Date(Date.now() + clock.ahead));
  key = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
});
afterAll(() => app.stop());

async function bytesOf(id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readUpload(fixture.db, Number(id))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function chunksOf(id: string): Promise<number> {
  const [row] = await fixture.db.query('select count(*) as count from upload_chunks where "uploadId" = $1', [id]);
  return row.count;
}

const stateOf = async (id: string | undefined): Promise<string | undefined> => (await uploadById(fixture.db, Number(id)))?.state;

describe('an upload', () => {
  it('is kept byte by byte in pieces of 4 MiB, and read back in order', async () => {
    const content = Buffer.alloc(9 * MB, 'id,name\n1,Café\n');
    const id = await sendFile(app.url, key, { name: 'nine.csv', content });
    expect(await chunksOf(id)).toBe(3);
    expect((await bytesOf(id)).equals(content)).toBe(true);
  });

  it('is taken from curl as from a page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kinograph-curl-'));
    const file = join(folder, 'titles.csv');
    writeFileSync(file, 'id,name\n1,Up\n');
    const { upload, url } = await createUpload(app.url, key, { bytes: 13 });
    const { stdout } = await promisify(execFile)('curl', ['-sS', '-T', file, `${app.url}${url}`]);
    rmSync(folder, { recursive: true });
    expect(JSON.parse(stdout)).toEqual({ id: upload?.id, state: 'READY', bytes: 13, name: 'titles.csv' });
    expect((await bytesOf(String(upload?.id))).toString()).toBe('id,name\n1,Up\n');
  });

  it('is refused before anything is sent where its size, type or name cannot be', async () => {
    const fault = async (input: object) => (await createUpload(app.url, key, { ...input })).userErrors;
    expect(await fault({ bytes: 512 * MB + 1 })).toMatchObject([
      { code: 'BAD_INPUT', field: 'input.bytes', expected: expect.stringContaining('512 MB') },
    ]);
    expect(await fault({ bytes: 0 })).toMatchObject([{ field: 'input.bytes', message: 'The file is empty.' }]);
    expect(await fault({ bytes: 1.5 })).toMatchObject([{ field: 'input.bytes' }]);
    expect(await fault({ name: ' ' })).toMatchObject([{ field: 'input.name' }]);
    expect(await fault({ type: 'application/zip' })).toMatchObject([{ field: 'input.type' }]);
    expect(await fault({ purpose: 'POSTER', type: 'image/svg+xml' })).toMatchObject([
      { field: 'input.type', expected: 'image/avif, image/jpeg, image/png, image/webp' },
    ]);
    expect(await fault({ purpose: 'POSTER', type: 'image/png', bytes: 5 * MB + 1 })).toMatchObject([{ field: 'input.bytes' }]);
    const reader = await aKey(fixture.db, Scope.METRICS_READ);
    const asked = 'mutation { createUpload(input: { purpose: CATALOGUE, name: "a", bytes: 1 }) { url } }';
    expect(codesOf(await ask(app.url, asked, { headers: reader }))).toEqual(['FORBIDDEN']);
  });
});

describe('an address of an upload', () => {
  it('is good once', async () => {
    const { url } = await createUpload(app.url, key);
    expect((await put(`${app.url}${url}`, 'id\n1234567')).status).toBe(200);
    const again = await put(`${app.url}${url}`, 'id\n1234567');
    expect(again).toMatchObject({ status: 409, error: { code: 'CONFLICT', message: expect.stringContaining('used before') } });
  });

  it('is good once even where two use it at the same moment', async () => {
    const { url } = await createUpload(app.url, key);
    const both = await Promise.all([put(`${app.url}${url}`, 'id\n1234567'), put(`${app.url}${url}`, 'id\n1234567')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('says what is wrong: token, owner, time, or an upload that is not there', async () => {
    const { upload, url } = await createUpload(app.url, key);
    const wrong = await put(`${app.url}/uploads/${upload?.id}?token=guess`, 'id\n1234567');
    expect(wrong).toMatchObject({
      status: 401,
      error: { code: 'UNAUTHENTICATED', field: 'token', message: expect.stringContaining('token') },
    });
    const other = await aKey(fixture.db, Scope.ADMIN);
    const stranger = await put(`${app.url}${url}`, 'id\n1234567', { 'content-type': 'text/csv', ...other });
    expect(stranger).toMatchObject({ status: 403, error: { message: expect.stringContaining('somebody else') } });
    const missing = await put(`${app.url}/uploads/999999?token=guess`, 'id\n1234567');
    expect(missing).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
    clock.ahead = 15 * 60_000 + 1_000;
    const late = await put(`${app.url}${url}`, 'id\n1234567').finally(() => {
      clock.ahead = 0;
    });
    expect(late).toMatchObject({ status: 401, error: { message: expect.stringContaining('15 minutes') } });
    expect((await put(`${app.url}${url}`, 'id\n1234567', { 'content-type': 'text/csv', ...key })).status).toBe(200);
  });

  it('ends with the key that asked for it', async () => {
    const short = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
    const { url } = await createUpload(app.url, short);
    await fixture.db.query('update api_keys set "revokedAt" = now() where id = (select max(id) from api_keys)');
    expect(await put(`${app.url}${url}`, 'id\n1234567')).toMatchObject({
      status: 401,
      error: { message: expect.stringContaining('may not act') },
    });
  });
});

describe('what comes is not what was announced', () => {
  it('says so of a longer one, with and without a length in its headers', async () => {
    const told = await createUpload(app.url, key);
    expect(await put(`${app.url}${told.url}`, 'id\n12345678')).toMatchObject({
      status: 413,
      error: { code: 'TOO_LARGE', field: 'bytes', expected: '10 bytes' },
    });
    const streamed = await createUpload(app.url, key);
    const body = new Blob(['x'.repeat(6 * MB)]).stream() as ReadableStream;
    expect(await put(`${app.url}${streamed.url}`, body)).toMatchObject({ status: 413, error: { code: 'TOO_LARGE' } });
    expect([await stateOf(streamed.upload?.id), await chunksOf(String(streamed.upload?.id))]).toEqual(['FAILED', 0]);
  });

  it('says so of a shorter one', async () => {
    const { upload, url } = await createUpload(app.url, key);
    const body = new Blob(['id\n1']).stream() as ReadableStream;
    expect(await put(`${app.url}${url}`, body)).toMatchObject({
      status: 400,
      error: { field: 'bytes', message: 'Of 10 bytes that were announced, 4 came.' },
    });
    expect([await stateOf(upload?.id), await chunksOf(String(upload?.id))]).toEqual(['FAILED', 0]);
  });

  it('says so of another type, by its header and by its first bytes', async () => {
    const { url } = await createUpload(app.url, key);
    const header = await put(`${app.url}${url}`, 'id\n1234567', { 'content-type': 'application/json' });
    expect(header).toMatchObject({ status: 400, error: { field: 'content-type', expected: 'text/csv' } });
    const workbook = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5 * MB, 1)]);
    const excel = await createUpload(app.url, key, { bytes: workbook.length });
    expect(await put(`${app.url}${excel.url}`, new Uint8Array(workbook))).toMatchObject({
      status: 400,
      error: { field: 'type', message: expect.stringContaining('Excel') },
    });
    const poster = await createUpload(app.url, key, { purpose: 'POSTER', type: 'image/png' });
    const script = await put(`${app.url}${poster.url}`, '<svg/>1234', { 'content-type': 'image/png' });
    expect(script).toMatchObject({ status: 400, error: { field: 'type', expected: 'image/png' } });
  });

  it('keeps nothing of one that breaks off', async () => {
    const { upload, url } = await createUpload(app.url, key, { bytes: 20 * MB });
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.write(`PUT ${url} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: text/csv\r\nContent-Length: ${20 * MB}\r\n\r\n`);
    socket.write(Buffer.alloc(9 * MB, 'a'));
    await until('two pieces are here', async () => (await chunksOf(String(upload?.id))) === 2);
    socket.destroy();
    await until('it failed', async () => (await stateOf(upload?.id)) === 'FAILED');
    expect(await chunksOf(String(upload?.id))).toBe(0);
    const again = await createUpload(app.url, key);
    expect((await put(`${app.url}${again.url}`, 'id\n1234567')).status).toBe(200);
  });
});

describe('an address that answers PUT only', () => {
  it('says so', async () => {
    const response = await fetch(`${app.url}/uploads/1`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'PUT']);
  });
});
