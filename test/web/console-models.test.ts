import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { trainNow } from '../../jobs/train';
import type { Console } from '../support/console';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { aLiveModel } from '../support/factors';
import { seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { manyInteractions } from '../support/training-child';
import { until } from '../support/until';

const PEOPLE = 60;
const GENRES = ['Drama', 'Comedy', 'Thriller', 'Romance'];

/** A small catalogue with people who like odd or even titles, and a model that has learned it. */
async function aTrainedHouse({ db, app }: Console): Promise<void> {
  for (let at = 1; at <= PEOPLE; at++) await aTitle(db, { name: `Film ${at}`, genres: [GENRES[at % 4] ?? 'Drama'], year: 1960 + at });
  await aTitle(db, { name: '<b>العربية</b> 🎬', kind: TitleKind.SHOW });
  await manyInteractions(db, PEOPLE);
  await trainNow({ database: app.house.database, clock: () => new Date() }, { settings: { k: 8, iterations: 6, regularization: 0.01 } });
  // What tests have put straight into the tables, nobody was told of.
  app.house.recommender.onReconnect();
  await until('the catalogue is read', () => app.house.recommender.local.state().modelId !== null);
}

const liveId = async ({ db }: Console): Promise<number> => Number((await db.query(`select id from models where state = 'LIVE'`))[0]?.id);
const rowOf = (page: Page, id: number) =>
  page
    .getByRole('table', { name: 'Models' })
    .getByRole('row')
    .filter({ hasText: `Model ${id}` });

describeConsole('models in the console', () => {
  const console = withConsole({ JOBS: 'true', SPARK_SUBMIT: '/nowhere/spark-submit' });
  beforeAll(() => aTrainedHouse(console), 60_000);

  it('are trained from a form that follows the server, followed while they learn, promoted and rolled back', async () => {
    const before = await liveId(console);
    const { page, faults } = await console.open({ at: '/models' });
    await rowOf(page, before).getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Train a model' }).click();
    const form = page.getByRole('dialog');
    expect(await form.getByLabel('Factors (k)').inputValue()).toBe('8');
    await form.getByLabel('Where').click();
    await page.getByRole('option', { name: 'On Apache Spark' }).click();
    await form.getByText('There is no program /nowhere/spark-submit on this machine', { exact: false }).waitFor();
    expect([await form.getByLabel('Regularization').inputValue(), await form.getByLabel('Solver').count()]).toEqual(['0.1', 0]);
    expect(await seriousFaults(page)).toEqual([]);
    await form.getByLabel('Where').click();
    await page.getByRole('option', { name: 'Here' }).click();
    expect(await form.getByLabel('Regularization').inputValue()).toBe('0.01');
    await form.getByLabel('Factors (k)').fill('9999');
    await form.getByText('A whole number from 1 to 512.').waitFor();
    expect(await form.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true);
    await form.getByLabel('Factors (k)').fill('12');
    await form.getByLabel('Let it serve by itself when the gate lets it through').click();
    expect(await seriousFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('region', { name: 'Learning now' }).waitFor();
    const after = await until(
      'the model is there',
      async () => {
        const [row] = await console.db.query(`select id from models where state = 'TRAINED' and settings ->> 'k' = '12'`);
        return row && Number(row.id);
      },
      60,
    );
    await rowOf(page, after).getByText('Not promoted: nobody asked for it.').waitFor();
    await page.getByRole('region', { name: 'Learning now' }).waitFor({ state: 'detached' });

    await rowOf(page, after)
      .getByRole('button', { name: `Promote model ${after}` })
      .click();
    await page.getByRole('dialog').getByText(`Model ${before} retires.`, { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Promote' }).click();
    await rowOf(page, after).getByText('Live', { exact: true }).waitFor();
    expect(await liveId(console)).toBe(after);
    await until('the server serves it', () => console.app.house.recommender.local.state().modelId === after);

    await page.getByRole('button', { name: 'Roll back' }).click();
    await page.getByRole('dialog').getByText(`Model ${before} served before.`, { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
    await rowOf(page, before).getByText('Live', { exact: true }).waitFor();
    expect(await liveId(console)).toBe(before);
    expect(faults).toEqual([]);
  }, 180_000);

  it('tell how they rank with intervals, for whom, how they came closer, and what they were told', async () => {
    const { page, faults } = await console.open({ at: `/models/${await liveId(console)}` });
    await page.getByRole('heading', { name: 'NDCG@10' }).waitFor();
    await page.getByRole('heading', { name: 'Training curve' }).waitFor();
    await page.getByText(/\d\.\d+ after 6\. /).waitFor();
    await page.getByText('Regulars, 50 and more').waitFor();
    await page.getByRole('button', { name: /Show all 15 metrics/ }).click();
    await page.getByRole('heading', { name: 'MAP@10' }).waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  it('are searched from a form with ranges, and the search says what it found', async () => {
    const { page } = await console.open({ at: '/models?form=tune' });
    const form = page.getByRole('dialog');
    await form.getByLabel('Factors (k) from').fill('200');
    await form.getByText('The first must not be more than the second.').waitFor();
    await form.getByLabel('Factors (k) from').fill('4');
    await form.getByLabel('Factors (k) to').fill('8');
    await form.getByLabel('Iterations from').fill('2');
    await form.getByLabel('Iterations to').fill('4');
    await form.getByLabel('Trials').fill('3');
    await form.getByLabel('Train a model with the best settings').click();
    await form.getByRole('button', { name: 'Start the search' }).click();
    await page.getByRole('link', { name: /^Search for settings \d+$/ }).click();
    await page.getByText(/"baseValue"/).waitFor({ timeout: 60_000 });
  }, 180_000);

  it('of an analyst are trained, kept and never promoted', async () => {
    const before = await liveId(console);
    const { page } = await console.open({ role: Role.ANALYST, at: '/models?form=train' });
    const form = page.getByRole('dialog');
    await form.getByText('Somebody who may promote models decides whether it serves.', { exact: false }).waitFor();
    await form.getByLabel('Seed').fill('77');
    await form.getByRole('button', { name: 'Start training' }).click();
    const id = await until(
      'it is trained',
      async () => {
        const [row] = await console.db.query(`select id from models where settings ->> 'seed' = '77'`);
        return row && Number(row.id);
      },
      60,
    );
    await rowOf(page, id).getByText('Trained', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Promote|Roll back/ }).count()).toBe(0);
    expect(await liveId(console)).toBe(before);
  }, 180_000);

  it('show a reader what there is and nothing to press', async () => {
    const { page } = await console.open({ role: Role.READER, at: '/models' });
    await page.getByRole('table', { name: 'Models' }).waitFor();
    expect(await page.getByRole('button', { name: /Train|Search|Promote|Roll back/ }).count()).toBe(0);
    await page.goto(`${console.app.url}/admin/models?form=train`);
    await page.getByRole('table', { name: 'Models' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  }, 60_000);
});

describeConsole('the map of a model', () => {
  const console = withConsole();
  beforeAll(() => aTrainedHouse(console), 60_000);

  it('is searched, names what lies near, comes closer by wheel and keys, and leads to a title', async () => {
    const { page, faults } = await console.open({ at: `/models/${await liveId(console)}/map` });
    await page.getByLabel('Search a title on the map').fill('Film 7');
    await page.getByRole('option', { name: 'Film 7 (1967)' }).click();
    const near = page.getByRole('list', { name: 'Titles nearby' });
    await near.getByRole('listitem').first().waitFor();
    // Odd people like odd titles: what lies near an odd one is odd.
    const names = await near.getByRole('button').allTextContents();
    const odd = names.filter((name) => Number(/Film (\d+)/.exec(name)?.[1]) % 2 === 1);
    expect(odd.length).toBeGreaterThan(names.length * 0.8);
    const map = page.getByRole('application');
    const box = await map.boundingBox();
    if (!box) throw new Error('The map is not on the page.');
    // The one that was chosen stands in the middle.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await until('it is named', async () => (await map.getAttribute('data-hovered')) === 'Film 7');
    await page.mouse.wheel(0, -300);
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await until('it has moved away', async () => (await map.getAttribute('data-hovered')) === 'Film 7');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'Kind' }).click();
    await page.getByRole('list', { name: 'Colours' }).getByText('Movie').waitFor();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForURL(/\/titles\/\d+/);
    expect(faults).toEqual([]);
  }, 60_000);

  it('of a model whose factors are gone says so', async () => {
    const id = await aLiveModel(console.db, new Map([[1, [1, 0]]]));
    await console.db.query(`update models set bytes = 0, state = 'RETIRED' where id = $1`, [id]);
    const { page } = await console.open({ at: `/models/${id}/map` });
    await page.getByText('The factors of this model were removed', { exact: false }).waitFor();
  }, 60_000);
});

describeConsole('models looked at', () => {
  const console = withConsole();
  let live = 0;
  let other = 0;
  beforeAll(async () => {
    await aTrainedHouse(console);
    const asked = { settings: { k: 4, iterations: 3 }, promote: false };
    const { modelId } = await trainNow({ database: console.app.house.database, clock: () => new Date() }, asked);
    other = modelId ?? 0;
    live = await liveId(console);
  }, 60_000);

  it('can be looked at in the list, and one by one', async () => {
    await lookAt(console, 'models', { at: '/models', ready: (page) => page.getByRole('link', { name: `Model ${live}` }).waitFor() });
    await lookAt(console, 'model', { at: `/models/${live}`, ready: (page) => page.getByText('Show all 15 metrics').waitFor() });
  }, 180_000);

  it('can be looked at side by side, and as a map', async () => {
    await lookAt(console, 'model-compare', {
      at: `/models/compare?a=${live}&b=${other}`,
      ready: (page) => page.getByRole('table', { name: 'Settings that differ' }).waitFor(),
    });
    await lookAt(console, 'model-map', { at: `/models/${live}/map`, ready: (page) => page.getByRole('application').waitFor() });
  }, 180_000);

  it('can be looked at with their forms open', async () => {
    await lookAt(console, 'model-train', { at: '/models?form=train', ready: (page) => page.getByLabel('Factors (k)').waitFor() });
    await lookAt(console, 'model-search', { at: '/models?form=tune', ready: (page) => page.getByLabel('Trials').waitFor() });
  }, 180_000);
});

describeConsole('a house without models', () => {
  const console = withConsole();

  it('says so, and what to do', async () => {
    await lookAt(console, 'models-empty', { at: '/models', ready: (page) => page.getByText('No model has been trained yet.').waitFor() });
  }, 180_000);

  it('says that the server cannot be reached, and goes on when it can', async () => {
    const { page } = await console.open({ at: '/jobs/schedules' });
    await page.getByRole('list', { name: 'Schedules' }).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page
      .getByRole('menuitem', { name: 'Models' })
      .or(page.getByRole('link', { name: 'Models' }))
      .first()
      .click();
    await page.getByText('The server cannot be reached.').first().waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No model has been trained yet.').waitFor();
  }, 60_000);
});
