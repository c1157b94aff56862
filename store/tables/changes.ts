import { EntitySchema } from 'typeorm';
import type { ChangeSet } from '../../core/change-set';
import { bigint, bytes, defaulting, identity, integer, json, key, now, nullable, text, time } from './columns';

export const CHANGE_SETS = new EntitySchema<ChangeSet>({
  name: 'change_sets',
  columns: {
    id: identity,
    kind: text,
    actor: text,
    at: now,
    titles: defaulting(integer, 0),
    details: defaulting(json, "'{}'"),
    runId: nullable(bigint),
    undoneAt: nullable(time),
    undoneBy: nullable(text),
  },
  indices: [{ name: 'change_sets_run', columns: ['runId'], unique: true, where: '"runId" is not null' }],
});

/** A picture that an operator gave, under the SHA-256 of its bytes. */
interface StoredPoster {
  readonly hash: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
  readonly createdAt: Date;
}

export const POSTERS = new EntitySchema<StoredPoster>({
  name: 'posters',
  columns: { hash: key(text), type: text, width: integer, height: integer, bytes, createdAt: now },
});

/** Two titles that look alike and are not one: the lower id first. */
export const DISTINCT_TITLES = new EntitySchema<{ readonly titleId: number; readonly otherId: number }>({
  name: 'distinct_titles',
  columns: { titleId: key(bigint), otherId: key(bigint) },
});
