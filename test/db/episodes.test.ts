import { TitleKind } from '../../core/title';
import { episodesOf, nextEpisodes } from '../../store/episodes';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();

it('leads to the first episode not seen after the last one played, specials last', async () => {
  const [user] = await fixture.db.query(`insert into users (source, "externalId") values ('app', 'ann') returning id`);
  const show = await aTitle(fixture.db, { kind: TitleKind.SHOW, name: 'Show' });
  const episode = (season: number, number: number) =>
    aTitle(fixture.db, { kind: TitleKind.EPISODE, name: `${season}x${number}`, parentId: show, season, number, seconds: 100 });
  const ids = [await episode(0, 1), await episode(1, 1), await episode(1, 2), await episode(2, 1)];
  const next = async () => (await nextEpisodes(fixture.db, user.id, [show])).get(show)?.name ?? null;
  const played = (id: number | undefined, tenths: number, at: string) =>
    fixture.db.query(
      `insert into interactions ("userId", "titleId", covered, "mediaSeconds", "firstAt", "lastAt")
       values ($1, $2, int4multirange(int4range(0, $3)), 100, $4, $4)`,
      [user.id, id, tenths, at],
    );
  expect((await episodesOf(fixture.db, [show])).get(show)?.map(({ name }) => name)).toEqual(['1x1', '1x2', '2x1', '0x1']);
  expect(await next()).toBe('1x1');
  await played(ids[1], 950, '2026-01-01T00:00:00Z');
  expect(await next()).toBe('1x2');
  await played(ids[2], 100, '2026-01-02T00:00:00Z');
  expect(await next()).toBe('1x2');
  await played(ids[3], 1000, '2026-01-03T00:00:00Z');
  expect(await next()).toBe('0x1');
  await played(ids[0], 600, '2026-01-04T00:00:00Z');
  expect(await next()).toBe(null);
});
