import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { AppError, ErrorCode } from '../../core/errors';
import { parseReference, type Reference } from '../../core/user';
import { mergeUsers } from '../../flow/user';
import { openSessions } from '../../store/open-sessions';
import { resolveUsers } from '../../store/users';
import type { House } from '../context';

/** The anonymous people behind sessions of applications, as this process knows them. */
export interface Sessions {
  /** Something was done in a session without a user: it may be joined later. */
  seen(session: string): void;
  /** What the session did until now is the user's from now on; nothing happens where it did nothing, or is a user's already. */
  join(session: string, userId: string): Promise<void>;
}

const MOST_SESSIONS = 50_000;
/** What another process saw of a session is found this soon. */
const KEPT_MS = 30_000;

export function createSessions({ database, log }: Pick<House, 'database' | 'log'>): Sessions {
  const { db } = database;
  const joined = new LRUCache<string, true>({ max: MOST_SESSIONS, ttl: KEPT_MS });
  const open = new DataLoader((sessions: readonly string[]) => openSessions(db, sessions), { cache: false, maxBatchSize: 1_000 });

  async function merge(fromId: number, userId: string): Promise<void> {
    const [intoId = null] = await resolveUsers(db, [referenceOf(userId)], { create: true });
    if (intoId === null || intoId === fromId) return;
    try {
      await mergeUsers(db, { fromId, intoId });
    } catch (error) {
      // Another call joined it a moment before.
      if (!(error instanceof AppError) || error.code !== ErrorCode.CONFLICT) throw error;
      log.debug({ fromId, intoId }, 'a session was joined already');
    }
  }

  return {
    seen(session) {
      joined.delete(session);
    },
    async join(session, userId) {
      if (joined.has(session)) return;
      const fromId = await open.load(session);
      if (fromId !== null) await merge(fromId, userId);
      joined.set(session, true);
    },
  };
}

function referenceOf(name: string): Reference {
  const reference = parseReference(name);
  if (reference === null) throw new Error('A user that was read already is none.');
  return reference;
}
