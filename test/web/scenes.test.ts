import { Role, Scope } from '../../core/caller';
import { EventType } from '../../core/event';
import { saveScenes } from '../../flow/scene';
import { groupPersonalities } from '../../jobs/group-personalities';
import { sceneListsOf } from '../../store/described-scenes';
import { publish } from '../../store/notices';
import { aKey } from '../support/callers';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { anEvent } from '../support/event';
import { ask } from '../support/graphql';
import { aJobContext } from '../support/job-context';
import { addInteraction, addUser } from '../support/person';
import { overflowOf, seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

describeConsole('scenes, themes and personality groups', () => {
  const console = withConsole();
  let clip: number;
  const listOf = async () => (await sceneListsOf(console.db, [clip]))[0];

  beforeAll(async () => {
    clip = await aTitle(console.db, { name: 'A Short Clip', seconds: 120 });
    for (const name of ['A Long March', 'The Trench', 'Homecoming']) await aTitle(console.db, { name, genres: ['War'] });
    await publish(console.db, [{ topic: 'titles', ids: null }]);
    await until('all are known', () => console.app.house.recommender.local.state().columns.size === 4);
  });

  it('are described beside the themes that they make, and are not overwritten where somebody else was quicker', async () => {
    const { page, faults, strangers } = await console.open({ role: Role.EDITOR, at: `/titles/${clip}?tab=scenes` });
    await page.getByText('Nobody has described its scenes yet.').waitFor();
    await page.getByRole('button', { name: 'Add a scene' }).click();
    await page.getByLabel('From, scene 1').fill('0:30');
    await page.getByLabel('To, scene 1').fill('3:00');
    await page.getByLabel('Keywords, scene 1').fill('soldier, trench , trench');
    await page.getByRole('list', { name: 'Themes of scene 1' }).getByText(/War/).waitFor();
    await page.getByRole('button', { name: 'Save scenes' }).click();
    await page.getByText(/Expected: after 30 and not after 120 seconds/).waitFor();
    await page.getByLabel('To, scene 1').fill('45');
    await page.getByRole('button', { name: 'Save scenes' }).click();
    await page.getByText('Saved: lists by scenes go by it from now on.').waitFor();
    expect(await listOf()).toMatchObject({ version: 1, scenes: [{ fromSeconds: 30, toSeconds: 45, keywords: ['soldier', 'trench'] }] });
    await page.getByRole('list', { name: 'Themes of this title' }).getByText(/War/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const theirs = { id: null, fromSeconds: null, toSeconds: null, keywords: ['whale'] };
    await saveScenes(console.db, 'operator:1', { titleId: clip, version: 1, scenes: [theirs] });
    await page.getByLabel('Keywords, scene 1').fill('tank');
    await page.getByRole('button', { name: 'Save scenes' }).click();
    await page.getByText('Somebody else saved this while you were at it').waitFor();
    await page.getByText('whale', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await until('mine is saved', async () => (await listOf())?.scenes[0]?.keywords.join() === 'tank');
    expect([faults, strangers]).toEqual([[], []]);
  }, 60_000);

  it('lead from typed keywords to themes and titles; a reader changes nothing', async () => {
    const { page } = await console.open({ role: Role.READER, at: '/themes' });
    await page.getByLabel('What is seen in a scene, parted by commas').fill('soldiers');
    await page.getByRole('list', { name: 'Titles found' }).getByRole('link', { name: 'The Trench' }).waitFor();
    await page.getByRole('rowheader', { name: 'Under water' }).waitFor();
    await page.goto(`${console.app.url}/admin/titles/${clip}?tab=scenes`);
    await page.getByLabel('Keywords, scene 1').waitFor();
    expect(await page.getByRole('button', { name: /^(Save scenes|Add a scene|Take out scene 1)$/ }).count()).toBe(0);
  }, 60_000);

  it('are counted by a job that a click begins, and shown as bars and rows', async () => {
    const { page } = await console.open({ role: Role.EDITOR, at: '/personalities' });
    await page.getByText('Nobody has been counted yet.').waitFor();
    await page.getByRole('button', { name: 'Count people' }).click();
    await page.getByText('Waiting for a worker').waitFor();
    expect(await console.db.query(`select name from job_runs`)).toEqual([{ name: 'group-personalities' }]);
    const ann = await addUser(console.db);
    for (let made = 0; made < 6; made++) await addInteraction(console.db, ann, await aTitle(console.db, { genres: ['Comedy', 'Drama'] }));
    await groupPersonalities.run(aJobContext<'group-personalities'>(console.app.house.database, {}));
    await page.goto(`${console.app.url}/admin/personalities`);
    await page.getByRole('cell', { name: 'Comedy, Drama' }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect([await seriousFaults(page), await overflowOf(page)]).toEqual([[], 0]);
    await page.goto(`${console.app.url}/admin/people/${ann}/show`);
    await page.getByText('Comedy, Drama (1 person)').waitFor();
  }, 60_000);

  it('stand beside what plays, follow its scenes and what one does', async () => {
    const watched = await aTitle(console.db, { name: 'An Evening', seconds: 120 });
    await saveScenes(console.db, 'operator:1', {
      titleId: watched,
      version: 0,
      scenes: [
        { id: null, fromSeconds: 0, toSeconds: 60, keywords: ['soldier'] },
        { id: null, fromSeconds: 60, toSeconds: 120, keywords: ['cowboy'] },
      ],
    });
    const riders: number[] = [];
    for (const name of ['Two Riders', 'Dust', 'High Plains']) riders.push(await aTitle(console.db, { name, genres: ['Western'] }));
    await publish(console.db, [{ topic: 'titles', ids: null }]);
    await until('they are known', () => console.app.house.recommender.local.state().columns.rowOf.has(riders[0] ?? 0));
    const { page, faults } = await console.openAsNobody({ dark: true });
    await page.goto(`${console.app.url}/player/watch/${watched}`);
    const shelf = page.getByRole('region', { name: 'Scenes like this' });
    await shelf.getByText('The Trench').waitFor();
    expect(await shelf.getByText('Two Riders').count()).toBe(0);
    await page.getByRole('slider', { name: 'Position' }).fill('70');
    await shelf.getByText('Two Riders').waitFor();
    const [person] = await console.db.query(`select id from users where source = 'session'`);
    const key = await aKey(console.db, Scope.EVENTS_WRITE);
    const like = anEvent({ type: EventType.LIKE, titleId: String(riders[0]), userId: String(person.id) });
    await ask(console.app.url, 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }', {
      variables: { events: [like] },
      headers: key,
    });
    await until('what is liked has left', async () => (await shelf.getByText('Two Riders').count()) === 0);
    await shelf.getByText('Dust').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  }, 60_000);

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    await lookAt(console, 'scenes', {
      role: Role.EDITOR,
      at: `/titles/${clip}?tab=scenes`,
      ready: (page) => page.getByRole('list', { name: 'Themes of scene 1' }).waitFor(),
    });
  }, 60_000);
});
