import { createShownTitles } from '../../flow/shown-titles';
import type { Db } from '../../store/database';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();

const rename = (id: number, name: string) => fixture.db.query('update titles set name = $2 where id = $1', [id, name]);

describe('the titles that lists name', () => {
  it('are read once, and again after a notice of their change', async () => {
    const titles = createShownTitles(fixture.db);
    const [id, other] = [await aTitle(fixture.db, { name: 'Before' }), await aTitle(fixture.db, { name: 'Other' })];
    expect(titles.get(id)).toBeInstanceOf(Promise);
    expect(await Promise.all([titles.get(id), titles.get(other)])).toMatchObject([{ name: 'Before' }, { name: 'Other' }]);
    await rename(id, 'After');
    expect(titles.get(id)).toMatchObject({ name: 'Before' });
    titles.onNotice({ topic: 'titles', ids: [id] });
    expect(await titles.get(id)).toMatchObject({ name: 'After' });
    expect(titles.get(other)).toMatchObject({ name: 'Other' });
  });

  it('are all read again when notices may have been lost, or told that anything changed', async () => {
    const titles = createShownTitles(fixture.db);
    const id = await aTitle(fixture.db);
    for (const forget of [titles.onReconnect, () => titles.onNotice({ topic: 'titles', ids: null })]) {
      await titles.get(id);
      expect(titles.get(id)).not.toBeInstanceOf(Promise);
      forget();
      expect(titles.get(id)).toBeInstanceOf(Promise);
    }
  });

  it('are not kept as they were read while a notice came', async () => {
    const id = await aTitle(fixture.db);
    let asked = false;
    let answer = (): void => undefined;
    const query = async (sql: string, values: unknown[]) => {
      asked = true;
      const rows = await fixture.db.query(sql, values);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return rows;
    };
    const titles = createShownTitles({ query } as unknown as Db);
    const reading = titles.get(id);
    await until('the title is being read', () => asked);
    titles.onNotice({ topic: 'titles', ids: [id] });
    await until('the database has answered', () => {
      answer();
      return Promise.race([reading, null]);
    });
    expect(await reading).toMatchObject({ id });
    expect(titles.get(id)).toBeInstanceOf(Promise);
  });

  it('are null where there is none, each in its own place', async () => {
    const titles = createShownTitles(fixture.db);
    const id = await aTitle(fixture.db);
    expect(await Promise.all([titles.get(987_654), titles.get(id)])).toMatchObject([null, { id }]);
  });
});
