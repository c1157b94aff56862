import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { publish } from '../../store/notices';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { aLiveModel, aTrainedModel } from '../support/factors';
import { addInteraction, addUser } from '../support/person';
import { seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

type Vector = readonly [number, number];

describeConsole('the inspector in the console', () => {
  const console = withConsole();
  let world: { readonly space: readonly number[]; readonly love: readonly number[]; readonly other: number; readonly gone: number };

  beforeAll(async () => {
    const { db, app } = console;
    const [space, love]: [number[], number[]] = [[], []];
    for (let at = 0; at < 10; at++) {
      space.push(await aTitle(db, { name: `Space ${at}`, genres: ['Space'], seconds: 5_400, year: 1990 + at }));
      love.push(await aTitle(db, { name: `Love ${at}`, genres: ['Love'], seconds: 6_000, year: 1990 + at }));
    }
    const vectors = (turned: boolean) =>
      new Map<number, Vector>([
        ...space.map((id, at): [number, Vector] => [id, [1 - at / 100, 0.05]]),
        ...love.map((id, at): [number, Vector] => [id, [0.05, 1 - (turned ? 9 - at : at) / 100]]),
      ]);
    const other = await aTrainedModel(db, vectors(true));
    const gone = await aTrainedModel(db, vectors(false));
    await db.query('update models set bytes = 0 where id = $1', [gone]);
    const id = await aLiveModel(db, vectors(false));
    await publish(db, [
      { topic: 'titles', ids: null },
      { topic: 'model', id },
    ]);
    await until(
      'the model serves',
      () => app.house.recommender.local.state().modelId === id && app.house.recommender.local.state().columns.size >= 20,
    );
    world = { space, love, other, gone };
  }, 60_000);

  /** Somebody who likes a film of space a lot and one of love a little. */
  async function aPerson(): Promise<number> {
    const userId = await addUser(console.db);
    await addInteraction(console.db, userId, world.space[0] ?? 0);
    await addInteraction(console.db, userId, world.love[1] ?? 0, { rating: 4 });
    return userId;
  }

  const list = (page: Page, name = 'The list') => page.getByRole('list', { name, exact: true });
  const firstOf = (page: Page, name?: string) => list(page, name).getByRole('listitem').first();

  it('takes a person’s list apart: bars with a legend, and every part in numbers', async () => {
    const userId = await aPerson();
    const { page, faults } = await console.open({ at: '/inspector?chance=0', role: Role.READER });
    await page.getByText('Whose list shall be taken apart?').waitFor();
    const [person] = await console.db.query('select "externalId" from users where id = $1', [userId]);
    await page.getByLabel('Person', { exact: true }).fill(person.externalId);
    await page.getByRole('option', { name: `app:${person.externalId}`, exact: true }).click();
    await firstOf(page).getByText('Space 1').waitFor();
    expect(page.url()).toContain(`user=${userId}`);
    await page.getByRole('list', { name: 'Colours' }).getByText('Space 0').waitFor();
    await firstOf(page)
      .getByRole('img', { name: /^Space 0 \d\.\d{3}, Love 1 \d\.\d{3}$/ })
      .waitFor();
    await page.getByRole('button', { name: 'Parts of the score of Space 1' }).click();
    await page.getByText('Ranked by the model. By its score alone it would stand on place 1.').waitFor();
    await page.getByRole('row', { name: /Together/ }).waitFor();
    await page.getByText('2 known to the person already').waitFor();
    expect(faults).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('shows the list change when a title is taken out of the past, and nothing is deleted', async () => {
    const userId = await aPerson();
    const { page } = await console.open({ at: `/inspector?user=${userId}&chance=0` });
    await firstOf(page).getByText('Space 1').waitFor();
    await page.getByRole('checkbox', { name: /^Space 0/ }).click();
    await firstOf(page, 'The list beside it').getByText('Love 0').waitFor();
    await firstOf(page).getByText('Space 1').waitFor();
    await page.getByRole('heading', { name: /without 1 title of the past/ }).waitFor();
    await list(page, 'The list beside it')
      .getByText('New here')
      .or(list(page, 'The list beside it').getByText(/^Up \d+, from/))
      .first()
      .waitFor();
    await page.getByRole('checkbox', { name: /^Space 0/ }).click();
    await until('one list is left', async () => (await list(page, 'The list beside it').count()) === 0);
    expect(await console.db.query('select 1 from interactions where "userId" = $1', [userId])).toHaveLength(2);
  });

  it('shows two models side by side with what moved, and offers none that has no factors', async () => {
    const { page } = await console.open({ at: `/inspector?likes=${world.love[5]}&genres=Love&chance=0&first=3` });
    await firstOf(page).getByText('Love 0').waitFor();
    await page.getByLabel('Beside it', { exact: true }).click();
    expect(await page.getByRole('option', { name: new RegExp(`^Model ${world.gone} .*removed`) }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await page.getByRole('option', { name: new RegExp(`^Model ${world.other} `) }).click();
    await firstOf(page, 'The list beside it').getByText('Love 9').waitFor();
    await page.getByText('0 of 3 titles stand in both. Gone: Love 0, Love 1, Love 2.').waitFor();
  });

  it('says why a title is not in the list', async () => {
    const userId = await aPerson();
    const { page } = await console.open({ at: `/inspector?user=${userId}&yearTo=1995` });
    await page.getByLabel('Why is a title not in the list?').fill('Space 9');
    await page.getByRole('option', { name: /^Space 9/ }).click();
    await page.getByText(/is not in the list: it is among those of other years/).waitFor();
    await page.getByLabel('Why is a title not in the list?').fill('Space 0');
    await page.getByRole('option', { name: /^Space 0/ }).click();
    await page.getByText(/is not in the list: it is among those known to the person/).waitFor();
  });

  it('answers for somebody who likes chosen titles, as its address says to whoever gets it', async () => {
    const { page } = await console.open({ at: '/inspector?chance=0' });
    await page.getByRole('button', { name: 'Who likes…' }).click();
    await page.getByLabel('Titles that they like').fill('Love 3');
    await page.getByRole('option', { name: /^Love 3/ }).click();
    await firstOf(page).getByText('Love 0').waitFor();
    const address = page.url();
    const again = await console.open({ at: address.slice(address.indexOf('/inspector')), role: Role.ANALYST });
    await firstOf(again.page).getByText('Love 0').waitFor();
    await again.page.getByText('Love 3 · 1993').waitFor();
  });

  it('says what went wrong where a model cannot be loaded or the server is away', async () => {
    const { page } = await console.open({ at: `/inspector?whose=nobody&model=${world.gone}` });
    await page
      .getByRole('alert')
      .getByText(/were removed, being old/)
      .waitFor();
    const away = await console.open({ at: '/inspector?chance=0' });
    await away.page.getByText('Whose list shall be taken apart?').waitFor();
    await away.page.route('**/graphql', (route) => route.abort());
    await away.page.getByRole('button', { name: 'Newcomer' }).click();
    await away.page.getByRole('alert').getByText('The server cannot be reached.', { exact: true }).waitFor({ timeout: 30_000 });
  });

  it('is looked at: empty, with a list, and with two', async () => {
    const userId = await aPerson();
    const title = await aTitle(console.db, { name: `<b>🎬</b> ${'x'.repeat(300)} مرحبا`, genres: ['Space'] });
    await publish(console.db, [{ topic: 'titles', ids: [title] }]);
    await addInteraction(console.db, userId, title);
    const first = (text: string) => (page: Page) => firstOf(page).getByText(text).first().waitFor();
    await lookAt(console, 'inspector-empty', {
      at: '/inspector',
      ready: (page) => page.getByText('Whose list shall be taken apart?').waitFor(),
    });
    await lookAt(console, 'inspector', {
      at: `/inspector?user=${userId}&chance=0&diversity=0.3&about=${world.space[0]}`,
      ready: first('Space'),
    });
    await lookAt(console, 'inspector-beside', {
      at: `/inspector?user=${userId}&chance=0&beside=${world.other}&without=${world.space[0]}`,
      ready: (page) => firstOf(page, 'The list beside it').waitFor(),
    });
  }, 240_000);
});
