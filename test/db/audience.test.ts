import { TitleKind } from '../../core/title';
import { titleAudience } from '../../flow/audience';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const now = new Date('2026-03-28T12:00:00Z');

async function met(user: number, title: number, facts: Readonly<Record<string, unknown>>): Promise<void> {
  const row = { userId: user, titleId: title, firstAt: now, lastAt: now, ...facts };
  const names = Object.keys(row);
  await fixture.db.query(
    `insert into interactions (${names.map((name) => `"${name}"`).join()}) values (${names.map((_, at) => `$${at + 1}`).join()})`,
    Object.values(row),
  );
}

describe('the audience of a title', () => {
  it('counts each person once, those of its episodes too, by half of the length', async () => {
    const show = await aTitle(fixture.db, { kind: TitleKind.SHOW });
    const episode = (number: number) => aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number, seconds: 100 });
    const [one, two] = [await episode(1), await episode(2)];
    await met(1, one, { covered: '{[0,500)}', secondsPlayed: 50, plays: 1 });
    await met(1, two, { covered: '{[0,100)}', secondsPlayed: 10, plays: 2 });
    await met(2, one, { covered: '{[0,499)}', secondsPlayed: 49.9, plays: 1 });
    await met(3, one, { completions: 1, rating: 4, opinion: 'LIKE' });
    await met(4, one, { clicks: 3 });
    expect(await titleAudience(fixture.db, show, now)).toMatchObject({
      ...{ people: 4, players: 3, watchers: 2, plays: 4, secondsPlayed: 109.9, clicks: 3 },
      ...{ ratings: 1, meanRating: 4, likes: 1, dislikes: 0, isSample: false, completion: 2 / 3 },
    });
  });

  it('tells 29 days of activity, and none where there is none', async () => {
    const title = await aTitle(fixture.db);
    const add = (hour: string, weight: number) => fixture.db.query('insert into title_activity values ($1, $2, $3)', [title, hour, weight]);
    await add('2026-03-28T11:00:00Z', 2);
    await add('2026-03-28T01:00:00Z', 1);
    await add('2026-03-01T00:00:00Z', 4);
    await add('2026-02-27T23:00:00Z', 9);
    const { activity, completion, retention } = await titleAudience(fixture.db, title, now);
    expect(activity).toHaveLength(29);
    expect([activity[0], activity[1], activity[28]]).toEqual([
      { day: '2026-02-28', weight: 0 },
      { day: '2026-03-01', weight: 4 },
      { day: '2026-03-28', weight: 3 },
    ]);
    expect([completion, retention]).toEqual([null, null]);
  });

  it('reads ten thousand interactions at most, and says so', async () => {
    const title = await aTitle(fixture.db);
    await fixture.db.query(
      `insert into interactions ("userId", "titleId", "firstAt", "lastAt") select id, $1, now(), now() from generate_series(1, 10500) id`,
      [title],
    );
    const { people, isSample } = await titleAudience(fixture.db, title, now);
    expect([people, isSample]).toEqual([10_001, true]);
  });
});
