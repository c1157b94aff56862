import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table title_aliases (
  "titleId" bigint not null,
  name text not null,
  "searchName" text not null,
  primary key ("titleId", name)
);
create index "title_aliases_search_name" on title_aliases ("searchName");
`;

/** Other names of titles, as in other languages: what people's own histories call them. Append-only: a change to a table is a new file beside this one. */
export class TitleAliases1763856000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
