import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table interactions (
  "userId" bigint not null,
  "titleId" bigint not null,
  covered int4multirange not null default '{}',
  "mediaSeconds" double precision,
  "secondsPlayed" double precision not null default 0,
  plays integer not null default 0,
  "lastPlayId" text,
  clicks integer not null default 0,
  completions integer not null default 0,
  rating double precision,
  "ratedAt" timestamptz,
  opinion text,
  "opinionAt" timestamptz,
  "classicScore" double precision not null default 0,
  "firstAt" timestamptz not null,
  "lastAt" timestamptz not null,
  primary key ("userId", "titleId")
) with (fillfactor = 80);
create index "interactions_title" on interactions ("titleId");

create sequence events_sequence;
create table events (
  sequence bigint not null default nextval('events_sequence'),
  id text not null,
  type text not null,
  owner bigint not null,
  "userId" bigint not null,
  "titleId" bigint,
  "occurredAt" timestamptz not null,
  "receivedAt" timestamptz not null default now(),
  "playId" text,
  "fromSeconds" double precision,
  "toSeconds" double precision,
  "mediaSeconds" double precision,
  value double precision,
  "recommendationId" text,
  rank integer,
  "titleIds" bigint[],
  "addressHash" text,
  "importId" bigint,
  primary key ("receivedAt", sequence)
) partition by range ("receivedAt");
create index "events_user_title" on events ("userId", "titleId");

create table event_ids (
  owner bigint not null,
  id uuid not null,
  primary key (owner, id)
);

create table served (
  "servedAt" timestamptz not null,
  "recommendationId" uuid not null,
  rank integer not null,
  "userId" bigint,
  "titleId" bigint not null,
  placement text,
  engine text not null,
  "modelId" bigint,
  variant text,
  propensity real,
  score real,
  primary key ("servedAt", "recommendationId", rank)
) partition by range ("servedAt");
create index "served_user" on served ("userId");

create unlogged table list_snapshots (
  id uuid primary key,
  "userId" bigint,
  "createdAt" timestamptz not null default now(),
  list jsonb not null
);
create index "list_snapshots_created" on list_snapshots ("createdAt");

create table title_activity (
  "titleId" bigint not null,
  hour timestamptz not null,
  weight double precision not null,
  primary key (hour, "titleId")
);

create table title_scenes (
  "titleId" bigint primary key,
  bins bigint[] not null
);
`;

/** What happened: the log, what follows from it, and what was shown. Append-only: a change to a table is a new file beside this one. */
export class Events1763856000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
