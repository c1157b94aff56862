import type { RaRecord } from 'react-admin';
import type { Operation } from './request';
import type { UserError } from './user-errors';

type Row = RaRecord;
/** A list field answers a connection, or a plain list where there are never more than a few dozen rows. */
interface Connection {
  readonly nodes: readonly object[];
  readonly pageInfo?: { readonly hasNextPage: boolean };
  readonly totalCount?: number | null;
}
type Listed = Readonly<Record<string, Connection | readonly object[]>>;
type Found = Readonly<Record<string, object | null>>;
type Changed = Readonly<Record<string, { readonly userErrors: readonly UserError[] }>>;

/** What a table asks for. */
export interface Asked {
  readonly first: number;
  readonly offset: number;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: { readonly by: string; readonly descending: boolean } | null;
}

/**
 * What the one data provider needs to know of a resource: its documents, each with a single root field. Variables of a list are
 * `first`, `offset` and the fields of the filter, unless `variables` says otherwise; those of a save are `{ input }`.
 */
export interface Resource {
  // biome-ignore lint/suspicious/noExplicitAny: each document checks its own variables; here they meet in one table.
  readonly list: Operation<Listed, any>;
  readonly variables?: (asked: Asked) => Readonly<Record<string, unknown>>;
  /** One row by `id`; without it, it is looked for in the list. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly one?: Operation<Found, any>;
  /** Makes and changes a row; `input` is what the form holds, as `inputOf` leaves it. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly create?: Operation<Changed, any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly save?: Operation<Changed, any>;
  readonly inputOf?: (form: Readonly<Record<string, unknown>>, before: Row | null) => object;
  /** Takes rows out, by `ids`. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly remove?: Operation<Changed, any>;
  /** What a row is known by; `id` unless told. */
  readonly idOf?: (row: Readonly<Record<string, unknown>>) => string;
}
