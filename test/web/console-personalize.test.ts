import { Role } from '../../core/caller';
import { SyncState } from '../../core/personalize/sync';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { aSyncHouse, type SyncHouse } from '../support/personalize/sync';

describeConsole('Personalize in the console', () => {
  const console = withConsole({ PERSONALIZE_ROLE_ARN: 'arn:aws:iam::123456789012:role/kinograph', PERSONALIZE_BUCKET: 'a-bucket' });
  let house: SyncHouse;
  beforeAll(async () => {
    house = await aSyncHouse(console.db, { page: 100, from: new Date() });
  }, 30_000);
  afterAll(() => house.stop());

  it('says which variables are missing where it is not set up', async () => {
    const { page } = await console.open({ role: Role.READER });
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const missing = '"missing":["PERSONALIZE_ROLE_ARN","PERSONALIZE_BUCKET"]';
      await route.fulfill({ response, body: (await response.text()).replace('"missing":[]', missing) });
    });
    await page.getByRole('menuitem', { name: 'Personalize' }).click();
    await page.getByText('It is not set up: set PERSONALIZE_ROLE_ARN and PERSONALIZE_BUCKET').waitFor();
    expect(await page.getByRole('button', { name: /^(Start|Change|Take down)$/ }).count()).toBe(0);
  }, 60_000);

  it('is shaped, started and taken down by an administrator, who sees the plan, the tree and the cost', async () => {
    const { page, faults } = await console.open({ at: '/personalize' });
    await page.getByText(/^25 calls, 8 of them paid by the hour; trainings are expected to take 26 h\.$/).waitFor();
    await page.getByRole('button', { name: 'Change' }).click();
    for (const role of ['Similar titles', 'Popular', 'Re-ranking']) {
      await page.getByRole('dialog').getByLabel(role).click();
      await page.getByRole('option', { name: 'No campaign' }).click();
    }
    await page.getByLabel('Training hours a month').fill('30');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/^16 calls, 2 of them paid/).waitFor();
    await page.getByText('0 h of 30 h').waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
    await page.getByText('Syncing', { exact: true }).waitFor();
    await house.runUntil(SyncState.LIVE);
    await page.reload();
    await page.getByText('Live', { exact: true }).waitFor();
    const tree = page.getByRole('list', { name: 'Resources' });
    await tree.getByText('Campaign: for a person').waitFor();
    expect(await tree.getByText('active', { exact: true }).count()).toBe(16);
    await tree.getByText('trained for 2 h').waitFor();
    await page.getByRole('row', { name: /^NDCG@10 0\.310/ }).waitFor();
    await page.getByText('2 h of 30 h').waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    await lookAt(console, 'personalize', {
      at: '/personalize',
      ready: (page) => page.getByText('Campaign: for a person').first().waitFor(),
    });
  }, 60_000);

  it('is taken down after two words were typed', async () => {
    const { page } = await console.open({ at: '/personalize' });
    await page.getByRole('button', { name: 'Take down' }).click();
    await page.getByLabel('Type take down to go on').fill('take down');
    await page.getByRole('dialog').getByRole('button', { name: 'Take down' }).click();
    await page.getByText('Teardown', { exact: true }).waitFor();
    await page.getByText(/^12 calls, 0 of them paid/).waitFor();
  }, 60_000);
});
