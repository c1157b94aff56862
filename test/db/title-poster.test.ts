import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aPng } from '../support/picture';
import { aTitle } from '../support/title';
import { createUpload, put } from '../support/upload';

const fixture = withDatabase();
let app: TestApp;
let key: Headers;
let other: Headers;

beforeAll(async () => {
  app = await startApp(fixture.url);
  key = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
  other = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
});
afterAll(() => app.stop());

async function uploaded(bytes: Buffer, type = 'image/png'): Promise<string> {
  const { upload, url } = await createUpload(app.url, key, { purpose: 'POSTER', name: '../<b>p.png', bytes: bytes.length, type });
  await put(`${app.url}${url}`, new Uint8Array(bytes), { 'content-type': type });
  return upload?.id ?? '';
}

interface Saved {
  readonly title: { readonly id: string; readonly version: number; readonly posterUrl: string; readonly posterIsDrawn: boolean } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string; readonly message: string }[];
}
const SAVE = `mutation ($input: SaveTitleInput!) { saveTitle(input: $input) { title { id version posterUrl posterIsDrawn } userErrors { code field message } } }`;
const save = async (input: object, headers = key): Promise<Saved> =>
  fieldOf(await ask(app.url, SAVE, { variables: { input }, headers }), 'saveTitle');

describe('the poster of a title', () => {
  it('is an uploaded picture, under an address that changes with it, until the drawn one comes back', async () => {
    const id = await aTitle(fixture.db);
    const first = await save({ id, version: 1, posterUploadId: await uploaded(aPng(40, 60)) });
    expect(first).toMatchObject({
      title: { posterIsDrawn: false, posterUrl: expect.stringMatching(/^\/posters\/[0-9a-f]{64}$/) },
      userErrors: [],
    });
    const second = await save({ id, version: 2, posterUploadId: await uploaded(aPng(40, 60, [0, 0, 0])) });
    expect(second.title?.posterUrl).not.toBe(first.title?.posterUrl);

    const answer = await fetch(`${app.url}${second.title?.posterUrl}`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(aPng(40, 60, [0, 0, 0]));
    const etag = String(answer.headers.get('etag'));
    expect((await fetch(`${app.url}${second.title?.posterUrl}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(`${app.url}/posters/${id}`)).headers.get('content-type')).toBe('image/png');

    expect((await save({ id, version: 3, name: 'Renamed' })).title?.posterUrl).toBe(second.title?.posterUrl);
    expect(await save({ id, version: 4, posterUploadId: null })).toMatchObject({
      title: { posterIsDrawn: true, posterUrl: `/posters/${id}` },
    });
    expect((await fetch(`${app.url}/posters/${'0'.repeat(64)}`)).status).toBe(404);
    expect(await fixture.db.query('select count(*) from uploads')).toEqual([{ count: 0 }]);
  });

  it('is refused where the file is no picture, is too small, is another one’s or is not there, and nothing else is saved', async () => {
    const id = await aTitle(fixture.db, { name: 'Before' });
    const broken = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(50)]);
    for (const [posterUploadId, message] of [
      [await uploaded(broken), 'no picture'],
      [await uploaded(aPng(15, 60)), '15 x 60 pixels'],
      ['987654', 'No such upload'],
    ]) {
      const saved = await save({ id, version: 1, name: 'After', posterUploadId });
      expect(saved.userErrors).toMatchObject([{ field: 'input.posterUploadId', message: expect.stringContaining(String(message)) }]);
    }
    const mine = await uploaded(aPng(40, 60));
    expect(await save({ id, version: 1, posterUploadId: mine }, other)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await save({ id, version: 9, posterUploadId: mine })).toMatchObject({
      userErrors: [{ code: 'CONFLICT', field: 'input.version' }],
    });
    expect(await save({ id, version: 1, posterUploadId: mine })).toMatchObject({ title: { version: 2 }, userErrors: [] });
    expect(await fixture.db.query('select name from titles where id = $1', [id])).toEqual([{ name: 'Before' }]);
  });
});
