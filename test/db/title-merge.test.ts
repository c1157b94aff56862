import { TitleState } from '../../core/title';
import { mergeTitles, unmergeTitles } from '../../flow/title-merge';
import { replaceScenes } from '../../store/described-scenes';
import { keepPartitions } from '../../store/partitions';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const now = new Date();
const actor = 'operator:1' as const;

beforeAll(() => keepPartitions(fixture.db, now));

const snapshot = async () => ({
  ids: await fixture.db.query('select * from external_ids order by 1, 2'),
  tags: await fixture.db.query('select * from title_tags order by 1, 2'),
  titles: await fixture.db.query('select id, "parentId", state, "mergedIntoId" from titles order by 1'),
  scenes: await fixture.db.query('select * from described_scenes order by id'),
  interactions: await fixture.db.query('select * from interactions order by 1, 2'),
});

async function rated(user: number, title: number, value: number, at: string): Promise<void> {
  await fixture.db.query(
    `insert into events (id, type, owner, "userId", "titleId", "occurredAt", "receivedAt", value) values ($1, 'RATING', $2, $2, $3, $4, $5, $6)`,
    [`${user}-${title}`, user, title, at, now, value],
  );
  await fixture.db.query(
    `insert into interactions ("userId", "titleId", rating, "ratedAt", "firstAt", "lastAt") values ($1, $2, $3, $4, $4, $4)`,
    [user, title, value, at],
  );
}

it('joins two rows of one work with their pasts, and undoes that exactly', async () => {
  const [ann, bob] = await fixture.db.query(`insert into users (source, "externalId") values ('app', 'ann'), ('app', 'bob') returning id`);
  const from = await aTitle(fixture.db, { name: 'Alien', externalIds: [{ source: 'imdb', value: 'tt1' }] });
  const into = await aTitle(fixture.db, { name: 'Alien', externalIds: [{ source: 'tmdb', value: '1' }] });
  await fixture.db.query(`insert into title_tags values ($1, 'space', 1), ($1, 'cat', 0.5), ($2, 'space', 0.7)`, [from, into]);
  await fixture.db.transaction((db) => replaceScenes(db, from, [{ id: null, fromSeconds: 1, toSeconds: 9, keywords: ['ship'] }]));
  await rated(ann.id, from, 2, '2020-01-01T00:00:00Z');
  await rated(ann.id, into, 5, '2021-01-01T00:00:00Z');
  await rated(bob.id, from, 4, '2020-01-01T00:00:00Z');
  const before = await snapshot();

  expect((await mergeTitles(fixture.db, { actor, fromId: from, intoId: into, now })).id).toBe(into);
  const merged = await snapshot();
  expect(merged.ids.map((row: { titleId: number }) => row.titleId)).toEqual([into, into]);
  expect(merged.scenes).toMatchObject([{ titleId: into, keywords: ['ship'] }]);
  expect(merged.titles[0]).toMatchObject({ state: TitleState.MERGED, mergedIntoId: into });
  expect(merged.interactions).toMatchObject([
    { userId: ann.id, titleId: into, rating: 5, firstAt: new Date('2020-01-01T00:00:00Z') },
    { userId: bob.id, titleId: into, rating: 4 },
  ]);
  const versions = await fixture.db.query('select version from users order by id');
  expect(versions).toEqual([{ version: 1 }, { version: 1 }]);
  await expect(mergeTitles(fixture.db, { actor, fromId: from, intoId: into, now })).rejects.toMatchObject({ code: 'CONFLICT' });

  expect((await unmergeTitles(fixture.db, { actor, fromId: from, now })).id).toBe(from);
  expect(await snapshot()).toEqual(before);
  await expect(unmergeTitles(fixture.db, { actor, fromId: from, now })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await fixture.db.query(`select action from audit order by id`)).map((row: { action: string }) => row.action)).toEqual([
    'title.merge',
    'title.unmerge',
  ]);
});

it('keeps the scenes of the title that stands, where both are described', async () => {
  const [from, into] = [await aTitle(fixture.db), await aTitle(fixture.db)];
  for (const [id, keyword] of [[from, 'gives way'] as const, [into, 'stands'] as const])
    await fixture.db.transaction((db) => replaceScenes(db, id, [{ id: null, fromSeconds: null, toSeconds: null, keywords: [keyword] }]));
  await mergeTitles(fixture.db, { actor, fromId: from, intoId: into, now });
  const scenes = await fixture.db.query('select keywords from described_scenes where "titleId" = $1', [into]);
  expect(scenes).toEqual([{ keywords: ['stands'] }]);
});

it('refuses to merge a title with itself, with nothing, or with another kind', async () => {
  const film = await aTitle(fixture.db);
  const book = await aTitle(fixture.db, { kind: 'BOOK' as never });
  const merge = (fromId: number, intoId: number) => mergeTitles(fixture.db, { actor, fromId, intoId, now });
  await expect(merge(film, film)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(merge(film, 999_999)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'intoId' });
  await expect(merge(film, book)).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'intoId' });
});
