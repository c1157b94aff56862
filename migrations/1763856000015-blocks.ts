import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an operator keeps something out of every list. Append-only: a change to a table is a new file beside this one. */
export class Blocks1763856000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table blocks add column reason text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
