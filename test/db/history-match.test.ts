import { alikeSearch } from '../../core/history/alike';
import { RowFate } from '../../core/history/place';
import { TitleKind, TitleState } from '../../core/title';
import { matchTexts } from '../../flow/history-match';
import { replaceAliases } from '../../store/aliases';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const { SHOW } = TitleKind;

describe('strings of a history', () => {
  const fixture = withDatabase();

  it('find titles as the catalogue writes them, listed or hidden, and nothing that is removed', async () => {
    const { db } = fixture;
    const matrix = await aTitle(db, { name: 'Zorrix, The', year: 1999 });
    const hidden = await aTitle(db, { name: 'Hidden Away', state: TitleState.HIDDEN });
    await aTitle(db, { name: 'Gone Entirely', state: TitleState.REMOVED });
    const places = await matchTexts(db, ['The Zorrix', 'Hidden Away', 'Gone Entirely']);
    expect(places.get('The Zorrix')).toMatchObject({ fate: RowFate.SURE, titleId: matrix });
    expect(places.get('Hidden Away')).toMatchObject({ fate: RowFate.SURE, titleId: hidden });
    expect(places.get('Gone Entirely')).toMatchObject({ fate: RowFate.UNKNOWN });
  });

  it('follow merged titles and aliases to the title that stands', async () => {
    const { db } = fixture;
    const stands = await aTitle(db, { name: 'Paper Heist', kind: SHOW });
    await aTitle(db, { name: 'Papier Heist', kind: SHOW, state: TitleState.MERGED, mergedIntoId: stands });
    await replaceAliases(db, [{ titleId: stands, facts: ['Haus des Papiers'] }]);
    const places = await matchTexts(db, ['Papier Heist: Season 1: One', 'Haus des Papiers: Staffel 2: Folge 3']);
    expect([...places.values()]).toMatchObject([
      { fate: RowFate.SURE, titleId: stands },
      { fate: RowFate.SURE, titleId: stands },
    ]);
  });

  it('are asked about with the titles that they resemble, best first', async () => {
    const { db } = fixture;
    const near = await aTitle(db, { name: 'Quimbledorf Returns' });
    const show = await aTitle(db, { name: 'Quimbledorf', kind: SHOW });
    const place = (await matchTexts(db, ['Quimbledorff Returns'])).get('Quimbledorff Returns');
    expect(place).toMatchObject({ fate: RowFate.ASK, titleId: null });
    expect(place?.candidates.map(({ titleId }) => titleId)).toEqual([near, show]);
    const episode = 'Quimbeldorf: Season 1: A';
    expect((await matchTexts(db, [episode])).get(episode)?.candidates.map(({ titleId }) => titleId)).toEqual([show]);
  });

  it('are as alike to names as PostgreSQL says', async () => {
    const { db } = fixture;
    const names = ['borgen', 'borgne', 'the borgen affair', 'affair borgen', 'borg', 'oeuvre noire', 'oeuvre noir'];
    const search = alikeSearch(names, 0.2);
    for (const [id, key] of names.entries()) search.pass({ id, key });
    const rows: { one: number; other: number; score: number }[] = await db.query(
      `select one.place - 1 as one, other.place - 1 as other, similarity(one.name, other.name) as score
       from unnest($1::text[]) with ordinality one(name, place), unnest($1::text[]) with ordinality other(name, place)`,
      [names],
    );
    const told = new Map(rows.map(({ one, other, score }) => [`${one} ${other}`, score]));
    for (const one of names.keys())
      for (const { titleId, score } of search.best(one)) expect(told.get(`${one} ${titleId}`)).toBeCloseTo(score, 5);
  });

  it('stop when the job is stopped', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(matchTexts(fixture.db, ['Anything'], { signal })).rejects.toThrow('cancelled');
  });
});
