import type { EntitySchemaColumnOptions } from 'typeorm';

const column = (type: EntitySchemaColumnOptions['type'], rest: Partial<EntitySchemaColumnOptions> = {}): EntitySchemaColumnOptions => ({
  type,
  ...rest,
});

/** The column types of our tables, named as PostgreSQL names them. */
export const identity = column('bigint', { primary: true, generated: 'increment' });
export const bigint = column('bigint');
export const integer = column('integer');
export const text = column('text');
export const double = column('double precision');
export const real = column('real');
export const time = column('timestamptz');
export const json = column('jsonb');
export const uuid = column('uuid');
export const bytes = column('bytea');
export const multirange = column('int4multirange');
export const texts = column('text', { array: true });
export const ids = column('bigint', { array: true });

export const key = (of: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...of, primary: true });
export const nullable = (of: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...of, nullable: true });
/** A default: a number as it is, anything else as an SQL expression. */
export const defaulting = (of: EntitySchemaColumnOptions, value: number | string): EntitySchemaColumnOptions => ({
  ...of,
  default: typeof value === 'number' ? value : () => value,
});
export const now = defaulting(time, 'now()');
