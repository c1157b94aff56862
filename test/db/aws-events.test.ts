import { PutItemsCommand, PutUsersCommand } from '@aws-sdk/client-personalize-events';
import { GetRecommendationsCommand, type GetRecommendationsCommandInput } from '@aws-sdk/client-personalize-runtime';
import { Scope } from '../../core/caller';
import { resolveTitles } from '../../store/titles';
import { resolveUsers, usersByIds } from '../../store/users';
import { startApp, type TestApp } from '../support/app';
import { arn, aSigner, clientsOf, failureOf, filtersAndPlacement, put, type Signer, tenFilms } from '../support/aws';
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

async function namesOf(input: GetRecommendationsCommandInput): Promise<readonly (string | undefined)[]> {
  const { itemList = [] } = await clients().runtime.send(new GetRecommendationsCommand(input));
  return itemList.map(({ itemId }) => itemId);
}

describe('events of an application', () => {
  const interactionsOf = async (userId: number | null) =>
    fixture.db.query<{ clicks: number; completions: number; rating: number | null; covered: unknown }[]>(
      'select clicks, completions, rating, "secondsPlayed" from interactions where "userId" = $1 order by "titleId"',
      [userId],
    );
  const userOf = async (value: string) => (await resolveUsers(fixture.db, [{ source: 'app', value }], { create: false }))[0] ?? null;

  it('are counted by their types, with seconds as intervals, and once however often they are sent', async () => {
    const sentAt = new Date(Date.now() - 60_000);
    const list = [
      { itemId: 'film-0', eventType: 'Watched', sentAt },
      { itemId: 'film-1', eventType: 'clicked', sentAt, eventId: 'an id of its own' },
      { itemId: 'film-2', eventType: 'RATING', eventValue: 4.5, sentAt },
      { itemId: 'film-3', eventType: 'watched', properties: { fromSeconds: 0, toSeconds: 30, mediaSeconds: 60 }, sentAt },
    ];
    for (let time = 0; time < 2; time++) await put(clients().events, list, { userId: 'Fay' });
    expect(await interactionsOf(await userOf('Fay'))).toEqual([
      { clicks: 0, completions: 1, rating: null, secondsPlayed: 0 },
      { clicks: 1, completions: 0, rating: null, secondsPlayed: 0 },
      { clicks: 0, completions: 0, rating: 4.5, secondsPlayed: 0 },
      { clicks: 0, completions: 0, rating: null, secondsPlayed: 30 },
    ]);
  });

  it('of a session without a user become those of the user that the session names later', async () => {
    const sessionId = 'before signing in';
    await put(clients().events, [{ itemId: 'film-5' }], { sessionId });
    expect(await namesOf({ campaignArn: arn('campaign/home'), userId: sessionId })).not.toContain('film-5');
    await put(clients().events, [{ itemId: 'film-6' }], { sessionId, userId: 'Gus' });
    expect(await interactionsOf(await userOf('Gus'))).toHaveLength(2);
    await put(clients().events, [{ itemId: 'film-7' }], { sessionId, userId: 'Gus' });
    expect(await interactionsOf(await userOf('Gus'))).toHaveLength(3);
  });

  it('tell what was shown beside them, and which list it was', async () => {
    const { recommendationId } = await clients().runtime.send(
      new GetRecommendationsCommand({ campaignArn: arn('campaign/wide'), userId: 'Hal' }),
    );
    await put(clients().events, [{ itemId: 'film-9', eventType: 'click', recommendationId, impression: ['film-9', 'film-8'] }], {
      userId: 'Hal',
    });
    const rows = await fixture.db.query(
      'select type, "recommendationId", cardinality("titleIds") as shown from events where "userId" = $1 order by type',
      [await userOf('Hal')],
    );
    expect(rows).toEqual([
      { type: 'CLICK', recommendationId, shown: null },
      { type: 'IMPRESSION', recommendationId, shown: 2 },
    ]);
  });

  it.each([
    ['an unknown type', { eventType: 'purchase' }, 'eventList[1].eventType'],
    ['a time in milliseconds', { sentAt: new Date(Date.now() * 1000) }, 'eventList[1].sentAt'],
    ['a value of what has none', { eventValue: 3 }, 'eventList[1].eventValue'],
    ['a rating out of range', { eventType: 'rating', eventValue: 7 }, 'eventList[1].eventValue'],
    ['no item', { itemId: undefined }, 'eventList[1].itemId'],
    ['properties that mean nothing', { properties: { device: 'tv' } }, 'eventList[1].properties.device'],
    ['attribution', { metricAttribution: { eventAttributionSource: 'x' } }, 'eventList[1].metricAttribution'],
  ])('are refused whole for %s', async (_what, wrong, member) => {
    const failure = await failureOf(put(clients().events, [{ itemId: 'film-0' }, { itemId: 'film-1', ...wrong }], { userId: 'Ida' }));
    expect(failure).toMatchObject({ name: 'InvalidInputException', status: 400, message: expect.stringContaining(member) });
    expect(await userOf('Ida')).toBeNull();
  });

  it('of an item that nobody knows are refused by its name', async () => {
    const failure = await failureOf(put(clients().events, [{ itemId: 'no such film' }], { userId: 'Jon' }));
    expect(failure).toMatchObject({ name: 'InvalidInputException', message: expect.stringContaining('eventList[0].itemId') });
  });
});

describe('records of an application', () => {
  const items = (list: PutItemsCommand['input']['items']) =>
    clients().events.send(new PutItemsCommand({ datasetArn: arn('dataset/mine/ITEMS'), items: list }));

  it('become titles, all of them or none', async () => {
    await items([
      { itemId: 'new-1', properties: { name: 'New', kind: 'movie', genres: 'Comedy|Drama', year: 2024, url: 'https://clips.example/n' } },
      { itemId: 'new-2', properties: { genres: 'Cooking|Food' } },
    ]);
    await items([{ itemId: 'new-1', properties: { year: 2025 } }]);
    const ids = await resolveTitles(fixture.db, [
      { source: 'app', value: 'new-1' },
      { source: 'app', value: 'new-2' },
    ]);
    expect(await fixture.db.query('select name, kind, genres, year from titles where id = any($1) order by id', [ids])).toEqual([
      { name: 'New', kind: 'MOVIE', genres: ['Comedy', 'Drama'], year: 2025 },
      { name: 'Cooking', kind: 'VIDEO', genres: ['Cooking', 'Food'], year: null },
    ]);
    const failure = await failureOf(items([{ itemId: 'new-3' }, { itemId: 'new-4', properties: { price: 3 } }]));
    expect(failure).toMatchObject({ name: 'InvalidInputException', message: expect.stringContaining('items[1].properties.price') });
    expect(await failureOf(items([{ itemId: 'new-3' }, { itemId: 'new-1', properties: { url: 'nowhere' } }]))).toMatchObject({
      message: expect.stringContaining('items[1].properties.url'),
    });
    expect(await resolveTitles(fixture.db, [{ source: 'app', value: 'new-3' }])).toEqual([null]);
  });

  it('become people with what they say of themselves', async () => {
    const send = (datasetArn: string, properties: object) =>
      clients().events.send(new PutUsersCommand({ datasetArn, users: [{ userId: 'Kim', properties: properties as never }] }));
    await send(arn('dataset/mine/USERS'), { locale: 'fi-FI', country: 'FI', birthYear: 1990 });
    const [id] = await resolveUsers(fixture.db, [{ source: 'app', value: 'Kim' }], { create: false });
    expect((await usersByIds(fixture.db, [id ?? 0]))[0]).toMatchObject({ locale: 'fi-FI', profile: { country: 'FI', birthYear: 1990 } });
    expect((await failureOf(send(arn('dataset/mine/USERS'), { membership: 'gold' }))).message).toContain('users[0].properties.membership');
    expect((await failureOf(send(arn('dataset/mine/ITEMS'), {}))).message).toContain('datasetArn');
  });
});

describe('ids of an application', () => {
  it('are ours where its access key says so', async () => {
    const ours = await aSigner(app, [Scope.RECOMMENDATIONS_READ, Scope.EVENTS_WRITE], { source: 'kinograph' });
    const [film, user] = [
      await resolveTitles(fixture.db, [{ source: 'app', value: 'film-9' }]),
      await resolveUsers(fixture.db, [{ source: 'app', value: 'Lea' }], { create: true }),
    ];
    await put(clients(ours).events, [{ itemId: String(film[0]), eventType: 'click' }], { userId: String(user[0]) });
    const { itemList } = await clients(ours).runtime.send(
      new GetRecommendationsCommand({ campaignArn: arn('campaign/wide'), userId: String(user[0]) }),
    );
    expect(itemList?.map(({ itemId }) => itemId)).toContain(String(film[0]));
    expect(itemList?.every(({ itemId }) => /^\d+$/.test(itemId ?? ''))).toBe(true);
  });
});
