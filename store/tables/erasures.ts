import { EntitySchema } from 'typeorm';
import { bigint, defaulting, identity, ids, json, key, now, nullable, text, texts, time } from './columns';

/** That somebody was forgotten. `userIds` and `names` say who until their rows are gone; then they are emptied. */
interface StoredErasure {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly hash: string;
  readonly userIds: readonly number[];
  readonly names: readonly string[];
  readonly retrain: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly erasedAt: Date | null;
  readonly completedAt: Date | null;
  readonly trainRunId: number | null;
  readonly personalizeDoneAt: Date | null;
}

export const ERASURES = new EntitySchema<StoredErasure>({
  name: 'erasures',
  columns: {
    id: identity,
    at: now,
    actor: text,
    hash: text,
    userIds: defaulting(ids, "'{}'"),
    names: defaulting(texts, "'{}'"),
    retrain: defaulting({ type: 'boolean' }, 'false'),
    counts: defaulting(json, "'{}'"),
    erasedAt: nullable(time),
    completedAt: nullable(time),
    trainRunId: nullable(bigint),
    personalizeDoneAt: nullable(time),
  },
});

/** A name that was forgotten, as a salted hash; what somebody of that name did before `at` does not count. */
export const FORGOTTEN_NAMES = new EntitySchema<{ readonly hash: string; readonly at: Date }>({
  name: 'forgotten_names',
  columns: { hash: key(text), at: time },
});
