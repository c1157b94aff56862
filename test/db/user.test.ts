import { ErrorCode } from '../../core/errors';
import { TitleKind } from '../../core/title';
import { mergeUsers, setPreferences } from '../../flow/user';
import { interactionsOf } from '../../store/interactions';
import { countUsers, resolveUsers, usersByIds, usersPage } from '../../store/users';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aTitle } from '../support/title';
import { asKey, asViewer, aTracker, statuses } from '../support/tracker';
import { aUser } from '../support/user';

const fixture = withDatabase();

describe('naming users', () => {
  it('finds them by our id and by theirs, and makes unknown ones only when asked', async () => {
    const { db } = fixture;
    const id = await aUser(db, { externalId: 'ann' });
    const references = [{ id }, { source: 'app', value: 'ann' }, { source: 'app', value: 'bob' }, { id: 999_999_999 }];
    expect(await resolveUsers(db, references, { create: false })).toEqual([id, id, null, null]);
    const [, , bob] = await resolveUsers(db, references, { create: true });
    expect(await resolveUsers(db, [{ source: 'app', value: 'bob' }], { create: true })).toEqual([bob]);
  });

  it('makes one user where many ask for the same one at once', async () => {
    const { db } = fixture;
    const named = ['x', 'y', 'z'].map((value) => ({ source: 'app', value }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => resolveUsers(db, turn % 2 ? named : [...named].reverse(), { create: true })),
    );
    const ids = answers.map((answer, turn) => (turn % 2 ? answer : [...answer].reverse()));
    expect(new Set(ids.map((each) => each.join())).size).toBe(1);
  });

  it('lists them newest first, by how an external id or a name begins', async () => {
    const { db } = fixture;
    const ids = [
      await aUser(db, { externalId: 'page-1' }),
      await aUser(db, { externalId: 'page-2', name: 'Zoë' }),
      await aUser(db, { source: 'other', externalId: 'page-3' }),
    ];
    const page = async (search: string) =>
      (await usersPage(db, { search, page: { first: 10, after: null, offset: null } })).edges.map(({ node }) => node.id);
    expect(await page('page-')).toEqual([...ids].reverse());
    expect(await page('other:page-')).toEqual([ids[2]]);
    expect(await page('zoë')).toEqual([ids[1]]);
    expect(await page('page_1')).toEqual([]);
    expect(await countUsers(db, { search: 'page-' })).toBe(3);
    const first = await usersPage(db, { search: 'page-', page: { first: 2, after: null, offset: null } });
    const second = await usersPage(db, { search: 'page-', page: { first: 2, after: first.edges.at(-1)?.cursor ?? null, offset: null } });
    expect(second.edges.map(({ node }) => node.id)).toEqual([ids[0]]);
    expect(second.hasNextPage).toBe(false);
  });
});

describe('merging users', () => {
  it('makes what a session did part of the account, once', async () => {
    const { db, database } = fixture;
    const tracker = aTracker(database);
    const [session, account, titleId, other] = [
      await aUser(db, { source: 'session' }),
      await aUser(db),
      await aTitle(db, { seconds: 100 }),
      await aTitle(db),
    ];
    await tracker.track(asViewer(account, [anEvent({ titleId, toSeconds: 30 })]));
    await tracker.track(asViewer(session, [anEvent({ id: 'mine', titleId, fromSeconds: 30, toSeconds: 60 }), anEvent({ titleId: other })]));
    await mergeUsers(db, { fromId: session, intoId: account });
    await mergeUsers(db, { fromId: session, intoId: account });
    const past = await interactionsOf(db, account);
    expect(past.map((row) => [row.titleId, row.covered])).toEqual([
      [titleId, [[0, 600]]],
      [other, [[0, 100]]],
    ]);
    expect(await interactionsOf(db, session)).toEqual([]);
    expect(await resolveUsers(db, [{ id: session }], { create: false })).toEqual([account]);
    const retry = anEvent({ id: 'mine', titleId });
    expect(statuses(await tracker.track(asViewer(account, [retry])))).toEqual(['DUPLICATE']);
    expect(statuses(await tracker.track(asViewer(session, [retry, anEvent({ titleId: other })])))).toEqual(['DUPLICATE', 'ACCEPTED']);
    expect((await interactionsOf(db, account))[1]?.secondsPlayed).toBe(20);
  });

  it('refuses itself, circles and users that are not there', async () => {
    const { db } = fixture;
    const [a, b, c] = [await aUser(db), await aUser(db), await aUser(db)];
    await expect(mergeUsers(db, { fromId: a, intoId: a })).rejects.toMatchObject({ code: ErrorCode.BAD_INPUT });
    await expect(mergeUsers(db, { fromId: a, intoId: 999_999_999 })).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND, field: 'intoId' });
    await mergeUsers(db, { fromId: a, intoId: b });
    await expect(mergeUsers(db, { fromId: b, intoId: a })).rejects.toMatchObject({ code: ErrorCode.CONFLICT });
    await expect(mergeUsers(db, { fromId: a, intoId: c })).rejects.toMatchObject({ code: ErrorCode.CONFLICT });
    await mergeUsers(db, { fromId: b, intoId: c });
    expect(await resolveUsers(db, [{ id: a }, { id: b }], { create: false })).toEqual([c, c]);
  });

  it('loses nothing that comes in meanwhile', async () => {
    const { db, database } = fixture;
    const [tracker, titleId] = [aTracker(database), await aTitle(db)];
    const [from, into] = [await aUser(db), await aUser(db)];
    const calls = Array.from({ length: 30 }, (_, index) =>
      tracker.track(asKey([anEvent({ titleId, userId: index % 2 ? from : into, toSeconds: 1 })])),
    );
    await Promise.all([...calls.slice(0, 15), mergeUsers(db, { fromId: from, intoId: into }), ...calls.slice(15)]);
    expect((await interactionsOf(db, into))[0]?.secondsPlayed).toBe(30);
    expect(await interactionsOf(db, from)).toEqual([]);
  });
});

describe('what a person says of themselves', () => {
  it('is kept field by field and moves their list', async () => {
    const { db } = fixture;
    const userId = await aUser(db);
    const preferences = { genres: { [TitleKind.MOVIE]: { Comedy: 0.5 } } };
    await setPreferences(db, { userId, preferences, timeZone: 'Europe/Helsinki', locale: 'en-GB', name: 'Ann' });
    expect(await setPreferences(db, { userId, name: null })).toMatchObject({
      name: null,
      timeZone: 'Europe/Helsinki',
      preferences,
      version: 2,
    });
    expect(await usersByIds(db, [userId])).toMatchObject([{ locale: 'en-GB', version: 2 }]);
  });

  it.each([
    ['timeZone', { timeZone: 'Europe/Nowhere' }],
    ['timeZone', { timeZone: '+02:00' }],
    ['locale', { locale: 'no tag' }],
    ['name', { name: 'a\u0000b' }],
    ['genres', { preferences: { genres: { [TitleKind.MOVIE]: { Comedy: 2 } } } }],
  ])('is refused when its %s makes no sense', async (field, given) => {
    const userId = await aUser(fixture.db);
    await expect(setPreferences(fixture.db, { userId, ...given })).rejects.toMatchObject({
      code: ErrorCode.BAD_INPUT,
      field: `input.${field}`,
    });
  });
});
