import { startApp, type TestApp } from '../support/app';
import { aBlend, listedIn, seenBlend } from '../support/blend';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;

afterAll(() => app.stop());

describe('a blend by tags where no genome was imported', () => {
  it('begins with what is told alike and not with what little is told of, and scores nothing of which nothing is told', async () => {
    const alike: number[] = [];
    for (let at = 0; at < 6; at++) alike.push(await aTitle(fixture.db, { name: `Alike ${at}`, genres: ['Comedy', 'Drama', 'Romance'] }));
    const [plain, other, nothing] = [
      await aTitle(fixture.db, { name: 'Plain', genres: ['Comedy'] }),
      await aTitle(fixture.db, { name: 'Other', genres: ['Horror', 'War'] }),
      await aTitle(fixture.db, { name: 'Nothing' }),
    ];
    await aLiveModel(fixture.db, new Map(alike.map((id) => [id, [1, 0]])));
    app = await startApp(fixture.url);
    const viewer = await aViewer(app.url);
    for (const id of alike.slice(0, 3)) await addInteraction(fixture.db, viewer.id, id);
    const blend = await seenBlend(app.url, viewer, await aBlend(app.url, [viewer], 'taste: TAGS'));
    expect(blend).toMatchObject({ tagSource: 'ATTRIBUTES', byTaste: true, unscoredCount: 1 });
    const listed = blend === null ? [] : listedIn(blend);
    expect(new Set(listed.slice(0, 3))).toEqual(new Set(alike.slice(3)));
    expect(listed.slice(3)).toEqual([plain, other]);
    expect(listed).not.toContain(nothing);
  });
});
