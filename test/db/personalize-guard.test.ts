import { AppError, ErrorCode } from '../../core/errors';
import { SyncState } from '../../core/personalize/sync';
import { CampaignGuard } from '../../core/personalize/sync-settings';
import { pausePersonalize } from '../../flow/personalize';
import { personalizeSync } from '../../store/personalize';
import { personalizeTargets } from '../../store/personalize-targets';
import { noteCampaignUsed } from '../../store/personalize-use';
import { withDatabase } from '../support/database';
import { aSnapshot, aSyncHouse, type SyncHouse } from '../support/personalize/sync';

const recipes = { USER: 'aws-user-personalization-v2' };
const fixture = withDatabase();
let house: SyncHouse;
afterEach(() => house.stop());

const campaigns = () => house.server.resources.filter(({ kind, deletedAt }) => kind === 'CAMPAIGN' && deletedAt === null);

describe('the guards of the sync with Personalize', () => {
  it('stops before the budget is passed, and goes on when it is raised', async () => {
    house = await aSyncHouse(fixture.db);
    const settings = { recipes: { ...recipes, RANKING: 'aws-personalized-ranking' } };
    await house.start({ settings, budget: { trainingHours: 15 } });
    const { lastError } = await house.runUntil(SyncState.PAUSED);
    expect(lastError).toBe(
      "The training for RANKING is expected to take 10 h, and 10 of this month's 15 training hours are used: raise the budget, or wait for the next month.",
    );
    expect(house.server.count('CreateSolutionVersion')).toBe(1);
    await house.start({ settings, budget: { trainingHours: 60 } });
    await house.runUntil(SyncState.LIVE);
    expect(house.server.count('CreateSolutionVersion')).toBe(2);
  });

  it('takes idle campaigns down where it may, and has them back without another training', async () => {
    house = await aSyncHouse(fixture.db);
    await house.start({ settings: { recipes, idleHours: 5 } });
    await house.runUntil(SyncState.LIVE);
    house.move(6 * 3_600);
    const arn = (await personalizeTargets(fixture.db))?.campaigns.USER ?? '';
    await noteCampaignUsed(fixture.db, arn, house.now());
    expect((await house.run()).lastError).toBeNull();
    house.move(6 * 3_600);
    expect((await house.run()).lastError).toMatch(/^The campaign for \w+ answered nothing for 5 h and costs all the same\./);
    expect(campaigns()).toHaveLength(1);
    await house.start({ settings: { recipes, idleHours: 5, guard: CampaignGuard.TAKE_DOWN } });
    await house.runUntil(SyncState.PAUSED);
    expect(campaigns()).toHaveLength(0);
    expect((await personalizeTargets(fixture.db))?.campaigns.USER).toBeNull();
    await house.start();
    await house.runUntil(SyncState.LIVE);
    expect(campaigns()).toHaveLength(1);
    expect(house.server.count('CreateSolutionVersion')).toBe(1);
  });

  it('has one owner, asks nothing while it is paused or switched off, and exports nothing that would be refused', async () => {
    house = await aSyncHouse(fixture.db);
    await house.start();
    let isExporting: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const exporting = new Promise<void>((resolve) => (isExporting = resolve));
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    const first = house.run({
      exportNow: async () => {
        isExporting();
        await mayGoOn;
        return aSnapshot('one');
      },
    });
    await exporting;
    expect(await house.run()).toEqual({ state: 'BUSY', steps: 0, lastError: null });
    goOn();
    expect((await first).state).toBe(SyncState.SYNCING);
    await pausePersonalize(fixture.db, 'system');
    const asked = house.server.calls.length;
    house.move(60);
    expect(await house.run()).toMatchObject({ state: SyncState.PAUSED, steps: 0 });
    await house.start({ retrain: true });
    const settings = { roleArn: 'role', bucket: 'bucket', prefix: 'kinograph', disabled: true };
    expect(await house.run({ settings })).toMatchObject({ state: 'DISABLED' });
    expect(house.server.calls).toHaveLength(asked);
    const checks = [{ fault: '12 interactions, and it takes 1,000.' }];
    const refused = await house.run({ exportNow: async () => ({ ...aSnapshot('few'), preflight: { passed: false, checks } }) });
    expect(refused).toMatchObject({
      state: SyncState.FAILED,
      lastError: 'Personalize would not take this export. 12 interactions, and it takes 1,000.',
    });
    await house.start();
    const exportNow = async () => {
      throw new AppError(ErrorCode.UNAVAILABLE, 'S3 did not answer.', { expected: 'try again' });
    };
    await expect(house.run({ exportNow })).rejects.toThrow('S3 did not answer.');
    expect(await personalizeSync(fixture.db)).toMatchObject({
      state: SyncState.SYNCING,
      lastError: 'S3 did not answer. Expected: try again.',
    });
    expect(house.server.calls).toHaveLength(asked);
  });
});
