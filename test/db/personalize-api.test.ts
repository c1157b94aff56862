import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';

const fixture = withDatabase();
let app: TestApp;
let bare: TestApp;

beforeAll(async () => {
  const settings = {
    PERSONALIZE_ROLE_ARN: 'arn:aws:iam::123456789012:role/kinograph',
    PERSONALIZE_BUCKET: 'a-bucket',
    PERSONALIZE_PREFIX: 'house',
  };
  [app, bare] = [await startApp(fixture.url, settings), await startApp(fixture.url)];
});
afterAll(() => Promise.all([app.stop(), bare.stop()]));

const SHOWN = `state enabled lastError missing version guard retrainDays recipes { role recipe estimatedHours } budget { trainingHours }
  spent { trainingHours campaignHours price } plan { operation logicalKey name isPaid expectedHours input } resources { name }`;
interface Shown {
  readonly state: string;
  readonly version: number;
  readonly missing: readonly string[];
  readonly plan: readonly { operation: string; logicalKey: string; name: string | null; isPaid: boolean; input: Record<string, unknown> }[];
}
interface Answer {
  readonly personalize: Shown;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

async function change(field: string, text: string, variables: Record<string, unknown> = {}, url = app.url): Promise<Answer> {
  const headers = await aKey(fixture.db, Scope.ADMIN);
  return fieldOf(await ask(url, `${text} { personalize { ${SHOWN} } userErrors { code field message } } }`, { headers, variables }), field);
}
const read = async (url = app.url): Promise<Shown> =>
  fieldOf(await ask(url, `{ personalize { ${SHOWN} } }`, { headers: await aKey(fixture.db, Scope.METRICS_READ) }), 'personalize');
const save = (input: Record<string, unknown>) =>
  change('savePersonalize', 'mutation ($input: SavePersonalizeInput!) { savePersonalize(input: $input)', {
    input: {
      version: 1,
      guard: 'PROPOSE',
      budget: { trainingHours: 20, campaignHours: 100 },
      recipes: [{ role: 'SIMILAR', recipe: 'aws-sims' }],
      ...input,
    },
  });

describe('Personalize in the API', () => {
  it('plans every call before anything was started, and asks nobody', async () => {
    const { state, missing, plan } = await read();
    expect({ state, missing }).toEqual({ state: 'OFF', missing: [] });
    expect(plan).toHaveLength(25);
    expect(plan[0]).toMatchObject({
      operation: 'CreateDatasetGroup',
      name: expect.stringMatching(/^house-group-[0-9a-f]{10}$/),
      isPaid: false,
    });
    expect(plan.filter(({ isPaid }) => isPaid).map(({ operation, logicalKey }) => `${operation} ${logicalKey}`)).toEqual([
      ...['CreateSolutionVersion USER', 'CreateSolutionVersion SIMILAR', 'CreateSolutionVersion POPULAR', 'CreateSolutionVersion RANKING'],
      ...['CreateCampaign USER', 'CreateCampaign SIMILAR', 'CreateCampaign POPULAR', 'CreateCampaign RANKING'],
    ]);
    // What an export will be named by is not known yet.
    expect(plan.find(({ operation }) => operation === 'CreateDatasetImportJob')?.name).toBeNull();
    const { missing: named } = await read(bare.url);
    expect(named).toEqual(['PERSONALIZE_ROLE_ARN', 'PERSONALIZE_BUCKET']);
  });

  it('says which field of a wish means nothing, and refuses one that was read before another', async () => {
    const errorsOf = async (input: Record<string, unknown>) => (await save(input)).userErrors.map(({ code, field }) => `${code} ${field}`);
    expect(await errorsOf({ recipes: [] })).toEqual(['BAD_INPUT input.recipes']);
    expect(await errorsOf({ recipes: [{ role: 'USER', recipe: 'aws-hrnn' }] })).toEqual(['BAD_INPUT input.recipes']);
    expect(await errorsOf({ idleHours: 0 })).toEqual(['BAD_INPUT input.idleHours']);
    expect(await errorsOf({ budget: { trainingHours: -1, campaignHours: 1 } })).toEqual(['BAD_INPUT input.budget.trainingHours']);
    const saved = await save({});
    expect(saved).toMatchObject({ userErrors: [], personalize: { version: 2, state: 'OFF' } });
    expect(saved.personalize.plan.filter(({ isPaid }) => isPaid)).toHaveLength(2);
    expect(await errorsOf({})).toEqual(['CONFLICT input.version']);
  });

  it('starts only where it is set up, pauses what was started, and takes down what is confirmed; every change is audited', async () => {
    const refused = await change('startPersonalize', 'mutation { startPersonalize', {}, bare.url);
    expect(refused.userErrors).toMatchObject([{ code: 'CONFLICT', message: 'Personalize is not set up.' }]);
    expect((await change('startPersonalize', 'mutation { startPersonalize')).personalize).toMatchObject({
      state: 'SYNCING',
      enabled: true,
    });
    const jobs: { name: string }[] = await fixture.db.query(`select name from job_runs where state = 'QUEUED'`);
    expect(jobs).toEqual([{ name: 'sync-personalize' }]);
    expect((await change('pausePersonalize', 'mutation { pausePersonalize')).personalize).toMatchObject({
      state: 'PAUSED',
      enabled: false,
    });
    const take = (word: string) => change('tearDownPersonalize', `mutation { tearDownPersonalize(confirm: "${word}")`);
    expect((await take('yes')).userErrors).toMatchObject([{ code: 'BAD_INPUT', field: 'confirm' }]);
    expect((await take('take down')).personalize).toMatchObject({ state: 'TEARDOWN', plan: [] });
    expect((await change('startPersonalize', 'mutation { startPersonalize')).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const actions: { action: string }[] = await fixture.db.query(`select action from audit where entity = 'personalize' order by id`);
    expect(actions.map(({ action }) => action)).toEqual([
      'personalize.save',
      'personalize.start',
      'personalize.pause',
      'personalize.tear-down',
    ]);
  });
});
