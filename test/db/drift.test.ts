import { TABLES } from '../../store/tables/list';
import { withDatabase } from '../support/database';

const fixture = withDatabase();

describe('the tables', () => {
  it('are to TypeORM exactly what the migrations made', async () => {
    const { upQueries } = await fixture.database.source.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('are all known', async () => {
    const made = await fixture.db.query(
      `select relname from pg_class join pg_namespace n on n.oid = relnamespace
       where nspname = 'public' and relkind in ('r', 'p') and not relispartition and relname <> 'migrations' order by relname`,
    );
    expect(TABLES.map((table) => table.options.name).sort()).toEqual(made.map((row: { relname: string }) => row.relname));
  });
});
