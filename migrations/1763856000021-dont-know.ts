import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what a person does not know without reading the rest of what they did; other events pay nothing for it. */
export class DontKnow1763856000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index "events_dont_know" on events ("userId") where type = 'DONT_KNOW'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
