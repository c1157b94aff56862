import type { Actor } from '../core/audit';
import type { Db } from './database';

/** Somebody who stands in the audit, as people know them. */
export interface NamedActor {
  readonly actor: Actor;
  /** An operator's address or a key's name. */
  readonly name: string;
}

const ALL = `select 'operator:' || id as actor, email as name from operators
  union all select 'key:' || id, name from api_keys`;

/** The names of these actors; `system` and those that are gone are left out. */
export async function actorNames(db: Db, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string): number[] =>
    actors.filter((actor) => actor.startsWith(`${kind}:`)).map((actor) => Number(actor.slice(kind.length + 1)));
  const rows: NamedActor[] = await db.query(
    `select 'operator:' || id as actor, email as name from operators where id = any($1::bigint[])
     union all select 'key:' || id, name from api_keys where id = any($2::bigint[])`,
    [idsOf('operator'), idsOf('key')],
  );
  return new Map(rows.map(({ actor, name }) => [actor, name]));
}

/** Operators and keys whose name holds `search`, by name, at most `most`. */
export async function actorsNamed(
  db: Db,
  { search, most }: { readonly search: string; readonly most: number },
): Promise<readonly NamedActor[]> {
  return db.query(`select actor, name from (${ALL}) actors where strpos(lower(name), lower($1)) > 0 order by lower(name), actor limit $2`, [
    search,
    most,
  ]);
}
