import { saveAlertWebhook } from '../../flow/alert-webhook';
import { attend, keepGauges } from '../../flow/attend';
import { openAlerts } from '../../store/alerts';
import { readAttentionFacts } from '../../store/attention-facts';
import { keepPartitions } from '../../store/partitions';
import { addUnknownTitles, unknownTitlesSince } from '../../store/unknown-titles';
import { withDatabase } from '../support/database';

const fixture = withDatabase();
const codes = async () => (await openAlerts(fixture.db)).map(({ code }) => code);
const now = () => new Date();

beforeAll(() => keepPartitions(fixture.db, now()));
beforeEach(async () => {
  for (const table of ['alerts', 'job_runs', 'unknown_titles', 'event_slots', 'served_slots', 'gauge_slots'])
    await fixture.db.query(`delete from ${table}`);
  await fixture.db.query(`delete from settings where name like 'alert-webhook%'`);
});

async function aFailedJob(name: string): Promise<number> {
  const [job] = await fixture.db.query(
    `insert into job_runs (name, state, error, "finishedAt") values ($1, 'FAILED', 'It broke', now()) returning id`,
    [name],
  );
  return job.id;
}

describe('what needs attention', () => {
  it('is nothing in a new installation', async () => {
    await keepGauges(fixture.db, now());
    expect(await attend(fixture.db, now())).toEqual({ began: [], ended: [], reworded: false });
  });

  it('begins once, keeps the time at which it began, and ends when it is mended', async () => {
    const { db } = fixture;
    const id = await aFailedJob('train');
    const began = new Date(Date.now() - 60_000);
    expect((await attend(db, began)).began).toMatchObject([{ code: 'JOB_FAILED', remedy: `/jobs/${id}`, since: began }]);
    expect(await attend(db, now())).toMatchObject({ began: [], ended: [], reworded: false });
    expect(await openAlerts(db)).toMatchObject([{ code: 'JOB_FAILED', since: began }]);
    await db.query(`insert into job_runs (name, state, "finishedAt") values ('train', 'SUCCEEDED', now())`);
    expect((await attend(db, now())).ended).toMatchObject([{ code: 'JOB_FAILED', endedAt: expect.any(Date) }]);
    expect(await codes()).toEqual([]);
    await aFailedJob('train');
    expect((await attend(db, now())).began).toHaveLength(1);
  });

  it('begins once when two look at the same time', async () => {
    const { db } = fixture;
    await aFailedJob('train');
    const changes = await Promise.all([attend(db, now()), attend(db, now()), attend(db, now())]);
    expect(changes.flatMap(({ began }) => began)).toHaveLength(1);
  });

  it('is told to the webhook once when it begins and once when it ends', async () => {
    const { db } = fixture;
    await saveAlertWebhook(db, 'system', { url: 'https://alerts.example/hook', enabled: true, renewSecret: false });
    await aFailedJob('import-titles');
    for (let turn = 0; turn < 3; turn += 1) await attend(db, now());
    await db.query(`update job_runs set state = 'SUCCEEDED' where name = 'import-titles'`);
    for (let turn = 0; turn < 3; turn += 1) await attend(db, now());
    const sent = await db.query(`select payload ->> 'event' as event from job_runs where name = 'alert' order by id`);
    expect(sent).toEqual([{ event: 'began' }, { event: 'ended' }]);
  });

  it('sees an intake that has fallen, and titles that nobody knows', async () => {
    const { db } = fixture;
    await db.query(
      `insert into event_slots (slot, type, kind, events, seconds)
       select date_trunc('hour', now() - interval '7 days') - n * interval '15 minutes', 'LIKE', 'MOVIE', 100, 0 from generate_series(1, 8) n`,
    );
    await addUnknownTitles(
      db,
      new Map([
        ['imdb:tt1', 15],
        ['<b>x</b>', 10],
      ]),
      now(),
    );
    await addUnknownTitles(db, new Map([['imdb:tt1', 1]]), now());
    expect((await readAttentionFacts(db, now())).intake).toEqual({ events: 0, before: 800 });
    await attend(db, now());
    expect((await codes()).sort()).toEqual(['INTAKE_FALLEN', 'UNKNOWN_TITLES']);
    expect(await unknownTitlesSince(db, new Date(Date.now() - 86_400_000), 10)).toMatchObject([
      { reference: 'imdb:tt1', events: 16 },
      { events: 10 },
    ]);
  });

  it('remembers a thousand unknown titles a day, the most frequent', async () => {
    const { db } = fixture;
    const references = new Map(Array.from({ length: 1_500 }, (_, index) => [`imdb:tt${index}`, index < 5 ? 100 : 1]));
    await addUnknownTitles(db, references, now());
    const kept = await unknownTitlesSince(db, new Date(Date.now() - 86_400_000), 2_000);
    expect([kept.length, kept[0]?.events, kept[4]?.events]).toEqual([1_000, 100, 100]);
  });

  it('sees a partition that is missing', async () => {
    const { db } = fixture;
    await attend(db, new Date(Date.now() + 40 * 86_400_000));
    expect(await openAlerts(db)).toMatchObject([{ code: 'PARTITIONS_MISSING', text: expect.stringContaining('served_') }]);
    await attend(db, now());
    expect(await codes()).toEqual([]);
  });
});
