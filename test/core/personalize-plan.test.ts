import fc from 'fast-check';
import { PERSONALIZE_SCHEMAS } from '../../core/personalize/avro';
import { budgetFault, spentOf } from '../../core/personalize/cost';
import { explained } from '../../core/personalize/explain';
import { nameOfAttempt, planOf, type Wanted } from '../../core/personalize/plan';
import { nextStep } from '../../core/personalize/step';
import { CAMPAIGN_ROLES, DATASET_TYPES, type ExportedSnapshot, type PersonalizeResource } from '../../core/personalize/sync';
import { FIRST_BUDGET, FIRST_SETTINGS, RECIPES } from '../../core/personalize/sync-settings';

const aSnapshot = (snapshot: string): ExportedSnapshot => ({
  snapshot,
  datasets: DATASET_TYPES.map((type) => ({
    type,
    rows: 2_000,
    schema: JSON.stringify(PERSONALIZE_SCHEMAS[type]),
    location: `s3://b/${snapshot}/${type}/`,
  })),
});
const wanted: Wanted = { settings: FIRST_SETTINGS, snapshot: aSnapshot('one'), prefix: 'kinograph', roleArn: 'role', generation: 1 };
const now = new Date('2026-03-10T12:00:00Z');

function aRow(given: Partial<PersonalizeResource>): PersonalizeResource {
  const nothing = { arn: null, failureReason: null, nextPollAt: null, intentAt: null, usedAt: null, goneAt: null };
  return {
    ...{ id: 1, syncId: 1, kind: 'CAMPAIGN', logicalKey: 'USER', name: 'n', desired: {}, desiredHash: 'h', status: 'PLANNED', attempts: 0 },
    ...{ createdByUs: true, details: {}, createdAt: now },
    ...nothing,
    ...given,
  };
}

const wishes = fc.record({
  recipes: fc
    .record(Object.fromEntries(CAMPAIGN_ROLES.map((role) => [role, fc.constantFrom(...RECIPES[role])])), { requiredKeys: [] })
    .filter((recipes) => Object.keys(recipes).length > 0),
  eventTracker: fc.boolean(),
  filters: fc.boolean(),
});

describe('the plan', () => {
  it('names everything by what is wanted: the same wish has the same names, all of them fit, and what something needs stands before it', () => {
    fc.assert(
      fc.property(wishes, fc.string(), fc.string(), (wish, prefix, snapshot) => {
        const settings = { ...FIRST_SETTINGS, ...wish };
        const plan = planOf({ ...wanted, settings, prefix, snapshot: aSnapshot(snapshot) });
        expect(planOf({ ...wanted, settings, prefix, snapshot: aSnapshot(snapshot) })).toEqual(plan);
        expect(new Set(plan.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(plan.length);
        const before = new Set<string>();
        for (const { name, needs } of plan) {
          expect(nameOfAttempt(name, 9)).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,62}$/);
          expect(needs.every((need) => before.has(need))).toBe(true);
          before.add(name);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('imports and trains anew for a new export, and keeps group, solutions, filters and campaigns', () => {
    const names = (given: Partial<Wanted>) => new Set(planOf({ ...wanted, ...given }).map(({ name }) => name));
    const one = names({});
    const fresh = planOf({ ...wanted, snapshot: aSnapshot('two') }).filter(({ name }) => !one.has(name));
    expect([...new Set(fresh.map(({ kind }) => kind))]).toEqual(['IMPORT_JOB', 'SOLUTION_VERSION']);
    // After a teardown nothing has a name that was there before.
    expect([...names({ generation: 2 })].filter((name) => one.has(name))).toEqual([]);
  });

  it('leaves out an empty dataset', () => {
    const datasets = aSnapshot('one').datasets.map((each) => (each.type === 'USERS' ? { ...each, rows: 0 } : each));
    const plan = planOf({ ...wanted, snapshot: { snapshot: 'one', datasets } });
    expect(plan.filter(({ logicalKey }) => logicalKey === 'USERS')).toEqual([]);
  });
});

describe('the next step', () => {
  const [first] = planOf(wanted);
  const standing = (row: Partial<PersonalizeResource>) => ({
    rows: [aRow({ ...first, ...row })],
    plan: planOf(wanted),
    now,
    isTeardown: false,
  });

  it('makes what needs nothing first, looks when it is time, and waits until then', () => {
    expect(nextStep(standing({}))).toMatchObject({ act: 'MAKE', planned: first });
    const pending = { arn: 'arn', status: 'CREATE PENDING' };
    expect(nextStep(standing({ ...pending, nextPollAt: now }))?.act).toBe('LOOK');
    expect(nextStep(standing({ ...pending, nextPollAt: new Date(now.getTime() + 1) }))).toBeNull();
    expect(nextStep(standing({ arn: 'arn', status: 'CREATE FAILED' }))).toBeNull();
  });
});

describe('the cost', () => {
  it('counts hours of the calendar month only, idle or not, and trainings as told or as estimated', () => {
    const rows = [
      aRow({ status: 'ACTIVE', intentAt: new Date('2026-02-20T00:00:00Z') }),
      aRow({ status: 'TAKEN DOWN', details: { periods: [{ from: '2026-03-01T10:00:00Z', until: '2026-03-01T15:00:00Z' }] } }),
      aRow({ status: 'ACTIVE', createdByUs: false, intentAt: new Date('2026-03-01T00:00:00Z') }),
      aRow({ kind: 'SOLUTION_VERSION', status: 'ACTIVE', intentAt: new Date('2026-03-02T00:00:00Z'), details: { trainingHours: 2.5 } }),
      aRow({ kind: 'SOLUTION_VERSION', status: 'CREATING', intentAt: new Date('2026-03-09T00:00:00Z') }),
    ];
    const budget = { ...FIRST_BUDGET, trainingHourPrice: 0.25, campaignHourPrice: 0.2 };
    // March up to its 10th, noon: 9.5 days of the first, and 5 hours of the second.
    expect(spentOf(rows, budget, now)).toEqual({
      since: new Date('2026-03-01T00:00:00Z'),
      trainingHours: 12.5,
      campaignHours: 233,
      price: 49.725,
    });
    const training = aRow({ kind: 'SOLUTION_VERSION', logicalKey: 'USER' });
    expect(budgetFault(rows, training, { ...budget, trainingHours: 15 }, now)).toBeNull();
    expect(budgetFault(rows, training, { ...budget, trainingHours: 14.9 }, now)).toBe(
      "The training for USER is expected to take 2.5 h, and 12.5 of this month's 14.9 training hours are used: raise the budget, or wait for the next month.",
    );
    expect(budgetFault(rows, aRow({}), { ...budget, campaignHours: 233.5 }, now)).toMatch(
      /^233 of this month's 233\.5 campaign hours are used/,
    );
  });
});

describe('a failure', () => {
  it('is told with what to do next', () => {
    expect(explained('AccessDeniedException', 'User is not authorized.')).toMatch(
      /^AccessDeniedException: User is not authorized\. Look whether the role/,
    );
    expect(explained('LimitExceededException', 'Too many.')).toMatch(/A quota of the account is used up/);
  });
});
