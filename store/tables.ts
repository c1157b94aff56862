import type { EntitySchema } from 'typeorm';

/** Every table as TypeORM knows it; a test compares them with what the migrations make. */
export const TABLES: EntitySchema[] = [];
