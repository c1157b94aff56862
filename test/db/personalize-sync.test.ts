import { RESOURCE_KINDS, SyncState } from '../../core/personalize/sync';
import { TEARDOWN_WORD, tearDownPersonalize } from '../../flow/personalize';
import { personalizeSync } from '../../store/personalize';
import { lastCalls } from '../../store/personalize-resources';
import { personalizeTargets } from '../../store/personalize-targets';
import { withDatabase } from '../support/database';
import { aSyncHouse, deadly, type SyncHouse } from '../support/personalize/sync';

const recipes = { USER: 'aws-user-personalization-v2' };
const fixture = withDatabase();
let house: SyncHouse;
afterEach(() => house.stop());

const standing = () => house.server.resources.filter(({ deletedAt }) => deletedAt === null);
const standingOf = (kind: string) => standing().filter((each) => each.kind === kind);

describe('the sync with Personalize', () => {
  it('makes everything that is wanted, trains, measures, retrains behind the same campaigns, and takes all of it down', async () => {
    house = await aSyncHouse(fixture.db);
    await house.start();
    expect(await personalizeTargets(fixture.db)).toBeNull();
    await house.runUntil(SyncState.LIVE);
    const counts = RESOURCE_KINDS.map((kind) => [kind, standingOf(kind).length]);
    expect(Object.fromEntries(counts)).toEqual({
      ...{
        DATASET_GROUP: 1,
        SCHEMA: 3,
        DATASET: 3,
        IMPORT_JOB: 3,
        EVENT_TRACKER: 1,
        SOLUTION: 4,
        SOLUTION_VERSION: 4,
        FILTER: 2,
        CAMPAIGN: 4,
        DELETION_JOB: 0,
      },
    });
    for (const { fields } of standingOf('SOLUTION')) expect(fields).toMatchObject({ performAutoTraining: false, performHPO: false });
    for (const { fields } of standingOf('CAMPAIGN'))
      expect(fields).toMatchObject({
        minProvisionedTPS: 1,
        tags: expect.arrayContaining([{ tagKey: 'managed-by', tagValue: 'kinograph' }]),
      });
    const targets = await personalizeTargets(fixture.db);
    expect(targets).toEqual({
      trackingId: standingOf('EVENT_TRACKER')[0]?.fields.trackingId,
      datasetArns: { INTERACTIONS: expect.any(String), ITEMS: expect.any(String), USERS: expect.any(String) },
      campaigns: { USER: expect.any(String), SIMILAR: expect.any(String), POPULAR: expect.any(String), RANKING: expect.any(String) },
      filters: { open: expect.any(String), genres: expect.any(String) },
    });
    const versions = (await house.rows()).filter(({ kind }) => kind === 'SOLUTION_VERSION');
    expect(versions.map(({ details }) => details)).toEqual(
      Array.from({ length: 4 }, () =>
        expect.objectContaining({ trainingHours: 2, metrics: { normalized_discounted_cumulative_gain_at_10: 0.31, coverage: 0.5 } }),
      ),
    );
    // Nothing is asked for while nothing is due.
    const asked = house.server.calls.length;
    await house.run();
    expect(house.server.calls).toHaveLength(asked);

    house.snapshot('two');
    await house.start({ retrain: true });
    await house.runUntil(SyncState.LIVE);
    expect(house.server.count('CreateSolutionVersion')).toBe(8);
    expect(house.server.count('UpdateCampaign')).toBe(4);
    expect(await personalizeTargets(fixture.db)).toEqual(targets);
    const fresh = new Set(
      standingOf('SOLUTION_VERSION')
        .slice(4)
        .map(({ arn }) => arn),
    );
    for (const { update } of standingOf('CAMPAIGN')) expect(fresh.has(update?.solutionVersionArn ?? '')).toBe(true);
    // The same data again is nothing new.
    await house.start({ retrain: true });
    await house.runUntil(SyncState.LIVE);
    expect(house.server.count('CreateSolutionVersion')).toBe(8);

    await tearDownPersonalize(fixture.db, 'system', TEARDOWN_WORD);
    expect(await personalizeTargets(fixture.db)).toBeNull();
    await house.runUntil(SyncState.GONE);
    expect(standing()).toEqual([]);
    const removals = house.server.calls.filter((operation) => operation.startsWith('Delete'));
    expect([...new Set(removals)]).toEqual([
      ...['DeleteCampaign', 'DeleteSolution', 'DeleteEventTracker', 'DeleteFilter', 'DeleteDataset', 'DeleteDatasetGroup', 'DeleteSchema'],
    ]);
    expect(await personalizeSync(fixture.db)).toMatchObject({ enabled: false, generation: 2, snapshot: null });
  });

  it('survives being killed right before and right after every call: nothing twice, no training paid for twice', async () => {
    house = await aSyncHouse(fixture.db);
    const { given, deaths } = deadly(house.control);
    const runUntil = async (state: SyncState): Promise<void> => {
      for (let runs = 0; runs < 2_000; runs += 1) {
        const outcome = await house.run(given()).catch((error: Error) => expect(error.message).toBe('killed'));
        if (outcome?.state === state) return;
        house.move(30);
      }
      throw new Error(JSON.stringify(await personalizeSync(fixture.db)));
    };
    await house.start({ settings: { recipes } });
    await runUntil(SyncState.LIVE);
    expect(deaths()).toBeGreaterThan(100);
    expect(house.server.resources).toHaveLength(16);
    expect(standingOf('SOLUTION_VERSION')).toHaveLength(1);
    house.snapshot('two');
    await house.start({ retrain: true });
    await runUntil(SyncState.LIVE);
    expect(standingOf('SOLUTION_VERSION')).toHaveLength(2);
    await tearDownPersonalize(fixture.db, 'system', TEARDOWN_WORD);
    await runUntil(SyncState.GONE);
    expect(standing()).toEqual([]);
  }, 30_000);

  it('looks before it asks again where an answer was lost, and waits where it is told to', async () => {
    house = await aSyncHouse(fixture.db);
    for (const operation of [
      'CreateDatasetGroup',
      'CreateSchema',
      'CreateDatasetImportJob',
      'CreateSolution',
      'CreateSolutionVersion',
      'CreateCampaign',
      'CreateEventTracker',
    ])
      house.server.meet(operation, 'lost');
    house.server.meet('CreateDataset', { error: 'ThrottlingException' });
    house.server.meet('DescribeSolutionVersion', { error: 'ServiceUnavailable', status: 503 });
    await house.start({ settings: { recipes } });
    await house.runUntil(SyncState.LIVE);
    expect(standing()).toHaveLength(16);
    expect(house.server.count('CreateSolutionVersion')).toBe(1);
    expect((await house.rows()).every(({ createdByUs }) => createdByUs)).toBe(true);
    expect((await lastCalls(fixture.db, 1_000)).filter(({ outcome }) => outcome === 'ThrottlingException')).toHaveLength(1);
  });

  it('takes up what is there and fits, leaves it standing at the end, and stops at what does not fit', async () => {
    house = await aSyncHouse(fixture.db);
    const other = { signal: new AbortController().signal };
    await house.start({ settings: { recipes } });
    await house.runUntil(SyncState.LIVE);
    const [group] = standingOf('DATASET_GROUP');
    await house.stop();

    house = await aSyncHouse(fixture.db);
    house.server.make('DATASET_GROUP', { name: group?.fields.name });
    house.move(600);
    await house.start({ settings: { recipes } });
    await house.run(other);
    const [taken] = await house.rows();
    expect(taken).toMatchObject({ arn: group?.arn, createdByUs: false });
    expect(house.server.count('CreateDatasetGroup')).toBe(0);
    await house.runUntil(SyncState.LIVE);
    const [solution] = standingOf('SOLUTION');
    await tearDownPersonalize(fixture.db, 'system', TEARDOWN_WORD);
    await house.runUntil(SyncState.GONE);
    expect(standing().map(({ kind }) => kind)).toEqual(['DATASET_GROUP']);
    await house.stop();

    house = await aSyncHouse(fixture.db);
    await house.start({ settings: { recipes } });
    await house.run();
    house.server.make('SOLUTION', { ...solution?.fields, recipeArn: 'arn:aws:personalize:::recipe/aws-sims' });
    const { lastError } = await house.runUntil(SyncState.FAILED);
    expect(lastError).toMatch(/is there already and is not what is wanted: its recipeArn is .*aws-sims\. Remove it in AWS/);
  });

  it('asks a person where it cannot be told which training is ours', async () => {
    house = await aSyncHouse(fixture.db);
    await house.start({ settings: { recipes } });
    // The answer is lost, and two trainings without a name appear.
    const control = {
      ...house.control,
      async call(operation: string, input: Readonly<Record<string, unknown>>) {
        if (operation !== 'CreateSolutionVersion') return house.control.call(operation, input);
        for (const tags of [[], []]) house.server.make('SOLUTION_VERSION', { solutionArn: input.solutionArn, tags });
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
      },
    };
    const { lastError } = await house.runUntil(SyncState.FAILED, () => ({ control }));
    expect(lastError).toMatch(/^2 trainings of this solution began since ours was asked for/);
    expect(house.server.count('CreateSolutionVersion')).toBe(0);
  });

  it('explains what failed, and tries it again under the next name when it is started again', async () => {
    house = await aSyncHouse(fixture.db);
    house.server.meet('CreateDatasetImportJob', { createFailed: 'Input CSV is missing the following columns: [ITEM_ID]' });
    house.server.meet('CreateSolution', { error: 'InvalidInputException', message: 'No.' });
    await house.start({ settings: { recipes } });
    const { lastError } = await house.runUntil(SyncState.FAILED);
    expect(lastError).toBe(
      'CREATE FAILED: Input CSV is missing the following columns: [ITEM_ID] The files and the schema do not fit each other: export again.',
    );
    await house.start();
    const refused = await house.runUntil(SyncState.FAILED);
    expect(refused.lastError).toMatch(/^InvalidInputException: No\. .*change the settings, then start again\.$/);
    await house.start();
    await house.runUntil(SyncState.LIVE);
    const imports = (await house.rows()).filter(({ kind }) => kind === 'IMPORT_JOB');
    expect(imports.map(({ name, attempts }) => [/-2$/.test(name), attempts])).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
    ]);
    expect(house.server.count('CreateDatasetImportJob')).toBe(4);
  });
});
