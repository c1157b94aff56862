import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table chat_sessions (
  "keyId" bigint not null,
  id text not null,
  "userId" bigint,
  state jsonb not null,
  version integer not null default 1,
  "updatedAt" timestamptz not null default now(),
  primary key ("keyId", id)
);
create index "chat_sessions_user" on chat_sessions ("userId");
create index "chat_sessions_updated" on chat_sessions ("updatedAt");
`;

/** What back ends keep of their chats. Append-only: a change to a table is a new file beside this one. */
export class Chats1763856000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
