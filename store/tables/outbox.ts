import { EntitySchema } from 'typeorm';
import type { Destination, Outgoing } from '../../core/outbox';
import { bigint, defaulting, identity, integer, json, now, nullable, text, time } from './columns';

interface OutboxEntry extends Outgoing {
  readonly destination: Destination;
  readonly userId: number;
  readonly createdAt: Date;
  readonly nextAt: Date;
  readonly leaseUntil: Date | null;
  readonly failedAt: Date | null;
  readonly failure: string | null;
}

/** Accepted events on their way to other systems. */
export const OUTBOX = new EntitySchema<OutboxEntry>({
  name: 'outbox',
  columns: {
    id: identity,
    destination: text,
    userId: bigint,
    body: json,
    createdAt: now,
    attempts: defaulting(integer, 0),
    nextAt: now,
    leaseUntil: nullable(time),
    failedAt: nullable(time),
    failure: nullable(text),
  },
  indices: [
    { name: 'outbox_due', columns: ['destination', 'id'], where: '"failedAt" is null' },
    { name: 'outbox_set_apart', columns: ['destination', 'id'], where: '"failedAt" is not null' },
    { name: 'outbox_user', columns: ['userId'] },
  ],
});
