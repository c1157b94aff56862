import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Role, Scope } from '../../core/caller';
import { EventType } from '../../core/event';
import { TitleKind } from '../../core/title';
import { attend, keepGauges } from '../../flow/attend';
import { openDatabase } from '../../store/database';
import { aKey, type Headers } from '../support/callers';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { anEvent } from '../support/event';
import { ask, fieldOf } from '../support/graphql';
import { countAll } from '../support/metrics';
import { shoot } from '../support/page';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const TRACK = 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }';
const SAVE = 'mutation ($input: SaveTitleInput!) { saveTitle(input: $input) { title { id } userErrors { message } } }';
const LIST = `query ($userId: ID!) { recommendations(input: { placement: "home", userId: $userId }) {
  recommendationId items(first: 5) { nodes { title { id } } } } }`;

describeConsole('the dashboard', () => {
  const console = withConsole();
  let key: Headers;
  beforeAll(async () => {
    key = await aKey(console.db, Scope.ADMIN);
  });

  async function count(): Promise<void> {
    const database = await openDatabase(console.app.house.database.url, { connections: 2 });
    try {
      await countAll(database);
    } finally {
      await database.close();
    }
  }
  const track = async (...events: readonly object[]) => {
    const { results } = fieldOf<{ results: { status: string }[] }>(
      await ask(console.app.url, TRACK, { headers: key, variables: { events } }),
      'trackEvents',
    );
    expect(results.every(({ status }) => status === 'ACCEPTED')).toBe(true);
  };
  const aListedTitle = async (name: string): Promise<string> => {
    const input = { kind: TitleKind.MOVIE, name, seconds: 7_200 };
    const answer = await ask(console.app.url, SAVE, { headers: key, variables: { input } });
    return fieldOf<{ title: { id: string } }>(answer, 'saveTitle').title.id;
  };
  const card = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
  const says = (page: Page, name: string, text: string | RegExp) => card(page, name).getByText(text, { exact: true }).first().waitFor();
  const ready = (page: Page) => card(page, 'Events').waitFor();

  it('of a new installation is empty and says when the first numbers come', async () => {
    const { page, faults } = await console.open();
    await page.getByText('the first numbers come within a minute').waitFor();
    await page.getByText('All is well.').waitFor();
    await page.getByText('Waiting for the next event.').waitFor();
    await says(page, 'Events', '0');
    await says(page, 'Click-through', '–');
    expect(faults).toEqual([]);
    await lookAt(console, 'dashboard-empty', { ready });
  }, 90_000);

  it('shows what came in over the API, and changes without a reload', async () => {
    const titles = await Promise.all(['Heat', 'Ronin'].map(aListedTitle));
    await keepGauges(console.db, new Date());
    const { page, faults, strangers } = await console.open();
    await page.getByText('Live', { exact: true }).first().waitFor();
    // Somebody whom nobody knows yet is made by an event.
    await track(anEvent({ type: EventType.LIKE, titleId: titles[0], userId: 'app:ann' }));
    const list = await until('the other title is listed', async () => {
      const { data } = await ask(console.app.url, LIST, { headers: key, variables: { userId: 'app:ann' } });
      const found = data?.recommendations as { recommendationId: string; items: { nodes: { title: { id: string } }[] } } | undefined;
      return found && found.items.nodes.length > 0 ? found : null;
    });
    const { recommendationId } = list;
    const [first] = list.items.nodes.map(({ title }) => title.id);
    await until(
      'the list is written',
      async () => (await console.db.query('select 1 from served where "recommendationId" = $1', [recommendationId])).length > 0,
    );
    const shown = list.items.nodes.map(({ title }) => title.id);
    await track(
      anEvent({ type: EventType.IMPRESSION, titleIds: shown, recommendationId, userId: 'app:ann' }),
      anEvent({ type: EventType.CLICK, titleId: first, recommendationId, userId: 'app:ann' }),
      anEvent({ titleId: first, toSeconds: 3_600, recommendationId, userId: 'app:ann' }),
      anEvent({ type: EventType.RATING, value: 4.5, titleId: titles[0], userId: 'app:bob' }),
    );
    const stream = page.getByRole('region', { name: 'Events as they come in' });
    await stream.getByText('4.5').waitFor();
    await count();
    await says(page, 'Events', '5');
    await says(page, 'Active people', '2');
    await says(page, 'Hours watched', '1 h');
    await says(page, 'Click-through', shown.length === 1 ? '100%' : `${Math.round(1_000 / shown.length) / 10}%`);
    await page
      .getByRole('cell', { name: 'home' })
      .or(page.getByRole('rowheader', { name: 'home' }))
      .first()
      .waitFor();
    await page.getByText(/Counted/).waitFor();
    expect({ faults, strangers }).toEqual({ faults: [], strangers: [] });
  }, 60_000);

  it('keeps what it shows in the address, by the clocks of a time zone', async () => {
    const { page } = await console.open({ at: '/?period=WEEK&tz=Asia%2FKathmandu' });
    await ready(page);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Kathmandu');
    await page.getByRole('button', { name: '30 d' }).click();
    await until('the address follows', () => page.url().includes('period=MONTH') && page.url().includes('Kathmandu'));
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Book' }).click();
    await until('the address follows', () => page.url().includes('kind=BOOK'));
    await says(page, 'Events', '0');
    await page.reload();
    await ready(page);
    expect(await page.getByRole('button', { name: '30 d' }).getAttribute('aria-pressed')).toBe('true');
    await says(page, 'Events', '0');
  });

  it('asks once for all its numbers', async () => {
    const { page } = await console.open();
    await ready(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(/query (\w+)/.exec(request.postData() ?? '')?.[1] ?? '');
    });
    await page.reload();
    await ready(page);
    await page.getByText('Live', { exact: true }).first().waitFor();
    expect(asked).toEqual(['Operator', 'Dashboard']);
  });

  it('says what needs attention and leads to where it is mended, at once', async () => {
    const { page } = await console.open();
    await page.getByText('All is well.').waitFor();
    await console.db.query(
      `insert into job_runs (name, state, error, "finishedAt") values ('train', 'FAILED', '<b>It broke</b> 👾 ${'x'.repeat(3_000)}', now())`,
    );
    await attend(console.db, new Date());
    await page.getByText('The job "train" failed').waitFor();
    await page.getByRole('link', { name: 'Look into it' }).click();
    await until('the job is shown', () => /\/admin\/jobs\/\d+$/.test(page.url()));
    await lookAt(console, 'dashboard', { ready: (page) => page.getByText('The job "train" failed').waitFor() });
    await console.db.query('delete from job_runs');
    await attend(console.db, new Date());
  }, 90_000);

  it('holds the stream and filters it', async () => {
    const titleId = String(await aTitle(console.db, { name: '<img src=x onerror=alert(1)> مرحبا 🎬' }));
    const { page } = await console.open();
    const stream = page.getByRole('region', { name: 'Events as they come in' });
    await stream.getByText('Live', { exact: true }).waitFor();
    await stream.getByRole('button', { name: 'Like', exact: true }).click();
    await until('events come', async () => {
      await track(
        anEvent({ type: EventType.LIKE, titleId, userId: 'app:cleo' }),
        anEvent({ type: EventType.DISLIKE, titleId, userId: 'app:cleo' }),
      );
      return (await stream.getByRole('listitem').count()) > 0;
    });
    expect(await stream.getByRole('listitem').filter({ hasText: 'Dislike' }).count()).toBe(0);
    await stream.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await stream.getByRole('button', { name: 'Pause' }).click();
    await stream.getByRole('button', { name: 'Go on' }).waitFor();
    await until('nobody watches', () => console.app.house.eventStream.watchers === 0);
  });

  it('says that the server is away and goes on when it is back', async () => {
    const { page } = await console.open({ at: '/audit' });
    await page.getByRole('menuitem', { name: 'Dashboard' }).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('menuitem', { name: 'Dashboard' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 20_000 });
    await shoot(page, 'console-dashboard-failing');
    await page.unroute('**/graphql');
    // It also asks again by itself: then the button is gone.
    await Promise.race([page.getByRole('button', { name: 'Try again' }).click(), ready(page)]);
    await ready(page);
  }, 60_000);

  it('is grey in its final shape while it is awaited', async () => {
    const { page } = await console.open({ at: '/audit' });
    await page.getByRole('menuitem', { name: 'Dashboard' }).waitFor();
    const held: (() => void)[] = [];
    await page.route('**/graphql', (route) => void held.push(() => void route.continue()));
    await page.getByRole('menuitem', { name: 'Dashboard' }).click();
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    for (const go of held) go();
    await page.unroute('**/graphql');
    await ready(page);
  });

  it('lets whoever takes data out fetch the numbers as CSV, and nobody else', async () => {
    const { page } = await console.open({ role: Role.ANALYST });
    await ready(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const path = join(mkdtempSync(join(tmpdir(), 'kinograph-')), 'metrics.csv');
    await download.saveAs(path);
    expect(download.suggestedFilename()).toBe('metrics-day.csv');
    expect(readFileSync(path, 'utf8').split('\n')[0]).toContain('at,events,activePeople');
    expect(await page.getByRole('button', { name: 'Alerts' }).count()).toBe(0);
    const reader = (await console.open({ role: Role.READER })).page;
    await ready(reader);
    expect(await reader.getByRole('button', { name: 'CSV' }).count()).toBe(0);
  });

  it('lets an admin say where alerts go, and shows the secret once', async () => {
    const { page } = await console.open();
    await page.getByRole('button', { name: 'Alerts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Alert webhook' });
    await dialog.getByLabel('Address').fill('ftp://nowhere.example');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is no address that alerts can be sent to.').waitFor();
    await dialog.getByLabel('Address').fill('https://alerts.example/hook');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const shown = page.getByRole('dialog', { name: 'The secret of the alert webhook' });
    expect(await shown.getByLabel('Secret').inputValue()).toMatch(/^whs_/);
    await shown.getByLabel('I kept it').check();
    await shown.getByRole('button', { name: 'Done' }).click();
    await until('the dialog is closed', () => !page.url().includes('webhook'));
    await page.getByRole('button', { name: 'Alerts' }).click();
    await dialog.getByText('Nothing was sent yet.').waitFor();
  });
});
