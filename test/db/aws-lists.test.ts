import {
  GetPersonalizedRankingCommand,
  type GetPersonalizedRankingCommandInput,
  GetRecommendationsCommand,
  type GetRecommendationsCommandInput,
  PersonalizeRuntimeClient,
} from '@aws-sdk/client-personalize-runtime';
import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { arn, aSigner, clientsOf, failureOf, filtersAndPlacement, put, recipe, type Signer, tenFilms } from '../support/aws';
import { withDatabase } from '../support/database';

const fixture = withDatabase();
let app: TestApp;
let signer: Signer;

beforeAll(async () => {
  await tenFilms(fixture.db);
  app = await startApp(fixture.url);
  signer = await aSigner(app, [Scope.RECOMMENDATIONS_READ, Scope.EVENTS_WRITE, Scope.CATALOGUE_WRITE]);
  await filtersAndPlacement(fixture.db);
});
afterAll(() => app.stop());

const clients = (by = signer, path = '/aws') => clientsOf(by, `${app.url}${path}`);

async function recommended(input: GetRecommendationsCommandInput, path?: string) {
  const { itemList = [], recommendationId } = await clients(signer, path).runtime.send(new GetRecommendationsCommand(input));
  expect(recommendationId).toMatch(/^[0-9a-f-]{36}$/);
  return itemList;
}

async function namesOf(input: GetRecommendationsCommandInput, path?: string): Promise<readonly (string | undefined)[]> {
  return (await recommended(input, path)).map(({ itemId }) => itemId);
}

const ranked = (input: GetPersonalizedRankingCommandInput) => clients().runtime.send(new GetPersonalizedRankingCommand(input));
const popular = { campaignArn: recipe('aws-popularity-count') };

describe('an application that speaks with the AWS SDK', () => {
  it.each(['/aws', '/aws/'])('is answered at %s', async (path) => {
    expect((await namesOf({ ...popular, numResults: 3 }, path)).slice(0, 3)).toEqual(['film-9', 'film-8', 'film-7']);
    await put(clients(signer, path).events, [{ itemId: 'film-1' }], { userId: `at ${path}` });
  });

  it('finds us by its environment variables alone', async () => {
    const before = { ...process.env };
    const { accessKeyId, secretAccessKey } = signer.credentials;
    Object.assign(process.env, {
      ...{ AWS_ENDPOINT_URL_PERSONALIZE_RUNTIME: `${app.url}/aws`, AWS_REGION: 'us-west-2' },
      ...{ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    });
    try {
      const { itemList } = await new PersonalizeRuntimeClient({}).send(new GetRecommendationsCommand(popular));
      expect(itemList?.[0]?.itemId).toBe('film-9');
    } finally {
      process.env = before;
    }
  });

  it('has a list for a user by a placement, and by a recipe', async () => {
    await put(clients().events, [{ itemId: 'film-0' }, { itemId: 'film-2' }], { userId: 'Ann' });
    const unseen = await namesOf({ campaignArn: arn('campaign/home'), userId: 'Ann' });
    expect(unseen).toHaveLength(9);
    expect(unseen).not.toContain('film-0');
    expect(await namesOf({ recommenderArn: arn('recommender/wide'), userId: 'Ann' })).toContain('film-0');
    const comedies = (await namesOf({ campaignArn: recipe('aws-user-personalization-v2'), userId: 'Ann', numResults: 3 })).slice(0, 3);
    expect(comedies).toEqual(expect.arrayContaining(['film-8', 'film-6']));
    expect(unseen).toContain('goodreads:7');
  });

  it('has what is popular for a user whom nobody knows, and similar items for an item', async () => {
    expect((await namesOf({ campaignArn: arn('campaign/wide'), userId: 'a stranger' }))[0]).toBe('film-9');
    const similar = await recommended({ campaignArn: recipe('aws-sims'), itemId: 'film-4', numResults: 4 });
    expect(similar.map(({ itemId }) => itemId).sort()).toEqual(['film-0', 'film-2', 'film-6', 'film-8']);
    expect(similar.every(({ score }) => score === undefined)).toBe(true);
    expect(await namesOf({ campaignArn: arn('campaign/home'), itemId: 'film-4', numResults: 4 })).toEqual(
      similar.map(({ itemId }) => itemId),
    );
    expect((await namesOf({ campaignArn: recipe('aws-similar-items'), itemId: 'nothing' }))[0]).toBe('film-9');
  });

  it('has what is trending', async () => {
    await fixture.db.query(
      `insert into title_activity ("titleId", hour, weight) select "titleId", date_trunc('hour', now()), 5 from external_ids where value = 'film-3'`,
    );
    expect(await namesOf({ campaignArn: recipe('aws-trending-now') })).toEqual(['film-3']);
  });

  it('puts given items in the order of a user, unknown ones last', async () => {
    await put(clients().events, [{ itemId: 'film-1' }, { itemId: 'film-3' }], { userId: 'Bea' });
    const inputList = ['film-2', 'nothing', 'film-5', 'film-2', 'film-0'];
    const { personalizedRanking = [] } = await ranked({ campaignArn: recipe('aws-personalized-ranking'), inputList, userId: 'Bea' });
    expect(personalizedRanking.map(({ itemId }) => itemId)).toEqual(['film-5', 'film-2', 'film-0', 'nothing']);
    const few = await ranked({ campaignArn: arn('campaign/home'), inputList, userId: 'Bea', filterArn: arn('filter/comedies') });
    expect(few.personalizedRanking?.map(({ itemId }) => itemId)).toEqual(['film-2', 'film-0', 'nothing']);
  });

  it('narrows lists by saved filters with values', async () => {
    await put(clients().events, [{ itemId: 'film-9' }, { itemId: 'film-8', eventType: 'clicked' }], { userId: 'Cid' });
    const filter = { filterArn: arn('filter/of'), filterValues: { GENRES: '"Drama","Comedy"' } };
    const names = await namesOf({ campaignArn: arn('campaign/wide'), userId: 'Cid', ...filter });
    expect(names).toHaveLength(10);
    expect(names).not.toContain('film-9');
    expect(await namesOf({ ...popular, filterArn: arn('filter/comedies'), numResults: 2 })).toEqual(['film-8', 'film-6']);
    expect(await namesOf({ ...popular, userId: 'Cid', ...filter, numResults: 2 })).toEqual(['film-8', 'film-7']);
  });

  it('promotes a share of a list', async () => {
    const promotions = [{ name: 'laughs', percentPromotedItems: 50, filterArn: arn('filter/comedies') }];
    const dramas = { filterArn: arn('filter/of'), filterValues: { GENRES: '"Drama"' } };
    const items = await recommended({ campaignArn: arn('campaign/wide'), userId: 'Dan', numResults: 4, promotions, ...dramas });
    const laughs = items.filter(({ promotionName }) => promotionName === 'laughs').map(({ itemId }) => itemId);
    expect(laughs).toEqual(['film-8', 'film-6']);
    expect(items.filter(({ promotionName }) => promotionName === undefined).map(({ itemId }) => itemId)).toEqual(['film-9', 'film-7']);
  });

  it('is told name, address and more of each item by metadata columns', async () => {
    const metadataColumns = { ITEMS: ['NAME', 'URL', 'GENRES', 'YEAR', 'PAGES'] };
    const [first] = await recommended({ ...popular, numResults: 1, metadataColumns });
    expect(first?.metadata).toEqual({ NAME: 'Film 9', URL: 'https://clips.example/9.mp4', GENRES: 'Drama', YEAR: '1999' });
  });

  it('takes mood, time and the like as context', async () => {
    const context = { AVAILABLE_SECONDS: '60' };
    expect(await namesOf({ campaignArn: arn('campaign/home'), userId: 'Eve', context })).toEqual([]);
    expect(await failureOf(recommended({ campaignArn: arn('campaign/home'), userId: 'Eve', context: { DEVICE: 'tv' } }))).toMatchObject({
      name: 'InvalidInputException',
      message: expect.stringContaining('context.DEVICE'),
    });
  });
});
