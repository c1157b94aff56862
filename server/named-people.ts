import { LRUCache } from 'lru-cache';
import type { Reference } from '../core/user';
import type { Db } from '../store/database';
import { resolveUsers } from '../store/users';

/** The people that tokens and list requests name, as this process remembers them. */
export interface NamedPeople {
  /** Our id of who stands for the person named; null where there is none. `create` makes a user of an unknown external id on first sight. */
  idOf(reference: Reference, options: { readonly create: boolean }): Promise<number | null>;
  /** After this user was merged into another. */
  forget(id: number): void;
  forgetAll(): void;
}

const MOST_PEOPLE = 50_000;
/** A notice tells when a person is merged into another; ids that were read just before it are read again this soon. */
const KEPT_MS = 10_000;

/** Makes the memory of one process: a name leads to the same person until that one is merged into another. */
export function createNamedPeople(db: Db): NamedPeople {
  const known = new LRUCache<string, number>({ max: MOST_PEOPLE, ttl: KEPT_MS });

  return {
    async idOf(reference, options) {
      const name = 'id' in reference ? String(reference.id) : `${reference.source}:${reference.value}`;
      const before = known.get(name);
      if (before !== undefined) return before;
      const [id = null] = await resolveUsers(db, [reference], options);
      if (id !== null) known.set(name, id);
      return id;
    },
    forget(id) {
      for (const [name, found] of known.entries()) if (found === id) known.delete(name);
    },
    forgetAll: () => known.clear(),
  };
}
