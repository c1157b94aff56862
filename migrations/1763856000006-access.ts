import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `
alter table operators
  add column version integer not null default 1,
  add column "lastSignInAt" timestamptz;
alter table operator_sessions add column "lastSeenAt" timestamptz not null default now();
create index "operator_sessions_operator" on operator_sessions ("operatorId");

create table reset_links (
  "operatorId" bigint primary key,
  hash text not null,
  "createdAt" timestamptz not null default now(),
  "expiresAt" timestamptz not null,
  constraint "reset_links_hash_key" unique (hash)
);

create index "audit_at" on audit (at, id);
create index "audit_actor" on audit (actor, at, id);
create index "audit_action" on audit (action, at, id);
create index "audit_entity_at" on audit (entity, at, id);
create index "audit_actor_action" on audit (actor, action, at, id);
create index "audit_actor_entity" on audit (actor, entity, at, id);
`;

/** Links to choose a password by, when an operator was last there, and an audit that any filter reads by an index. Append-only. */
export class Access1763856000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
