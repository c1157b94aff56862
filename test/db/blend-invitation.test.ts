import { startApp, type TestApp } from '../support/app';
import { aBlend, act } from '../support/blend';
import { withDatabase } from '../support/database';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
const clock = { aheadMs: 0 };
const WEEK_MS = 7 * 86_400_000;

beforeAll(async () => {
  app = await startApp(fixture.url, {}, () => new Date(Date.now() + clock.aheadMs));
});
afterAll(() => app.stop());

const QUERY = 'query ($token: String!) { blendInvitation(token: $token) { name inviterName memberCount isFull blendId } }';
const read = async (viewer: Viewer, token: string): Promise<unknown> =>
  (await ask(app.url, QUERY, { headers: viewer.headers, variables: { token } })).data?.blendInvitation;

async function invite(viewer: Viewer, id: string): Promise<string> {
  return fieldOf<{ token: string }>(await act(app.url, viewer, `inviteToBlend(id: ${id})`, 'token'), 'inviteToBlend').token;
}

describe('an invitation to a blend', () => {
  it('says before joining who invites to what, and to who is in it already where it is', async () => {
    const [ann, ben] = [await aViewer(app.url), await aViewer(app.url)];
    await fixture.db.query('update users set name = $2 where id = $1', [ann.id, 'Ann']);
    const id = await aBlend(app.url, [ann], 'name: "Friday"');
    const token = await invite(ann, id);
    const seen = { name: 'Friday', inviterName: 'Ann', memberCount: 1, isFull: false };
    expect(await read(ben, token)).toEqual({ ...seen, blendId: null });
    await act(app.url, ben, `joinBlend(token: "${token}")`, 'blend { id }');
    expect(await read(ben, token)).toEqual({ ...seen, memberCount: 2, blendId: id });
  });

  it('is nothing where the token is none, or ended, or whoever made it left; nobody without a credential is answered', async () => {
    const [ann, ben, cat] = [await aViewer(app.url), await aViewer(app.url), await aViewer(app.url)];
    const id = await aBlend(app.url, [ann, ben]);
    const [hers, his] = [await invite(ann, id), await invite(ben, id)];
    expect(await read(cat, 'guessed')).toBeNull();
    expect(await read(cat, 'with \0 in it')).toBeNull();
    await act(app.url, ben, `leaveBlend(id: ${id})`, 'left');
    expect(await read(cat, his)).toBeNull();
    expect(await read(cat, hers)).not.toBeNull();
    clock.aheadMs = WEEK_MS + 1_000;
    const late = await aViewer(app.url);
    expect(await read(late, hers)).toBeNull();
    const nobody = await ask(app.url, QUERY, { variables: { token: hers } });
    expect(codesOf(nobody)).toEqual(['UNAUTHENTICATED']);
  });

  it('says that there is no room where eight are in', async () => {
    const viewers = (await Promise.all(Array.from({ length: 9 }, () => aViewer(app.url)))) as [Viewer, ...Viewer[]];
    const id = await aBlend(app.url, viewers.slice(0, 8) as [Viewer, ...Viewer[]]);
    expect(await read(viewers[8] as Viewer, await invite(viewers[0], id))).toMatchObject({ memberCount: 8, isFull: true, blendId: null });
  });
});
