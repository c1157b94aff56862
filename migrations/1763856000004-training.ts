import type { MigrationInterface, QueryRunner } from 'typeorm';

// Factors do not get smaller by compression, and what is not compressed is read a third faster. A checkpoint may be lost with the
// database's own crash, when the training begins anew: so it need not go through the log.
const TABLES = `
alter table models
  add column format integer not null default 1,
  add column code text,
  add column evaluation jsonb,
  add column verdict text,
  add column bytes bigint not null default 0,
  add column error text;

update models set bytes = stored.bytes
  from (select "modelId", sum(octet_length(bytes))::bigint as bytes from model_chunks group by 1) stored
  where stored."modelId" = models.id;

alter table model_chunks alter column bytes set storage external;

create unlogged table checkpoints (
  "runId" bigint primary key,
  "asOf" timestamptz not null,
  snapshot text,
  settings jsonb,
  code text,
  evaluation jsonb,
  iteration integer not null default 0
);

create unlogged table checkpoint_chunks (
  "runId" bigint not null,
  part text not null,
  number integer not null,
  bytes bytea not null,
  primary key ("runId", part, number)
);
alter table checkpoint_chunks alter column bytes set storage external;
`;

/** What a model was measured to be, and how far a training had come. Append-only: a change to a table is a new file beside this one. */
export class Training1763856000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
