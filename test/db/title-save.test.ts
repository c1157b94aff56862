import { TitleKind, TitleState } from '../../core/title';
import { removeTitles, saveTitle } from '../../flow/title';
import { revertTitle } from '../../flow/title-revert';
import { creditsOf } from '../../store/credits';
import { wholeTitles } from '../../store/title-whole';
import { titlesByIds } from '../../store/titles';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const now = new Date('2026-03-01T00:00:00Z');
const actor = 'operator:1' as const;
const save = (input: Parameters<typeof saveTitle>[1]['input'], id: number | null = null, expectedVersion: number | null = null) =>
  saveTitle(fixture.db, { actor, id, expectedVersion, input, now });
const film = { kind: TitleKind.MOVIE, name: 'Up', year: 2009, genres: ['Animation'] };

describe('saving a title', () => {
  it('makes one with its ids, tags and credits, and writes down who did it', async () => {
    const credits = [{ role: 'DIRECTOR', name: 'Pete Docter', character: null, position: 0 } as never];
    const made = await save({
      ...film,
      externalIds: [{ source: 'imdb', value: 'tt1049413' }],
      tags: [{ tag: 'house', relevance: 1 }],
      credits,
    });
    expect(made).toMatchObject({ ...film, version: 1, state: 'LISTED' });
    expect((await creditsOf(fixture.db, [made.id])).get(made.id)).toEqual(credits);
    const [audit] = await fixture.db.query(`select * from audit where "entityId" = $1`, [String(made.id)]);
    expect(audit).toMatchObject({
      actor,
      action: 'title.save',
      before: null,
      after: { name: 'Up', tags: [{ tag: 'house', relevance: 1 }] },
    });
  });

  it('changes what is named, empties what is null and keeps the rest', async () => {
    const made = await save({ ...film, category: 'Sad' });
    const changed = await save({ name: 'Up!', category: null }, made.id, made.version);
    expect(changed).toMatchObject({ name: 'Up!', category: null, year: 2009, genres: ['Animation'], version: 2, updatedAt: now });
  });

  it('keeps its other names, replaces all of them, and brings them back with the change undone', async () => {
    const made = await save({ ...film, aliases: ['Là-haut', 'Oben', 'Oben'] });
    const namesNow = async () => (await wholeTitles(fixture.db, await titlesByIds(fixture.db, [made.id])))[0]?.aliases;
    expect(await namesNow()).toEqual(['Là-haut', 'Oben']);
    const changed = await save({ aliases: ['Oben'] }, made.id, made.version);
    expect(await namesNow()).toEqual(['Oben']);
    const [audit] = await fixture.db.query(`select id from audit where "entityId" = $1 order by id desc limit 1`, [String(made.id)]);
    await revertTitle(fixture.db, { actor, auditId: audit.id, expectedVersion: changed.version, now });
    expect(await namesNow()).toEqual(['Là-haut', 'Oben']);
  });

  it('refuses a stale version and changes nothing', async () => {
    const made = await save(film);
    await save({ name: 'Second' }, made.id, 1);
    await expect(save({ name: 'Third' }, made.id, 1)).rejects.toMatchObject({ code: 'CONFLICT', field: 'input.version' });
    expect((await titlesByIds(fixture.db, [made.id]))[0]?.name).toBe('Second');
  });

  it.each([
    [{ name: 'X' }, 'input.kind'],
    [{ ...film, name: ' ' }, 'input.name'],
    [{ ...film, name: 'a\u0000b' }, 'input.name'],
    [{ ...film, name: '\ud800' }, 'input.name'],
    [{ ...film, year: 1.5 }, 'input.year'],
    [{ ...film, seconds: 0 }, 'input.seconds'],
    [{ ...film, mediaUrl: 'javascript:alert(1)' }, 'input.mediaUrl'],
    [{ ...film, kind: TitleKind.EPISODE }, 'input.parentId'],
    [{ ...film, state: TitleState.MERGED }, 'input.state'],
    [{ ...film, externalIds: [{ source: 'Imdb!', value: 'x' }] }, 'input.externalIds'],
    [{ ...film, tags: [{ tag: 'x', relevance: 2 }] }, 'input.tags'],
    [{ ...film, aliases: [' '] }, 'input.aliases'],
    [{ ...film, aliases: Array.from({ length: 101 }, (_, index) => `Up ${index}`) }, 'input.aliases'],
    [{ ...film, availability: [{ region: 'Finland', from: null, until: null }] }, 'input.availability'],
  ])('refuses %j and names %s', async (input, field) => {
    await expect(save(input)).rejects.toMatchObject({ code: 'BAD_INPUT', field });
  });

  it('keeps windows in UTC, so that they compare, and leaves ends open that are not given', async () => {
    const made = await save({ ...film, availability: [{ region: 'fi', from: '2026-03-01T02:00:00+02:00' } as never] });
    expect(made.availability).toEqual([{ region: 'FI', from: '2026-03-01T00:00:00.000Z', until: null }]);
    const loose = [{ region: null, from: 'March 1', until: null }];
    await expect(save({ ...film, availability: loose })).rejects.toMatchObject({ field: 'input.availability' });
  });

  it('refuses an external id that another title has', async () => {
    await aTitle(fixture.db, { externalIds: [{ source: 'tmdb', value: '7' }] });
    await expect(save({ ...film, externalIds: [{ source: 'tmdb', value: '7' }] })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('takes titles out once, and a save brings one back', async () => {
    const made = await save(film);
    expect(await removeTitles(fixture.db, { actor, ids: [made.id, made.id], now })).toBe(1);
    expect(await removeTitles(fixture.db, { actor, ids: [made.id], now })).toBe(0);
    expect(await save({}, made.id, 2)).toMatchObject({ state: 'LISTED', version: 3 });
    await expect(removeTitles(fixture.db, { actor, ids: [made.id, 987_654], now })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
