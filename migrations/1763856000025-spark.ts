import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each model was trained. */
export class Spark1763856000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table models add column "trainedOn" text not null default 'HERE'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
