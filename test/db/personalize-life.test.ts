import { GetRecommendationsCommand, PersonalizeRuntimeClient } from '@aws-sdk/client-personalize-runtime';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { Scope } from '../../core/caller';
import { readConfig } from '../../core/config';
import { SyncState } from '../../core/personalize/sync';
import { FIRST_BUDGET, FIRST_SETTINGS } from '../../core/personalize/sync-settings';
import { EngineName } from '../../core/recommendation';
import { savePersonalize, startPersonalize } from '../../flow/personalize';
import type { SyncOutcome } from '../../flow/personalize-work';
import { savePlacement } from '../../flow/placement';
import { syncPersonalizeJob } from '../../jobs/sync-personalize';
import { personalizeSync } from '../../store/personalize';
import { personalizeTargets } from '../../store/personalize-targets';
import { startApp, type TestApp } from '../support/app';
import { aSigner } from '../support/aws';
import { withDatabase } from '../support/database';
import { type Fauxqs, startFauxqs } from '../support/fauxqs';
import { aJobContext } from '../support/job-context';
import { type ControlServer, startControlServer } from '../support/personalize/control';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const VARIABLES = ['S3', 'PERSONALIZE', 'PERSONALIZE_RUNTIME'].map((name) => `AWS_ENDPOINT_URL_${name}`);
const before = new Map([...VARIABLES, 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map((name) => [name, process.env[name]]));
const settings = { PERSONALIZE_ROLE_ARN: 'arn:aws:iam::123456789012:role/kinograph', PERSONALIZE_BUCKET: 'exports' };
let at = Date.parse('2026-03-10T08:00:00Z');
const clock = (): Date => new Date(at);
let aws: Fauxqs;
let stood: ControlServer;
let app: TestApp;
let titles: readonly number[];

beforeAll(async () => {
  const named = (n: number) => [{ source: 'app', value: `film-${n}` }];
  titles = await Promise.all(
    Array.from({ length: 8 }, (_, n) => aTitle(fixture.db, { name: `Film ${n}`, genres: ['Drama'], externalIds: named(n) })),
  );
  [aws, app] = [await startFauxqs(['exports']), await startApp(fixture.url)];
  stood = await startControlServer({ clock, page: 100, dataUrl: app.url });
  const { credentials } = await aSigner(app, [Scope.RECOMMENDATIONS_READ]);
  Object.assign(process.env, {
    ...{ AWS_ENDPOINT_URL_S3: aws.url, AWS_ENDPOINT_URL_PERSONALIZE: stood.url, AWS_ENDPOINT_URL_PERSONALIZE_RUNTIME: `${stood.url}/aws` },
    ...{ AWS_REGION: 'eu-north-1', AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
  });
});
afterAll(async () => {
  for (const [name, value] of before) value === undefined ? delete process.env[name] : Object.assign(process.env, { [name]: value });
  await Promise.all([stood.stop(), app.stop(), aws.stop()]);
});

async function plays(people: number, each: number): Promise<void> {
  await fixture.db.query(
    `with people as (
       insert into users (source, "externalId") select 'app', 'p' || gen_random_uuid() from generate_series(1, $1::int) returning id
     ), seen as (
       insert into interactions ("userId", "titleId", "firstAt", "lastAt") select id, ($3::bigint[])[1], now(), now() from people
     )
     insert into events (id, type, owner, "userId", "titleId", "occurredAt", "receivedAt", "playId", "fromSeconds", "toSeconds", "mediaSeconds")
     select id || '-' || n, 'WATCH_INTERVAL', id, id, ($3::bigint[])[1 + n % 8], '2026-03-01'::timestamptz + n * interval '1 minute', now(), 'play ' || n, 0, 90, 100
     from people, generate_series(1, $2::int) n`,
    [people, each, titles],
  );
}

const run = async (): Promise<SyncOutcome> => {
  const config = readConfig({ DATABASE_URL: fixture.url, SESSION_SECRET: 's'.repeat(32), ADDRESS_SECRET: 's'.repeat(32), ...settings });
  return (await syncPersonalizeJob(config).run(aJobContext(fixture.database, {}, { clock }))) as SyncOutcome;
};

describe('Personalize by the job, through the variables of the SDK', () => {
  it('exports to S3, refuses what is too little before anything is asked, then syncs, and answers lists through the campaign', async () => {
    await plays(25, 10);
    const wish = { settings: { ...FIRST_SETTINGS, recipes: { USER: 'aws-user-personalization-v2' } }, budget: FIRST_BUDGET };
    await savePersonalize(fixture.db, 'system', { ...wish, version: 1 });
    await startPersonalize(fixture.db, 'system', { retrain: false });
    const { state, lastError } = await run();
    expect({ state, lastError }).toEqual({
      state: SyncState.FAILED,
      lastError: expect.stringMatching(/^Personalize would not take this export\. /),
    });
    expect(stood.calls).toEqual([]);

    await plays(30, 40);
    await startPersonalize(fixture.db, 'system', { retrain: true });
    for (let runs = 0; runs < 100 && (await run()).state !== SyncState.LIVE; runs += 1) at += 60_000;
    const sync = await personalizeSync(fixture.db);
    expect(sync).toMatchObject({ state: SyncState.LIVE, lastError: null });
    const client = new S3Client({ ...aws.connection, forcePathStyle: true });
    const { Contents = [] } = await client.send(
      new ListObjectsV2Command({ Bucket: 'exports', Prefix: `kinograph/${sync?.snapshot?.snapshot}/` }),
    );
    client.destroy();
    expect(Contents.map(({ Key }) => Key?.split('/').slice(2).join('/'))).toEqual(
      expect.arrayContaining(['interactions/part-0000.csv', 'manifest.json']),
    );
    const imported = stood.resources.filter(({ kind }) => kind === 'IMPORT_JOB').map(({ fields }) => fields.dataSource);
    expect(imported).toContainEqual({ dataLocation: `s3://exports/kinograph/${sync?.snapshot?.snapshot}/interactions/` });

    // Behind the campaign stands a placement of that name, of a Kinograph that answers as Amazon does.
    const campaignArn = (await personalizeTargets(fixture.db))?.campaigns.USER ?? '';
    const name = campaignArn.split('/')[1] ?? '';
    await savePlacement(fixture.db, 'system', { name, description: '', engine: EngineName.LOCAL, input: {}, version: null });
    const runtime = new PersonalizeRuntimeClient({});
    const { itemList = [] } = await runtime.send(new GetRecommendationsCommand({ campaignArn, userId: 'a newcomer', numResults: 3 }));
    runtime.destroy();
    expect(itemList).toHaveLength(3);
    expect(stood.count('CreateSolutionVersion')).toBe(1);
  }, 30_000);
});
