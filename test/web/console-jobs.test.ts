import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { JobState } from '../../core/job';
import { enqueue } from '../../store/queue';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { seriousFaults } from '../support/serious-faults';
import { manyInteractions, SLOW_SETTINGS } from '../support/training-child';
import { until } from '../support/until';

/** A row of the history, as a job that ended leaves it. */
async function anEndedJob(
  console: { readonly db: Parameters<typeof enqueue>[0] },
  name: string,
  state: JobState,
  error: string | null = null,
) {
  const [row] = await console.db.query(
    `insert into job_runs (name, state, error, message, payload, result, attempts, "startedAt", "finishedAt", progress)
     values ($1, $2, $3, 'Half way through', '{}', '{"users": 3}', 1, now() - interval '90 seconds', now() - interval '30 seconds', 0.5) returning id`,
    [name, state, error],
  );
  await console.db.query(
    `insert into job_logs ("runId", level, text) values ($1, 'INFO', 'Attempt 1 begins on here.'), ($1, 'WARN', 'Three rows are strange.'), ($1, 'ERROR', $2)`,
    [row.id, error ?? 'none'],
  );
  return Number(row.id);
}

const history = (page: Page) => page.getByRole('table', { name: 'Jobs' });

describeConsole('jobs in the console', () => {
  const console = withConsole({ JOBS: 'true' });

  it('are followed while they run, and stop when they are cancelled', async () => {
    await manyInteractions(console.db);
    const id = await enqueue(console.db, 'train', { settings: SLOW_SETTINGS, evaluate: false });
    const { page, faults } = await console.open({ at: '/jobs' });
    const running = page.getByRole('list', { name: 'Running' });
    await running.getByText(/Iteration \d+ of 60/).waitFor({ timeout: 60_000 });
    await running.getByRole('link', { name: `Training ${id}` }).click();
    await page.getByRole('heading', { name: `Training ${id}` }).waitFor();
    await page.getByText('Loss per interaction after each iteration').waitFor();
    await page.getByRole('link', { name: /^\d+ at work: .*Training/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page
      .getByRole('list', { name: 'Lines of the log' })
      .getByText(/Iteration \d+ of 60/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: `Cancel Training ${id}` }).click();
    await page.getByRole('button', { name: 'Cancel the job' }).click();
    await page.getByText('Stopped: it was cancelled.').waitFor();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  }, 180_000);

  it('that failed say why, are filtered, and are tried again', async () => {
    const id = await anEndedJob(console, 'replay', JobState.FAILED, 'The log of events is out of reach.');
    const { page } = await console.open({ at: '/jobs' });
    await page.getByLabel('State').click();
    await page.getByRole('option', { name: 'Failed' }).click();
    await history(page).getByText('The log of events is out of reach.').waitFor();
    await history(page).getByText('Cancelled').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('state')).toBe('FAILED');
    await history(page)
      .getByRole('link', { name: `Rebuilding of interactions ${id}` })
      .click();
    await page.getByText('Three rows are strange.').waitFor();
    await page.getByRole('button', { name: 'Retry' }).click();
    await page
      .getByText('Done', { exact: true })
      .or(page.getByText('Succeeded', { exact: true }))
      .first()
      .waitFor();
    await until(
      'it has run',
      async () => (await console.db.query(`select 1 from job_runs where id = $1 and state = 'SUCCEEDED'`, [id])).length > 0,
    );
    await page.getByRole('button', { name: 'Run again with the same payload' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(`/${id}`));
    const [{ count }] = await console.db.query(`select count(*) as count from job_runs where name = 'replay'`);
    expect(Number(count)).toBe(2);
  }, 60_000);

  it('are started from the menu, and the queue shows them at once', async () => {
    const { page } = await console.open({ at: '/jobs' });
    await page
      .getByText('Nothing runs and nothing waits')
      .or(page.getByRole('list', { name: 'Running' }))
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Start a job' }).click();
    await page.getByRole('menuitem', { name: /Housekeeping/ }).click();
    await history(page)
      .getByRole('link', { name: /^Housekeeping \d+$/ })
      .first()
      .waitFor();
    await history(page)
      .getByText(/by Admin/)
      .first()
      .waitFor();
  }, 60_000);

  it('run by themselves only as long as their schedule is on', async () => {
    const { page } = await console.open({ at: '/jobs/schedules' });
    const sweep = page.getByRole('switch', { name: 'Housekeeping runs by itself' });
    await page.getByText('At minute 7 of every hour.').waitFor();
    await sweep.click();
    await page.getByText('It is switched off.').first().waitFor();
    await until('it is off', async () => {
      const [row] = await console.db.query(`select value from settings where name = 'schedule:maintain'`);
      return row?.value.enabled === false;
    });
    await page.getByRole('button', { name: 'Change when Training runs' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Minute, hour, day, month, day of the week').fill('0 99 * * *');
    await dialog.getByText(/It must have hours/).waitFor();
    await dialog.getByText('Every Monday').click();
    await dialog.getByText('It runs at 03:00 UTC, on Mondays.').waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(5);
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save and switch on' }).click();
    await page.getByText('At 03:00 UTC, on Mondays.').waitFor();
    expect(await page.getByRole('switch', { name: 'Training runs by itself' }).isChecked()).toBe(true);
  }, 60_000);

  it('tell an operator who was too late that somebody else has changed a schedule', async () => {
    const { page } = await console.open({ at: '/jobs/schedules' });
    await page.getByRole('button', { name: 'Change when Search for settings runs' }).click();
    await console.db.query(
      `insert into settings (name, value) values ('schedule:tune', '{"crontab": "1 1 * * *", "enabled": true, "version": 7}')`,
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Save and switch on' }).click();
    await page.getByText('Somebody else has changed it meanwhile.').waitFor();
    const [row] = await console.db.query(`select value from settings where name = 'schedule:tune'`);
    expect(row.value.version).toBe(7);
  }, 60_000);

  it('show what a system refused that events are passed on to, and have it tried again', async () => {
    const refused = `insert into outbox (destination, "userId", body, "failedAt", failure) values ('sns', 1, '{}', now(), 'It was too long.')`;
    await console.db.query(refused);
    const reader = await console.open({ at: '/jobs', role: Role.READER });
    await reader.page.getByText('1 event was refused: It was too long.').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Try them again' }).count()).toBe(0);
    const { page } = await console.open({ at: '/jobs', width: 390 });
    await page.getByText('1 event was refused: It was too long.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try them again' }).click();
    await page.getByText('1 event waits, the oldest since').waitFor();
    await console.db.query('delete from outbox');
  }, 60_000);

  it('show a reader no button that they may not press, and an analyst no schedule to change', async () => {
    const id = await anEndedJob(console, 'replay', JobState.FAILED, 'Out of reach.');
    const reader = await console.open({ role: Role.READER, at: '/jobs' });
    await history(reader.page).getByRole('link').first().waitFor();
    expect(await reader.page.getByRole('button', { name: 'Start a job' }).count()).toBe(0);
    await reader.page.goto(`${console.app.url}/admin/jobs/${id}`);
    await reader.page.getByText('Three rows are strange.').waitFor();
    expect(await reader.page.getByRole('button', { name: /Retry|Run again/ }).count()).toBe(0);
    const analyst = await console.open({ role: Role.ANALYST, at: '/jobs/schedules' });
    await analyst.page.getByText('Housekeeping').first().waitFor();
    expect(await analyst.page.getByRole('button', { name: /^Change when/ }).count()).toBe(0);
    expect(await analyst.page.getByRole('switch').first().isDisabled()).toBe(true);
  }, 60_000);

  it('say that there is no such job', async () => {
    const { page } = await console.open({ at: '/jobs/987654' });
    await page.getByText('There is no such job any more.').waitFor();
  });
});

describeConsole('jobs looked at', () => {
  const console = withConsole();

  it('can be looked at empty, with data, and one by one', async () => {
    await lookAt(console, 'jobs-empty', { at: '/jobs', ready: (page) => page.getByText('No job has run yet.').waitFor() });
    const id = await anEndedJob(console, 'replay', JobState.FAILED, `<b>العربية</b> 🎬 ${'long '.repeat(200)}`);
    await anEndedJob(console, 'maintain', JobState.SUCCEEDED);
    await enqueue(console.db, 'train', {});
    await console.db.query(
      `insert into outbox (destination, "userId", body, "failedAt", failure)
       values ('sns', 1, '{}', now(), $1), ('sns', 1, '{}', null, null), ('personalize', 1, '{}', null, 'Throttled.')`,
      ['long'.repeat(100)],
    );
    await lookAt(console, 'jobs', { at: '/jobs', ready: (page) => page.getByRole('list', { name: 'Waiting' }).waitFor() });
    await lookAt(console, 'job', { at: `/jobs/${id}`, ready: (page) => page.getByText('Three rows are strange.').waitFor() });
    await lookAt(console, 'schedules', { at: '/jobs/schedules', ready: (page) => page.getByText('At minute 7 of every hour.').waitFor() });
  }, 180_000);

  it('say so when the server cannot be reached, and go on when it can', async () => {
    const { page } = await console.open({ at: '/jobs/schedules' });
    await page.getByText('At minute 7 of every hour.').waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Queue and history' }).click();
    await page.getByText('The server cannot be reached.').first().waitFor({ timeout: 20_000 });
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByRole('region', { name: 'History' })
      .getByText(/No job has run yet|How it ended/)
      .first()
      .waitFor();
  }, 60_000);
});
