import { randomUUID } from 'node:crypto';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { keepPartitions } from '../../store/partitions';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask } from '../support/graphql';
import { type TestQueue, withQueues } from '../support/queues';
import { aTitle } from '../support/title';
import { asKey } from '../support/tracker';
import { until } from '../support/until';
import { aUser } from '../support/user';

const [publishing, keeping, recommending] = [withDatabase(), withDatabase(), withDatabase()];
const queues = withQueues();
const apps: TestApp[] = [];
const by = { actor: 'system', now: new Date() } as const;
const before = { ...process.env };

beforeAll(async () => {
  for (const { db } of [publishing, keeping, recommending]) await keepPartitions(db, new Date());
  const { endpoint, region, credentials } = queues.connection;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SQS: endpoint,
    AWS_ENDPOINT_URL_SNS: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
});
afterEach(() => Promise.all(apps.splice(0).map((app) => app.stop())));
afterAll(() => {
  process.env = before;
});

async function anApp({ url }: { readonly url: string }, settings: Record<string, string>): Promise<TestApp> {
  const app = await startApp(url, { JOBS: 'true', ...settings });
  apps.push(app);
  return app;
}

const follower = (of: { readonly url: string }, { url }: TestQueue) => anApp(of, { SQS_INTAKE_URL: url });

async function interactionsIn({ db }: typeof publishing): Promise<readonly object[]> {
  return db.query(
    `select u.source || ':' || u."externalId" as person, x.value as title, i."secondsPlayed", i.covered::text, i.clicks, i.rating
     from interactions i join users u on u.id = i."userId" join external_ids x on x."titleId" = i."titleId" order by 1, 2`,
  );
}

describe('consumers of one topic', () => {
  it('with databases of their own come to the same interactions as the Kinograph that publishes, by the settings of the SDK', async () => {
    const [log, list] = [await queues.aQueue(), await queues.aQueue()];
    const raw = await queues.aTopic([log, list], { raw: false });
    for (const [at, { db }] of [publishing, keeping, recommending].entries()) {
      // Other ids in each database: only the names that the world knows lead to the same title.
      for (let skipped = 0; skipped < at; skipped += 1) await aTitle(db);
      for (const name of ['a', 'b']) {
        const titleId = await aTitle(db, { seconds: 100 });
        await db.query(`insert into external_ids ("titleId", source, value) values ($1, 'shop', $2)`, [titleId, name]);
      }
    }
    const source = await anApp(publishing, { SNS_EVENTS_TOPIC_ARN: raw });
    await Promise.all([follower(keeping, log), follower(recommending, list)]);
    const events = ['a', 'b', 'a'].flatMap((name, at) => {
      const about = { titleId: `shop:${name}`, userId: `app:person-${at % 2}` };
      const interval = anEvent({ ...about, id: randomUUID(), fromSeconds: at * 10, toSeconds: at * 10 + 20 });
      return [interval, interval, anEvent({ ...about, id: String(at), type: 'CLICK' }), anEvent({ ...about, type: 'RATING', value: 4 })];
    });
    await source.house.tracker.track(asKey(events));
    const expected = await interactionsIn(publishing);
    expect(expected).toHaveLength(2);
    for (const consumer of [keeping, recommending])
      await until('it has the same', async () => JSON.stringify(await interactionsIn(consumer)) === JSON.stringify(expected));
  });

  it('are told of in the API and in metrics when the topic has refused an event, and get it once it is tried again', async () => {
    const { db } = publishing;
    const queue = await queues.aQueue();
    const source = await anApp(publishing, { SNS_EVENTS_TOPIC_ARN: await queues.aTopic([queue]) });
    const { secret } = await createApiKey(db, { kind: ApiKeyKind.SERVER, name: 'operator', scopes: [Scope.ADMIN] }, by);
    const headers = { authorization: `Bearer ${secret}` };
    const userId = await aUser(db);
    await db.query(`insert into outbox (destination, "userId", body, "failedAt", failure) values ('sns', $1, $2, now(), 'Too long.')`, [
      userId,
      { id: 'again', type: 'CLICK', userId: 'app:one', row: { userId } },
    ]);
    const answer = await ask(source.url, '{ outbox { destination active waiting setApart failure } }', { headers });
    const sns = { destination: 'SNS', active: true, waiting: 0, setApart: 1, failure: 'Too long.' };
    expect(answer.data?.outbox).toEqual([{ ...sns, destination: 'PERSONALIZE', active: false, setApart: 0, failure: null }, sns]);
    const retry = 'mutation { retrySetApart(destination: SNS) { returned userErrors { code } } }';
    expect((await ask(source.url, retry, { headers })).data?.retrySetApart).toEqual({ returned: 1, userErrors: [] });
    const [audited] = await db.query(`select after from audit where action = 'outbox.retry'`);
    expect(audited.after).toEqual({ returned: 1 });
    await until('it is passed on', async () => (await queues.counted(queue)).ready === 1);
    await until('it is noted', async () => (await db.query('select 1 from outbox')).length === 0);
    const scraped = await (await fetch(`${source.url}/metrics`, { headers })).text();
    expect(scraped).toMatch(/kinograph_outbox_waiting\{destination="sns"\} 0/);
  });
});
