import { prepare, script } from '../../store/prepared';
import { withDatabase } from '../support/database';

const fixture = withDatabase();

const twice = prepare<{ result: number }>('test-twice', 'select $1::integer * 2 as result');
const quotient = prepare<{ result: number }>('test-quotient', 'select $1::integer / $2::integer as result');
const widths = prepare<{ setting: string }>('test-width', `select current_setting('extra_float_digits') as setting where $1::integer = 1`);

describe('a prepared statement', () => {
  it('is parsed once a connection, and runs inside and outside a transaction', async () => {
    const { db } = fixture;
    expect(await twice(db, [4])).toEqual([{ result: 8 }]);
    await db.transaction(async (db) => {
      expect(await twice(db, [5])).toEqual([{ result: 10 }]);
      expect(await twice(db, [6])).toEqual([{ result: 12 }]);
      expect(await db.query(`select count(*) as count from pg_prepared_statements where name = 'test-twice'`)).toEqual([{ count: 1 }]);
    });
  });

  it('runs in the order of the calls when it is sent at once with others', async () => {
    const found = await fixture.db.transaction((db) =>
      Promise.all([
        script('set local extra_float_digits = -1; select 1')(db),
        widths(db, [1]),
        script('set local extra_float_digits = 2')(db),
        widths(db, [1]),
      ]),
    );
    expect([found[1], found[3]]).toEqual([[{ setting: '-1' }], [{ setting: '2' }]]);
  });

  it('tells its own failure, rolls the transaction back, and leaves a connection that works', async () => {
    const { db } = fixture;
    await db.query('create table kept (at integer)');
    const keep = prepare('test-keep', 'insert into kept values ($1)');
    const failing = db.transaction((db) => Promise.all([keep(db, [1]), quotient(db, [1, 0]), keep(db, [2])]));
    await expect(failing).rejects.toThrow('division by zero');
    expect(await db.query('select * from kept')).toEqual([]);
    expect(await quotient(db, [6, 3])).toEqual([{ result: 2 }]);
  });
});
