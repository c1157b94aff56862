import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was learned of likes, a row a kind of title. Append-only: a change to a table is a new file beside this one. */
export class LikeModels1763856000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table like_models (
  kind text primary key,
  state text not null,                     -- UNTRAINED | TRAINED
  likes bigint not null,                   -- when it was last looked
  why text not null,                       -- one sentence for people
  metrics jsonb,                           -- of each way to guess, on the last fifth of each person's judgments
  model jsonb,                             -- { share, genres, base, rate, trees }
  titles jsonb,                            -- { title id: [judged, liked] }
  "trainedAt" timestamptz
);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
