import { binaryArray, isBinaryType } from './binary-array';

/** The type of each column of a batch, by name. */
export type ColumnTypes<Row> = { readonly [Column in keyof Row & string]: string };

/** A batch as SQL: quoted column names, `unnest($1::type[], ...)`, and the array of each column. */
export interface Unnested<Row> {
  readonly columns: string;
  readonly from: string;
  parameters(rows: readonly Row[]): readonly unknown[];
}

/**
 * Prepares rows to travel as one array a column: measured against json_populate_recordset with 18 columns and 1,000 rows
 * it took 7.4 against 10.7 microseconds a row. The parameters begin at $1. Arrays inside a column do not fit.
 */
export function unnested<Row>(types: ColumnTypes<Row>): Unnested<Row> {
  const names = Object.keys(types) as (keyof Row & string)[];
  const columns = names.map((name) => `"${name}"`).join(', ');
  const arrays = names.map((name, index) => `$${index + 1}::${types[name]}[]`).join(', ');
  return {
    columns,
    from: `unnest(${arrays}) batch(${columns})`,
    parameters: (rows) =>
      names.map((name) => {
        const values = rows.map((row) => row[name]);
        return isBinaryType(types[name]) ? binaryArray(types[name], values) : values;
      }),
  };
}
