import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an application that speaks with an AWS SDK needs. Append-only: a change to a table is a new file beside this one. */
export class AccessKeysAndFilters1763856000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table aws_access_keys (
  id text primary key,                     -- AKKG and 16 letters and digits
  "apiKeyId" bigint not null,
  secret bytea not null,                   -- AES-256-GCM: nonce, tag, text; a signature is made with the secret itself
  source text not null,                    -- whose ids of titles the application sends: app, another source, or kinograph for ours
  "createdAt" timestamptz not null default now(),
  "revokedAt" timestamptz
);
create index aws_access_keys_api_key on aws_access_keys ("apiKeyId");
create table saved_filters (
  name text primary key,
  expression text not null,
  version integer not null default 1,
  "updatedAt" timestamptz not null default now()
);`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
