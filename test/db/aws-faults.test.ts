import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListFiltersCommand, PersonalizeClient } from '@aws-sdk/client-personalize';
import { PersonalizeEventsClient, PutActionsCommand, PutUsersCommand } from '@aws-sdk/client-personalize-events';
import { GetActionRecommendationsCommand, GetRecommendationsCommand, PersonalizeRuntimeClient } from '@aws-sdk/client-personalize-runtime';
import { Scope } from '../../core/caller';
import { revokeApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { arn, aSigner, clientsOf, failureOf, filtersAndPlacement, put, recipe, type Signer, signedAsBoto, tenFilms } from '../support/aws';
import { withDatabase } from '../support/database';
import { until } from '../support/until';

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

const popular = { campaignArn: recipe('aws-popularity-count') };

describe('what is not answered', () => {
  it.each([
    ['a campaign that is none', { campaignArn: arn('campaign/nothing'), userId: 'x' }, 'ResourceNotFoundException', 404],
    ['a campaign about an item that is none', { campaignArn: arn('campaign/nothing'), itemId: 'film-1' }, 'ResourceNotFoundException', 404],
    ['a recipe that is none', { campaignArn: recipe('aws-hrnn'), userId: 'x' }, 'ResourceNotFoundException', 404],
    ['a model that is not live', { campaignArn: arn('solution/local/999'), userId: 'x' }, 'ResourceNotFoundException', 404],
    ['no campaign', { userId: 'x' }, 'InvalidInputException', 400],
    ['two campaigns', { campaignArn: arn('campaign/home'), recommenderArn: arn('recommender/home') }, 'InvalidInputException', 400],
    ['no ARN', { campaignArn: 'home', userId: 'x' }, 'InvalidInputException', 400],
    ['an ARN of another service', { campaignArn: 'arn:aws:s3:eu-west-1:123456789012:campaign/home' }, 'InvalidInputException', 400],
    ['a ranking recipe', { campaignArn: recipe('aws-personalized-ranking'), userId: 'x' }, 'InvalidInputException', 400],
    ['no user for users', { campaignArn: recipe('aws-user-personalization') }, 'InvalidInputException', 400],
    ['no item for items', { campaignArn: recipe('aws-sims') }, 'InvalidInputException', 400],
    ['too many', { ...popular, numResults: 501 }, 'InvalidInputException', 400],
    ['too many with metadata', { ...popular, numResults: 51, metadataColumns: { ITEMS: ['NAME'] } }, 'InvalidInputException', 400],
    ['a column that is none', { ...popular, metadataColumns: { ITEMS: ['PRICE'] } }, 'InvalidInputException', 400],
    ['a filter that is none', { ...popular, filterArn: arn('filter/nothing') }, 'ResourceNotFoundException', 404],
    ['values without a filter', { ...popular, filterValues: { X: '1' } }, 'InvalidInputException', 400],
    ['a filter without its values', { ...popular, filterArn: arn('filter/of') }, 'InvalidInputException', 400],
    ['values of another filter', { ...popular, filterArn: arn('filter/comedies'), filterValues: { X: '1' } }, 'InvalidInputException', 400],
    ['NUL', { ...popular, userId: 'a\0b' }, 'InvalidInputException', 400],
  ])('is %s', async (_what, input, name, status) => {
    expect(await failureOf(clients().runtime.send(new GetRecommendationsCommand(input)))).toMatchObject({ name, status });
  });

  it('is named where Amazon Personalize does it', async () => {
    const options = { endpoint: `${app.url}/aws`, region: 'eu-west-1', credentials: signer.credentials, maxAttempts: 1 };
    const control = await failureOf(new PersonalizeClient(options).send(new ListFiltersCommand({})));
    expect(control).toMatchObject({ name: 'InvalidInputException', message: expect.stringContaining('ListFilters') });
    const actions = await failureOf(
      clients().runtime.send(new GetActionRecommendationsCommand({ campaignArn: arn('campaign/home'), userId: 'x' })),
    );
    expect(actions).toMatchObject({ name: 'InvalidInputException', message: expect.stringContaining('GetActionRecommendations') });
    const put = new PutActionsCommand({ datasetArn: arn('dataset/mine/ACTIONS'), actions: [{ actionId: 'a' }] });
    expect((await failureOf(clients().events.send(put))).message).toContain('PutActions');
  });
});

/** A request as the SDK signs it, caught on its way. */
async function signedRequest(by: Pick<Signer, 'credentials'>, given: { systemClockOffset?: number } = {}): Promise<HttpRequest> {
  const caught: Caught[] = [];
  const requestHandler = {
    handle: (request: Caught) => {
      caught.push(request);
      throw new Error('It was caught.');
    },
  };
  const options = { endpoint: `${app.url}/aws`, region: 'eu-west-1', credentials: by.credentials, maxAttempts: 1, ...given };
  const client = new PersonalizeEventsClient({ ...options, requestHandler: requestHandler as never });
  const users = [{ userId: 'Mia', properties: { locale: 'en' } as never }];
  await failureOf(client.send(new PutUsersCommand({ datasetArn: arn('dataset/mine/USERS'), users })));
  const { path, headers, body } = caught[0] as Caught;
  return { path, headers, body: new TextDecoder().decode(body) };
}

interface Caught extends Omit<HttpRequest, 'body'> {
  readonly body: Uint8Array;
}

interface HttpRequest {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function sent({ path, headers, body }: HttpRequest) {
  const { host: _, 'content-length': __, ...rest } = headers;
  const answer = await fetch(`${app.url}${path}`, { method: 'POST', headers: rest, body });
  const said = (await answer.json()) as { readonly __type?: string };
  expect(answer.headers.get('x-amzn-errortype')).toBe(said.__type ?? null);
  expect(answer.headers.get('x-amzn-requestid')).toBeTruthy();
  expect(answer.headers.get('date')).toBeTruthy();
  return [answer.status, said.__type ?? 'done'];
}

interface Fixture {
  readonly path: string;
  readonly target?: string;
  readonly request: string;
  readonly status: number;
  readonly error?: string;
  readonly response: string;
}

const FIXTURES = join(__dirname, '..', 'fixtures', 'aws');

describe('the bytes of', () => {
  it.each(readdirSync(FIXTURES))('%s are those that are documented', async (name) => {
    const { path, target, request, status, error, response } = JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')) as Fixture;
    const url = `${app.url}${path}`;
    const headers = signedAsBoto(signer, { url, body: request, target });
    const answer = await fetch(url, { method: 'POST', headers, body: request });
    expect((await answer.text()).replace(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/, '"<uuid>"')).toBe(response);
    expect([answer.status, answer.headers.get('x-amzn-errortype'), answer.headers.get('content-type')]).toEqual([
      status,
      error ?? null,
      expect.stringMatching(/^application\/json/),
    ]);
  });
});

describe('a signature', () => {
  it('is good for a write once, and for a read as often as it comes', async () => {
    const request = await signedRequest(signer);
    expect(await sent(request)).toEqual([200, 'done']);
    expect(await sent(request)).toEqual([403, 'InvalidSignatureException']);
  });

  it.each<[string, (request: HttpRequest) => HttpRequest, number, string]>([
    ['a changed body', (request) => ({ ...request, body: request.body.replace('Mia', 'Nat') }), 403, 'InvalidSignatureException'],
    ['another path', (request) => ({ ...request, path: '/aws/items' }), 403, 'InvalidSignatureException'],
    ['an operation slipped in', withHeaders({ 'x-amz-target': 'AmazonPersonalize.DeleteSolution' }), 403, 'InvalidSignatureException'],
    ['no signature', withHeaders({ authorization: '' }), 400, 'IncompleteSignatureException'],
    ['a session token', withHeaders({ 'x-amz-security-token': 'x' }), 403, 'UnrecognizedClientException'],
  ])('is not good with %s', async (_what, change, status, name) => {
    expect(await sent(change(await signedRequest(signer)))).toEqual([status, name]);
  });

  it('is not good without any header of it', async () => {
    const { authorization: _, ...headers } = (await signedRequest(signer)).headers;
    expect(await sent({ ...(await signedRequest(signer)), headers })).toEqual([403, 'MissingAuthenticationTokenException']);
  });

  it('is not good of another secret, of an unknown key, or of another time', async () => {
    const { accessKeyId, secretAccessKey } = signer.credentials;
    const other = { credentials: { accessKeyId, secretAccessKey: `${secretAccessKey}x` } };
    expect(await sent(await signedRequest(other))).toEqual([403, 'InvalidSignatureException']);
    const unknown = { credentials: { accessKeyId: 'AKKGAAAAAAAAAAAAAAAA', secretAccessKey } };
    expect(await sent(await signedRequest(unknown))).toEqual([403, 'UnrecognizedClientException']);
    expect(await sent(await signedRequest(signer, { systemClockOffset: -16 * 60_000 }))).toEqual([403, 'InvalidSignatureException']);
    expect(await sent(await signedRequest(signer, { systemClockOffset: 16 * 60_000 }))).toEqual([403, 'InvalidSignatureException']);
    expect(await sent(await signedRequest(signer, { systemClockOffset: 10 * 60_000 }))).toEqual([200, 'done']);
  });

  it('of a client whose clock is wrong is mended by the SDK itself', async () => {
    const options = { endpoint: `${app.url}/aws`, region: 'eu-west-1', credentials: signer.credentials, systemClockOffset: 3_600_000 };
    const runtime = new PersonalizeRuntimeClient(options);
    expect((await runtime.send(new GetRecommendationsCommand(popular))).itemList).not.toEqual([]);
  });

  it('does what the server key may, and ends with it at once', async () => {
    const reader = await aSigner(app, [Scope.RECOMMENDATIONS_READ]);
    const { events, runtime } = clients(reader);
    expect(await failureOf(put(events, [{ itemId: 'film-1' }], { userId: 'x' }))).toMatchObject({
      name: 'AccessDeniedException',
      status: 400,
    });
    const writer = await aSigner(app, [Scope.EVENTS_WRITE]);
    expect((await failureOf(clients(writer).runtime.send(new GetRecommendationsCommand(popular)))).name).toBe('AccessDeniedException');
    await runtime.send(new GetRecommendationsCommand(popular));
    await revokeApiKey(fixture.db, reader.apiKeyId, { actor: 'system', now: new Date() });
    const isRefused = async () =>
      (await runtime.send(new GetRecommendationsCommand(popular)).catch((error: Error) => error.name)) === 'UnrecognizedClientException';
    await until('the revoked key is refused', isRefused);
  });

  it('of too many requests is throttled by the name that the SDKs wait for', async () => {
    const slow = await startApp(fixture.url, { REQUESTS_PER_MINUTE: '2' });
    try {
      const { runtime } = clientsOf(signer, `${slow.url}/aws`);
      const asking = Array.from({ length: 4 }, () =>
        runtime.send(new GetRecommendationsCommand(popular)).catch((error: Error) => error.name),
      );
      expect(await Promise.all(asking)).toContain('ThrottlingException');
    } finally {
      await slow.stop();
    }
  });
});

function withHeaders(headers: Record<string, string>): (request: HttpRequest) => HttpRequest {
  return (request) => ({ ...request, headers: { ...request.headers, ...headers } });
}
