import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moods as data. Append-only: a change to a table is a new file beside this one. */
export class Moods1763856000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table moods (
  id text primary key,                     -- lower-case words joined by hyphens
  place integer not null,                  -- the order in which they are offered
  names jsonb not null,                    -- { en, ru }
  words text[] not null default '{}',      -- other words for it
  match text not null,                     -- MATCH | LIFT
  genres jsonb not null,                   -- [{ kind, genre, weight }]
  tags jsonb not null,                     -- [{ tag, weight }]
  sound jsonb not null,                    -- [{ fact, from, to, weight }]
  version integer not null default 1,
  "updatedAt" timestamptz not null default now()
);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
