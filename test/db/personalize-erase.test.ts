import pino from 'pino';
import { ErasureState, erasureState } from '../../core/erasure';
import { AppError, ErrorCode } from '../../core/errors';
import { SyncState } from '../../core/personalize/sync';
import { forgetUser } from '../../flow/forget';
import { pausePersonalize, TEARDOWN_WORD, tearDownPersonalize } from '../../flow/personalize';
import { whyPersonalizeWaits } from '../../flow/personalize-erase';
import { viewPersonalize } from '../../flow/personalize-view';
import { forget } from '../../jobs/forget';
import { startTelling } from '../../jobs/tell-personalize';
import { erasureById } from '../../store/erasures';
import { lastCalls } from '../../store/personalize-resources';
import { withDatabase } from '../support/database';
import { aJobContext } from '../support/job-context';
import { addUser } from '../support/person';
import { aSyncHouse, deadly, type SyncHouse } from '../support/personalize/sync';

const fixture = withDatabase();
const recipes = { USER: 'aws-user-personalization-v2' };
const settings = { roleArn: 'arn:aws:iam::123456789012:role/kinograph', bucket: 'bucket', prefix: 'kinograph', disabled: false };
let house: SyncHouse;
afterEach(() => house.stop());

const jobs = () => house.server.resources.filter(({ kind }) => kind === 'DELETION_JOB');
const receipt = async (id: number) => {
  const erasure = await erasureById(fixture.db, id);
  if (erasure === null) throw new Error('No receipt.');
  return { ...erasure, state: erasureState(erasure) };
};
const why = async (id: number, given: typeof settings | null): Promise<string | undefined> =>
  (await whyPersonalizeWaits(fixture.db, given, [id])).get(id);
const remembered = async (): Promise<number> => (await fixture.db.query('select 1 from personalize_deletions')).length;

/** Forgets somebody; with `isErased`, to the last row, long enough ago that nothing of them is on its way. */
async function aForgottenPerson({ isErased = true } = {}): Promise<{ readonly id: number; readonly userId: number }> {
  const userId = await addUser(fixture.db);
  const { id } = await forgetUser(fixture.db, { userId, confirmedId: userId, retrain: false, actor: 'operator:1' });
  if (isErased) {
    await forget.run(aJobContext(fixture.database, { erasureId: id }));
    await fixture.db.query(`update erasures set "erasedAt" = "erasedAt" - interval '1 hour' where id = $1`, [id]);
  }
  return { id, userId };
}

async function aLiveHouse(): Promise<SyncHouse> {
  const opened = await aSyncHouse(fixture.db);
  await opened.start({ settings: { recipes } });
  await opened.runUntil(SyncState.LIVE);
  return opened;
}

/** Runs, a minute apart, until it is so. */
async function runUntil(isSo: () => Promise<boolean>, given = {}): Promise<void> {
  for (let runs = 0; runs < 50; runs += 1) {
    if (await isSo()) return;
    await house.run(given);
    house.move(60);
  }
  throw new Error(JSON.stringify(await house.rows()));
}

describe('a person who is forgotten', () => {
  it('is not remembered for Personalize while nothing of theirs can be there', async () => {
    house = await aSyncHouse(fixture.db);
    const { id } = await aForgottenPerson();
    expect(await receipt(id)).toMatchObject({ state: ErasureState.COMPLETED, atPersonalize: false, personalizeDoneAt: null });
    expect(await remembered()).toBe(0);
  });

  it('is deleted there by one job with a file, and then no trace is kept of who it was', async () => {
    house = await aLiveHouse();
    const { id, userId } = await aForgottenPerson();
    expect(await receipt(id)).toMatchObject({ state: ErasureState.AT_PERSONALIZE, atPersonalize: true, completedAt: null });
    expect(await why(id, settings)).toMatch(/^Amazon Personalize is asked to delete them/);
    const { plan } = await viewPersonalize(fixture.db, settings, house.now());
    expect(plan.map(({ operation }) => operation)).toEqual(['CreateDataDeletionJob']);

    await house.run();
    const [job] = jobs();
    const location = `s3://bucket/kinograph/deletions/${job?.fields.jobName}.csv`;
    expect(job?.fields).toEqual({
      jobName: plan[0]?.name,
      datasetGroupArn: (await house.rows())[0]?.arn,
      dataSource: { dataLocation: location },
      roleArn: settings.roleArn,
      tags: expect.any(Array),
    });
    expect([...house.files]).toEqual([[location.replace('s3://bucket/', ''), `USER_ID\n${userId}\n`]]);
    const other = await aForgottenPerson();
    await runUntil(async () => (await receipt(id)).state === ErasureState.COMPLETED);
    expect(await receipt(id)).toMatchObject({ atPersonalize: false, personalizeDoneAt: expect.any(Date) });
    await runUntil(async () => (await receipt(other.id)).state === ErasureState.COMPLETED);
    expect(jobs()).toHaveLength(2);
    expect(house.files.size).toBe(0);
    expect((await house.rows()).filter(({ kind }) => kind === 'DELETION_JOB')).toEqual([]);
    expect(await remembered()).toBe(0);
    expect((await lastCalls(fixture.db, 2)).map(({ operation, outcome }) => [operation, outcome])).toEqual(
      Array(2).fill(['CreateDataDeletionJob', 'OK']),
    );
    const asked = house.server.calls.length;
    await house.run();
    expect(house.server.count('CreateDataDeletionJob')).toBe(2);
    expect(house.server.calls.slice(asked).filter((operation) => operation.includes('Deletion'))).toEqual([]);
  });

  it('is deleted by one job however often the sync dies, right before and right after each call of it', async () => {
    house = await aLiveHouse();
    const { id } = await aForgottenPerson();
    const { given, deaths } = deadly(house.control);
    const times = { put: 0, remove: 0 };
    async function dying<Result>(act: 'put' | 'remove', call: () => Promise<Result>): Promise<Result> {
      times[act] += 1;
      if (times[act] === 1) throw new Error('killed');
      const result = await call();
      if (times[act] === 2) throw new Error('killed');
      return result;
    }
    const files: SyncHouse['bucket'] = {
      put: (place, body, type) => dying('put', () => house.bucket.put(place, body, type)),
      remove: (place) => dying('remove', () => house.bucket.remove(place)),
    };
    for (let runs = 0; runs < 200 && (await receipt(id)).state !== ErasureState.COMPLETED; runs += 1) {
      await house.run({ ...given(), files }).catch((error: Error) => expect(error.message).toBe('killed'));
      house.move(30);
    }
    expect((await receipt(id)).state).toBe(ErasureState.COMPLETED);
    expect(deaths()).toBeGreaterThanOrEqual(6);
    expect(times.put).toBeGreaterThan(2);
    expect(times.remove).toBe(3);
    expect([jobs().length, house.server.count('CreateDataDeletionJob'), house.files.size]).toEqual([1, 1, 0]);
  });

  it('is deleted by one job where the bucket fails and the answer is lost, and a failure is told with what to do', async () => {
    house = await aLiveHouse();
    const { id } = await aForgottenPerson();
    const files = {
      put: async () => Promise.reject(new AppError(ErrorCode.UNAVAILABLE, 'S3 did not answer.', { expected: 'try again' })),
      remove: async () => undefined,
    };
    await house.run({ files });
    expect(await why(id, settings)).toBe('Amazon Personalize has not deleted them. S3 did not answer. Expected: try again.');
    house.server.meet('CreateDataDeletionJob', 'lost');
    await runUntil(async () => jobs().length > 0);
    const [job] = jobs();
    if (job) job.failure = 'Column USER_ID is missing.';
    await runUntil(async () => ((await why(id, settings)) ?? '').includes('USER_ID is missing'));
    expect(house.server.count('CreateDataDeletionJob')).toBe(1);
    await runUntil(async () => house.files.size === 0);
    expect(await receipt(id)).toMatchObject({ state: ErasureState.AT_PERSONALIZE });
    await house.start();
    await runUntil(async () => (await receipt(id)).state === ErasureState.COMPLETED);
    expect(jobs().map(({ fields }) => fields.jobName)).toEqual([job?.fields.jobName, `${job?.fields.jobName}-2`]);
    expect(house.files.size).toBe(0);
  });

  it('waits for the last row here, for imports that may hold them, and while nothing may be asked: the receipt says why', async () => {
    house = await aLiveHouse();
    const { id } = await aForgottenPerson({ isErased: false });
    await house.run();
    expect(house.server.count('CreateDataDeletionJob')).toBe(0);
    await forget.run(aJobContext(fixture.database, { erasureId: id }));
    await house.run();
    // What was on its way to Personalize while the last row went may arrive still.
    expect(house.server.count('CreateDataDeletionJob')).toBe(0);
    await fixture.db.query(`update erasures set "erasedAt" = "erasedAt" - interval '1 hour' where id = $1`, [id]);

    await pausePersonalize(fixture.db, 'system');
    await house.run();
    expect(await why(id, settings)).toMatch(/is paused: start it again/);
    expect(await why(id, { ...settings, disabled: true })).toMatch(/^PERSONALIZE_DISABLED is set/);
    expect(await why(id, null)).toMatch(/not set up here any more/);
    await house.start();
    await house.run({ settings: { ...settings, disabled: true } });
    expect(house.server.count('CreateDataDeletionJob')).toBe(0);

    // A new export is being imported: its job is asked for behind the imports.
    house.snapshot('two');
    await house.start({ retrain: true });
    const asked = house.server.calls.length;
    await fixture.db.query(`update erasures set "erasedAt" = null where id = $1`, [id]);
    await house.run();
    await fixture.db.query(`update erasures set "erasedAt" = now() - interval '1 hour' where id = $1`, [id]);
    await runUntil(async () => (await receipt(id)).state === ErasureState.COMPLETED);
    const since = house.server.calls.slice(asked);
    const described = since.lastIndexOf('DescribeDatasetImportJob');
    expect(since.indexOf('CreateDataDeletionJob')).toBeGreaterThan(described);
    expect(described).toBeGreaterThan(0);
    expect(jobs()).toHaveLength(1);
  });
});

describe('what waited for Personalize', () => {
  const waiting = async (): Promise<number> => (await fixture.db.query(`select 1 from outbox where destination = 'personalize'`)).length;
  async function told(): Promise<void> {
    await fixture.db.query(`insert into outbox (destination, "userId", body) values ('personalize', $1, '{}'), ('sns', $1, '{}')`, [
      await addUser(fixture.db),
    ]);
  }

  it('is let go of after a teardown, with the people to be deleted and their file', async () => {
    house = await aLiveHouse();
    const { id } = await aForgottenPerson();
    await house.run();
    expect(house.files.size).toBe(1);
    await told();
    await tearDownPersonalize(fixture.db, 'system', TEARDOWN_WORD);
    expect(await why(id, settings)).toMatch(/is being taken down/);
    await house.runUntil(SyncState.GONE);
    expect([await waiting(), await remembered(), house.files.size]).toEqual([0, 0, 0]);
    expect(await receipt(id)).toMatchObject({ state: ErasureState.COMPLETED, personalizeDoneAt: expect.any(Date) });
    expect(await fixture.db.query(`select destination from outbox`)).toEqual([{ destination: 'sns' }]);
  });

  it('is let go of by a process that starts without the settings, and not by one that has the kill switch', async () => {
    house = await aSyncHouse(fixture.db);
    await told();
    const parts = { db: fixture.db, url: fixture.url, clock: () => new Date(), log: pino({ level: 'silent' }) };
    await startTelling({ ...parts, settings: { ...settings, disabled: true } });
    expect(await waiting()).toBe(1);
    await startTelling({ ...parts, settings: null });
    expect(await waiting()).toBe(0);
  });
});
