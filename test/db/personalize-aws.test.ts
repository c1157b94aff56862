import { Scope } from '../../core/caller';
import { EventType } from '../../core/event';
import { FIXED_FILTERS } from '../../core/personalize/filters';
import { EngineName, ReasonCode } from '../../core/recommendation';
import { savePlacement } from '../../flow/placement';
import { saveFilter } from '../../flow/saved-filter';
import { addToOutbox } from '../../store/outbox';
import { startApp, type TestApp } from '../support/app';
import { arn, aSigner } from '../support/aws';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask } from '../support/graphql';
import { addUser } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const ours = withDatabase();
const theirs = withDatabase();
const VARIABLES = [
  'AWS_ENDPOINT_URL_PERSONALIZE_RUNTIME',
  'AWS_ENDPOINT_URL_PERSONALIZE_EVENTS',
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
];
const before = VARIABLES.map((name) => [name, process.env[name]] as const);

let there: TestApp;
let here: TestApp;
const films: number[] = [];

/** What a finished sync leaves behind. */
async function aFinishedSync(): Promise<void> {
  const [sync] = await ours.db.query(
    `insert into personalize_syncs (enabled, settings, budget, state) values (true, '{}', '{}', 'LIVE') returning id`,
  );
  const resources = [
    ['EVENT_TRACKER', 'TRACKER', 'event-tracker/t', { trackingId: 'kinograph' }],
    ['DATASET', 'ITEMS', 'dataset/kinograph/ITEMS', {}],
    ['CAMPAIGN', 'USER', 'campaign/all', {}],
    ...FIXED_FILTERS.map(({ key }) => ['FILTER', key, `filter/${key}`, {}] as const),
  ] as const;
  for (const [kind, key, resource, details] of resources)
    await ours.db.query(
      `insert into personalize_resources ("syncId", kind, "logicalKey", name, arn, desired, "desiredHash", status, details)
       values ($1, $2, $3, $4, $5, '{}', '', 'ACTIVE', $6)`,
      [sync.id, kind, key, `${kind}-${key}`, arn(resource), details],
    );
}

// Another Kinograph stands in for Amazon: its people and titles have the ids of ours as their names.
beforeAll(async () => {
  for (let at = 0; at < 6; at++) {
    const facts = { name: `Film ${at}`, genres: [at % 2 === 0 ? 'Comedy' : 'Drama'], year: 1990 + at };
    const id = await aTitle(ours.db, { ...facts, attributes: { ratingCount: at } });
    films.push(id);
    await aTitle(theirs.db, { ...facts, attributes: { ratingCount: 100 - at }, externalIds: [{ source: 'app', value: String(id) }] });
  }
  there = await startApp(theirs.url);
  for (const { key, expression } of FIXED_FILTERS) await saveFilter(theirs.db, 'system', { name: key, expression, version: null });
  await savePlacement(theirs.db, 'system', {
    name: 'all',
    description: '',
    engine: EngineName.LOCAL,
    input: { explorationShare: 0 },
    version: null,
  });
  const { credentials } = await aSigner(there, [Scope.RECOMMENDATIONS_READ, Scope.EVENTS_WRITE, Scope.CATALOGUE_WRITE]);
  await aFinishedSync();
  for (const name of VARIABLES.slice(0, 2)) process.env[name] = `${there.url}/aws`;
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
  here = await startApp(ours.url, {
    PERSONALIZE_ROLE_ARN: 'arn:aws:iam::123456789012:role/kinograph',
    PERSONALIZE_BUCKET: 'a-bucket',
    JOBS: 'true',
  });
});
afterAll(async () => {
  await here?.stop();
  await there?.stop();
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

describe('a Kinograph that asks another one as if it were Amazon Personalize', () => {
  it('has its lists, by its filters, and tells it of events that count there once', async () => {
    const userId = await addUser(ours.db);
    const request = { userId, placement: null, filter: { genres: ['comedy'] }, engine: EngineName.PERSONALIZE };
    const askFor = () => here.house.recommender.recommend(request);
    // The first call pays for the connection, and may come too late.
    const answer = await until('Personalize answers', async () => {
      const list = await askFor();
      return list.engine === EngineName.PERSONALIZE ? list : null;
    });
    expect(answer.top(10).map(({ titleId }) => titleId)).toEqual([films[0], films[2], films[4]]);
    await until('the campaign is noted as used', async () => {
      const [campaign] = await ours.db.query(`select "usedAt" from personalize_resources where kind = 'CAMPAIGN'`);
      return campaign.usedAt;
    });
    expect(answer.explain(films[0] as number)[0]?.code).toBe(ReasonCode.SIMILAR_USERS);

    const events = [EventType.LIKE, EventType.CLICK].map((type) => anEvent({ type, titleId: String(films[2]) }));
    const track = () =>
      here.house.tracker.track({ owner: userId, subject: userId, mayNameUsers: false, events, sentAt: null, addressHash: null });
    await track();
    const arrived = () => theirs.db.query('select type, "titleId" from events order by type');
    await until('both events arrived', async () => (await arrived()).length === 2);
    await until('the outbox is empty', async () => (await ours.db.query('select from outbox')).length === 0);
    // As if the process had died before it could note that they arrived.
    const rows = await ours.db.query('select * from events order by sequence');
    await addToOutbox(ours.db, ['personalize'], rows);
    await ours.db.query(`notify kinograph, '{"topic":"outbox"}'`);
    await until('the outbox is empty again', async () => (await ours.db.query('select from outbox')).length === 0);
    expect(await arrived()).toHaveLength(2);
  });

  it('says by the API which engines are ready, and how the one that is only asked compares', async () => {
    const headers = await aKey(ours.db, Scope.ADMIN);
    const as = (query: string, variables = {}) => ask(here.url, query, { headers, variables });
    const save = `mutation ($input: SavePlacementInput!) { savePlacement(input: $input) {
      placement { shadow shadowShare } userErrors { code field } } }`;
    const input = { name: 'compared', engine: 'LOCAL', input: { explorationShare: 0 }, shadow: 'PERSONALIZE', shadowShare: 1 };
    expect((await as(save, { input: { ...input, shadow: 'LOCAL' } })).data?.savePlacement).toMatchObject({
      userErrors: [{ code: 'BAD_INPUT', field: 'input.shadow' }],
    });
    expect((await as(save, { input })).data?.savePlacement).toEqual({
      placement: { shadow: 'PERSONALIZE', shadowShare: 1 },
      userErrors: [],
    });
    const list = 'query ($engine: EngineName) { recommendations(input: { placement: "compared", engine: $engine }) { engine } }';
    await until('the placement is known', async () => (await as(list)).data?.recommendations);
    expect((await as(list, { engine: 'PERSONALIZE' })).data?.recommendations).toEqual({ engine: 'LOCAL' });
    const comparisons = '{ engines { name ready } placements { name comparisons { served shadow lists failures overlapAt10 } } }';
    const told = await until('the lists are compared', async () => {
      const { data } = await as(comparisons);
      const found = ((data?.placements ?? []) as { name: string; comparisons: unknown[] }[]).find(({ name }) => name === 'compared');
      return found?.comparisons.length ? { ...found, engines: data?.engines } : null;
    });
    expect(told.engines).toContainEqual({ name: 'PERSONALIZE', ready: true });
    // There is no campaign for what is popular, so that nobody's list has nothing to be compared with.
    expect(told.comparisons).toEqual([{ served: 'LOCAL', shadow: 'PERSONALIZE', lists: 0, failures: 1, overlapAt10: null }]);
  });
});
