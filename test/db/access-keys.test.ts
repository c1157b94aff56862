import { GetRecommendationsCommand } from '@aws-sdk/client-personalize-runtime';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { arn, clientsOf, recipe } from '../support/aws';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const by = { actor: 'system', now: new Date() } as const;
let app: TestApp;
let other: TestApp;
let headers: Headers;

beforeAll(async () => {
  for (const genre of ['Comedy', 'Drama'])
    await aTitle(fixture.db, { name: genre, genres: [genre], externalIds: [{ source: 'app', value: genre }] });
  [app, other] = await Promise.all([startApp(fixture.url), startApp(fixture.url)]);
  headers = await aKey(fixture.db, Scope.ADMIN);
});
afterAll(() => Promise.all([app.stop(), other.stop()]));

const USER_ERRORS = 'userErrors { code field message expected }';

async function run<Shape>(field: string, query: string, variables: object = {}): Promise<Shape> {
  return fieldOf<Shape>(await ask(app.url, query, { headers, variables: variables as never }), field);
}

async function aServerKey(scopes = [Scope.RECOMMENDATIONS_READ]): Promise<number> {
  return (await createApiKey(fixture.db, { kind: ApiKeyKind.SERVER, name: 'shop', scopes }, by)).key.id;
}

type Made = {
  key: { id: string; state: string; source: string } | null;
  secret: string | null;
  userErrors: { code: string; field: string }[];
};
const make = (input: object) =>
  run<Made>(
    'createAccessKey',
    `mutation ($input: CreateAccessKeyInput!) { createAccessKey(input: $input) { key { id state source } secret ${USER_ERRORS} } }`,
    { input },
  );

describe('access keys', () => {
  it('are made of a server key, shown once, kept sealed, and told of in the audit', async () => {
    const apiKeyId = await aServerKey();
    const { key, secret } = await make({ apiKeyId });
    expect(key).toEqual({ id: expect.stringMatching(/^AKKG[A-Z2-7]{16}$/), state: 'ACTIVE', source: 'app' });
    expect(secret).toMatch(/^[\w-]{40}$/);
    const [row] = await fixture.db.query('select encode(secret, $2) as secret from aws_access_keys where id = $1', [key?.id, 'escape']);
    expect(row.secret).not.toContain(secret);
    const listed = await run<{ id: string; apiKeyName: string }[]>('accessKeys', '{ accessKeys { id apiKeyName state } }');
    expect(listed).toContainEqual({ id: key?.id, apiKeyName: 'shop', state: 'ACTIVE' });
    const audit = await fixture.db.query(`select action, after::text from audit where "entityId" = $1`, [key?.id]);
    expect(audit).toEqual([{ action: 'accessKey.create', after: expect.not.stringContaining(secret ?? '') }]);
  });

  it('are refused where they would mean nothing', async () => {
    const gone = await aServerKey();
    await revokeApiKey(fixture.db, gone, by);
    const browser = await createApiKey(fixture.db, { kind: ApiKeyKind.BROWSER, name: 'page', origins: ['https://a.example'] }, by);
    const errorOf = async (input: object) => (await make(input)).userErrors[0];
    expect(await errorOf({ apiKeyId: 999999 })).toMatchObject({ code: 'NOT_FOUND', field: 'input.apiKeyId' });
    expect(await errorOf({ apiKeyId: gone })).toMatchObject({ code: 'CONFLICT', field: 'input.apiKeyId' });
    expect(await errorOf({ apiKeyId: browser.key.id })).toMatchObject({ code: 'BAD_INPUT', field: 'input.apiKeyId' });
    expect(await errorOf({ apiKeyId: await aServerKey(), source: 'My ids' })).toMatchObject({ code: 'BAD_INPUT', field: 'input.source' });
  });

  it('end at once on every server when they are revoked, and their server key goes on', async () => {
    const apiKeyId = await aServerKey();
    const [first, second] = [await make({ apiKeyId }), await make({ apiKeyId })];
    const asked = ({ key, secret }: Made, at: TestApp) =>
      clientsOf({ credentials: { accessKeyId: key?.id ?? '', secretAccessKey: secret ?? '' } }, `${at.url}/aws`)
        .runtime.send(new GetRecommendationsCommand({ campaignArn: recipe('aws-popularity-count') }))
        .then(
          () => 'answered',
          ({ name }: Error) => name,
        );
    expect(await Promise.all([asked(first, app), asked(first, other), asked(second, other)])).toEqual(['answered', 'answered', 'answered']);
    await run('revokeAccessKey', `mutation { revokeAccessKey(id: "${first.key?.id}") { key { state } ${USER_ERRORS} } }`);
    await until('it is refused everywhere', async () => {
      const answers = await Promise.all([asked(first, app), asked(first, other)]);
      return answers.every((answer) => answer === 'UnrecognizedClientException');
    });
    expect(await asked(second, other)).toBe('answered');
  });
});

describe('saved filters', () => {
  type Saved = { filter: { version: number; expression: string } | null; userErrors: { code: string; field: string; message: string }[] };
  const save = (input: object) =>
    run<Saved>(
      'saveFilter',
      `mutation ($input: SaveFilterInput!) { saveFilter(input: $input) { filter { version expression } ${USER_ERRORS} } }`,
      { input },
    );
  const comedy = 'INCLUDE ItemID WHERE Items.GENRES IN ("Comedy")';

  it('mean what they say from the next request on, on every server', async () => {
    const { key, secret } = await make({ apiKeyId: await aServerKey() });
    const { runtime } = clientsOf({ credentials: { accessKeyId: key?.id ?? '', secretAccessKey: secret ?? '' } }, `${other.url}/aws`);
    const listed = () =>
      runtime.send(new GetRecommendationsCommand({ campaignArn: recipe('aws-popularity-count'), filterArn: arn('filter/funny') })).then(
        ({ itemList }) => itemList?.map(({ itemId }) => itemId).join(),
        ({ name }: Error) => name,
      );
    expect(await listed()).toBe('ResourceNotFoundException');
    expect((await save({ name: 'funny', expression: comedy })).filter).toEqual({ version: 1, expression: comedy });
    await until('it is known', async () => (await listed()) === 'Comedy');
    const changed = await save({ name: 'funny', expression: comedy.replace('INCLUDE', 'EXCLUDE'), version: 1 });
    expect(changed.filter?.version).toBe(2);
    await until('it has changed', async () => (await listed()) === 'Drama');
    await run('removeFilter', `mutation { removeFilter(name: "funny", version: 2) { removed ${USER_ERRORS} } }`);
    await until('it is gone', async () => (await listed()) === 'ResourceNotFoundException');
    const audit = await fixture.db.query(`select action from audit where entity = 'filter' order by id`);
    expect(audit.map(({ action }: { action: string }) => action)).toEqual(['filter.save', 'filter.save', 'filter.remove']);
  });

  it('are not saved where they cannot be read, and show who was first', async () => {
    expect((await save({ name: 'bad', expression: 'INCLUDE' })).userErrors[0]).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.expression',
      message: expect.stringContaining('character 8'),
    });
    expect((await save({ name: 'no name', expression: comedy })).userErrors[0]).toMatchObject({ code: 'BAD_INPUT', field: 'input.name' });
    await save({ name: 'first', expression: comedy });
    const second = await save({ name: 'first', expression: `${comedy} ` });
    expect(second).toMatchObject({ filter: { expression: comedy }, userErrors: [{ code: 'CONFLICT', field: 'input.version' }] });
  });

  it('are checked before they are saved', async () => {
    const check = (expression: string) =>
      run('checkFilter', 'query ($expression: String!) { checkFilter(expression: $expression) { fault expected parameters titles } }', {
        expression,
      });
    expect(await check(comedy)).toEqual({ fault: null, expected: null, parameters: [], titles: 1 });
    expect(await check('INCLUDE ItemID WHERE Items.GENRES IN ($G)')).toMatchObject({ parameters: ['G'], titles: null });
    expect(await check('INCLUDE ItemID WHERE Items.YEAR > CurrentItem.YEAR')).toMatchObject({ fault: null, titles: null });
    expect(await check('INCLUDE ItemID WHERE Items.PRICE > 1')).toMatchObject({ fault: 'There is no column Items.PRICE.' });
    expect(await check('x'.repeat(3_000))).toMatchObject({ fault: 'The expression has 3000 characters.' });
  });
});
