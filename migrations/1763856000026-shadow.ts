import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
alter table placements
  add column shadow text,                                        -- an engine that is asked beside and never served; null: none
  add column "shadowShare" double precision not null default 0.1; -- of how many lists

create table engine_comparisons (
  placement text not null,
  slot timestamptz not null,                       -- the hour
  served text not null,
  shadow text not null,
  lists bigint not null default 0,                 -- compared
  failures bigint not null default 0,              -- the shadow had no answer
  "overlapAt10" double precision not null default 0, -- sums over the lists compared
  "overlapAt20" double precision not null default 0,
  "servedMs" double precision not null default 0,
  "shadowMs" double precision not null default 0,
  "servedMostMs" double precision not null default 0,
  "shadowMostMs" double precision not null default 0,
  primary key (placement, slot, served, shadow)
);
`;

/** Has an engine asked beside the one that serves a placement, and keeps how both compare. It tells of no person and of no title. */
export class Shadow1763856000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
